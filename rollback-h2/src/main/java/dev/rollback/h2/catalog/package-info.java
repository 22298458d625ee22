// SPDX-License-Identifier: Apache-2.0
/** Reads the catalog of H2. No API: for the dialect alone. */
@NullMarked
package dev.rollback.h2.catalog;

import org.jspecify.annotations.NullMarked;
