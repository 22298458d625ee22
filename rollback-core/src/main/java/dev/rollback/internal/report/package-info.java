// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.rollback.internal.report;

import org.jspecify.annotations.NullMarked;
