// SPDX-License-Identifier: Apache-2.0
/** Real database servers for this project's own tests: one per JVM and engine, a fresh database per test. */
@NullMarked
package dev.rollback.testservers;

import org.jspecify.annotations.NullMarked;
