// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.rollback.testservers;

import org.jspecify.annotations.NullMarked;
