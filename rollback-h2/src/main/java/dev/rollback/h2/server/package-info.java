// SPDX-License-Identifier: Apache-2.0
/** What H2 knows about itself, and how it is asked. No API: for the dialect alone. */
@NullMarked
package dev.rollback.h2.server;

import org.jspecify.annotations.NullMarked;
