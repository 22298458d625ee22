// SPDX-License-Identifier: Apache-2.0
/** Step 2: the way back, as data: typed steps, their SQL, their price and their losses. */
@NullMarked
package dev.rollback.plan;

import org.jspecify.annotations.NullMarked;
