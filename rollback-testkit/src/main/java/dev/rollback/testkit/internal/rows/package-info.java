// SPDX-License-Identifier: Apache-2.0
/** How rows at the edges of what a table takes are made. */
@NullMarked
package dev.rollback.testkit.internal.rows;

import org.jspecify.annotations.NullMarked;
