// SPDX-License-Identifier: Apache-2.0
/** Reads the catalog into the model. */
@NullMarked
package dev.rollback.postgres.catalog;

import org.jspecify.annotations.NullMarked;
