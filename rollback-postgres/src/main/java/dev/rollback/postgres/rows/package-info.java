// SPDX-License-Identifier: Apache-2.0
/** Writes the statements that copy, merge, count and compare rows. */
@NullMarked
package dev.rollback.postgres.rows;

import org.jspecify.annotations.NullMarked;
