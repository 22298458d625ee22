// SPDX-License-Identifier: Apache-2.0
/** Reads the catalogs of MySQL and MariaDB. No API: for the dialect alone. */
@NullMarked
package dev.rollback.mysql.catalog;

import org.jspecify.annotations.NullMarked;
