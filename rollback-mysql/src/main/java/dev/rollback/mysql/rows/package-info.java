// SPDX-License-Identifier: Apache-2.0
/** Statements about rows for MySQL and MariaDB. No API: for the dialect alone. */
@NullMarked
package dev.rollback.mysql.rows;

import org.jspecify.annotations.NullMarked;
