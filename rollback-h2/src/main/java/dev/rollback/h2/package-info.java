// SPDX-License-Identifier: Apache-2.0
/** The dialect of H2. */
@NullMarked
package dev.rollback.h2;

import org.jspecify.annotations.NullMarked;
