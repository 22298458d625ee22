// SPDX-License-Identifier: Apache-2.0
/** The runbook of a partitioned table, done by the library. */
@NullMarked
package dev.rollback.examples.runbook;

import org.jspecify.annotations.NullMarked;
