// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.springboot;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application; the profiles {@code release-1} and {@code release-2} are its two releases. */
@SpringBootApplication
class Shop {}
