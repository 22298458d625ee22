// SPDX-License-Identifier: Apache-2.0
/** Asks the connected server, and tells its failures apart. */
@NullMarked
package dev.rollback.postgres.server;

import org.jspecify.annotations.NullMarked;
