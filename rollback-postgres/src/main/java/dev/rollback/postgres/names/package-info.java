// SPDX-License-Identifier: Apache-2.0
/** Quotes names and literals. */
@NullMarked
package dev.rollback.postgres.names;

import org.jspecify.annotations.NullMarked;
