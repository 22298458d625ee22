// SPDX-License-Identifier: Apache-2.0
/** What integrations of migration tools have in common. */
@NullMarked
package dev.rollback.tool;

import org.jspecify.annotations.NullMarked;
