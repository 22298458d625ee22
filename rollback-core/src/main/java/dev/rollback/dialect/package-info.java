// SPDX-License-Identifier: Apache-2.0
/** For dialect authors: what a database product must answer so that the four steps work on it. */
@NullMarked
package dev.rollback.dialect;

import org.jspecify.annotations.NullMarked;
