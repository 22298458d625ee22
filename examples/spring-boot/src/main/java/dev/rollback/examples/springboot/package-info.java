// SPDX-License-Identifier: Apache-2.0
/** A shop on Spring Boot whose second release is taken back: the application, and the host that deploys it. */
@NullMarked
package dev.rollback.examples.springboot;

import org.jspecify.annotations.NullMarked;
