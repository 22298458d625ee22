// SPDX-License-Identifier: Apache-2.0
/** The smallest host: no framework, no migration tool. */
@NullMarked
package dev.rollback.examples.plainjdbc;

import org.jspecify.annotations.NullMarked;
