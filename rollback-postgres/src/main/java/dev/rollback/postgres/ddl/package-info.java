// SPDX-License-Identifier: Apache-2.0
/** Writes the statements that make, alter and remove objects. */
@NullMarked
package dev.rollback.postgres.ddl;

import org.jspecify.annotations.NullMarked;
