// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.rollback.internal.capture;

import org.jspecify.annotations.NullMarked;
