// SPDX-License-Identifier: Apache-2.0
/** Statements about rows. No API: for the dialect alone. */
@NullMarked
package dev.rollback.h2.rows;

import org.jspecify.annotations.NullMarked;
