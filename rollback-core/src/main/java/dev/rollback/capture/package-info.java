// SPDX-License-Identifier: Apache-2.0
/** Step 1: a consistent snapshot of structure and rows, taken before the migration. */
@NullMarked
package dev.rollback.capture;

import org.jspecify.annotations.NullMarked;
