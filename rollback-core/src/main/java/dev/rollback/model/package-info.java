// SPDX-License-Identifier: Apache-2.0
/** What a database looks like, as values: no JDBC, no SQL building. */
@NullMarked
package dev.rollback.model;

import org.jspecify.annotations.NullMarked;
