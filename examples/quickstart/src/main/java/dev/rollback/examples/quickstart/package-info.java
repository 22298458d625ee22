// SPDX-License-Identifier: Apache-2.0
/** The whole story in a minute: capture, migrate, write, plan, revert, verify. */
@NullMarked
package dev.rollback.examples.quickstart;

import org.jspecify.annotations.NullMarked;
