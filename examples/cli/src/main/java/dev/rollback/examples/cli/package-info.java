// SPDX-License-Identifier: Apache-2.0
/** An example host application: the library as a command. */
@NullMarked
package dev.rollback.examples.cli;

import org.jspecify.annotations.NullMarked;
