// SPDX-License-Identifier: Apache-2.0
/** What stands behind the test kit. */
@NullMarked
package dev.rollback.testkit.internal;

import org.jspecify.annotations.NullMarked;
