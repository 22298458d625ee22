// SPDX-License-Identifier: Apache-2.0
/** Nobody outside this module may import it. */
@NullMarked
package dev.rollback.internal;

import org.jspecify.annotations.NullMarked;
