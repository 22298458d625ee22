// SPDX-License-Identifier: Apache-2.0
/** How trials become tests. */
@NullMarked
package dev.rollback.testkit.internal.junit;

import org.jspecify.annotations.NullMarked;
