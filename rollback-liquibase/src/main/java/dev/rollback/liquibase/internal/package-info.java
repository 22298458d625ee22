// SPDX-License-Identifier: Apache-2.0
/** Everything that no user calls. */
@NullMarked
package dev.rollback.liquibase.internal;

import org.jspecify.annotations.NullMarked;
