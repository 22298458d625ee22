// SPDX-License-Identifier: Apache-2.0
/** Tests that migrations can be taken back: generated rows, trials of migrations, and how JUnit and AssertJ say it. */
@NullMarked
package dev.rollback.testkit;

import org.jspecify.annotations.NullMarked;
