// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.springboot;

import java.math.BigDecimal;

/**
 * What a customer sees of an order.
 *
 * @param customer the name, with the mail address where the release knows it
 */
record Order(long id, String customer, BigDecimal amount, boolean delivered) {}
