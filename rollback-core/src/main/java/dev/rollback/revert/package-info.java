// SPDX-License-Identifier: Apache-2.0
/** Step 3: run the plan under a lock, journaled, with everything it removes put aside. */
@NullMarked
package dev.rollback.revert;

import org.jspecify.annotations.NullMarked;
