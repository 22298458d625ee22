// SPDX-License-Identifier: Apache-2.0
/** The façade: take a database back to what it was before a migration, and prove it. */
@NullMarked
package dev.rollback;

import org.jspecify.annotations.NullMarked;
