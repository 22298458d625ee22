// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.rollback.internal.plan;

import org.jspecify.annotations.NullMarked;
