// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.springboot;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What customers and the warehouse do. */
@RestController
class OrderController {
    private final Orders orders;
    private final JdbcClient jdbc;

    OrderController(Orders orders, JdbcClient jdbc) {
        this.orders = orders;
        this.jdbc = jdbc;
    }

    /** An order is paid at once. */
    @PostMapping("/orders")
    @Transactional
    public Order place(@RequestParam("customer") int customer, @RequestParam("amount") BigDecimal amount) {
        long id = orders.insert(customer, amount);
        jdbc.sql("INSERT INTO payments (order_id, amount) VALUES (?, ?)")
                .params(id, amount)
                .update();
        return orders.find(id);
    }

    @PostMapping("/orders/{id}/delivered")
    @Transactional
    public Order deliver(@PathVariable("id") long id) {
        jdbc.sql("UPDATE orders SET delivered = true WHERE id = ?").param(id).update();
        return orders.find(id);
    }

    @GetMapping("/orders/{id}")
    public Order order(@PathVariable("id") long id) {
        return orders.find(id);
    }
}
