// SPDX-License-Identifier: Apache-2.0
/** Rollback for applications that migrate with Liquibase. */
@NullMarked
package dev.rollback.liquibase;

import org.jspecify.annotations.NullMarked;
