// SPDX-License-Identifier: Apache-2.0
/** The dialect of MySQL and MariaDB. */
@NullMarked
package dev.rollback.mysql;

import org.jspecify.annotations.NullMarked;
