// SPDX-License-Identifier: Apache-2.0
/** Step 4: compare the database with the snapshot, level by level. */
@NullMarked
package dev.rollback.verify;

import org.jspecify.annotations.NullMarked;
