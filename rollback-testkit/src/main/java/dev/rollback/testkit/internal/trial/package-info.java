// SPDX-License-Identifier: Apache-2.0
/** How one migration is tried. */
@NullMarked
package dev.rollback.testkit.internal.trial;

import org.jspecify.annotations.NullMarked;
