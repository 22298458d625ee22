// SPDX-License-Identifier: Apache-2.0
/** The dialect for PostgreSQL 15 to 18. */
@NullMarked
package dev.rollback.postgres;

import org.jspecify.annotations.NullMarked;
