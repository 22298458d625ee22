// SPDX-License-Identifier: Apache-2.0
/** What a database holds, read without the library under test, and what two such pictures differ in. */
@NullMarked
package dev.rollback.testkit.internal.judge;

import org.jspecify.annotations.NullMarked;
