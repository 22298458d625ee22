// SPDX-License-Identifier: Apache-2.0
/** Writes the statements of MySQL and MariaDB. No API: for the dialect alone. */
@NullMarked
package dev.rollback.mysql.ddl;

import org.jspecify.annotations.NullMarked;
