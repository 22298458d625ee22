// SPDX-License-Identifier: Apache-2.0
/** Asks MySQL and MariaDB about themselves, and holds their tables still. No API: for the dialect alone. */
@NullMarked
package dev.rollback.mysql.server;

import org.jspecify.annotations.NullMarked;
