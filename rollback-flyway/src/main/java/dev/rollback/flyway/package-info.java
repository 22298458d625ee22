// SPDX-License-Identifier: Apache-2.0
/** Rollback for applications that migrate with Flyway. */
@NullMarked
package dev.rollback.flyway;

import org.jspecify.annotations.NullMarked;
