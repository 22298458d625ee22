// SPDX-License-Identifier: Apache-2.0
/** Writes the statements of H2. No API: for the dialect alone. */
@NullMarked
package dev.rollback.h2.ddl;

import org.jspecify.annotations.NullMarked;
