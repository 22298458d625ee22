// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.springboot;

import java.math.BigDecimal;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements that the releases write differently. */
interface Orders {
    /** Returns its number. */
    long insert(int customer, BigDecimal amount);

    Order find(long id);

    /** Knows mail addresses and cents. */
    @Component
    @Profile("release-1")
    class OfRelease1 implements Orders {
        private final JdbcClient jdbc;

        OfRelease1(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public long insert(int customer, BigDecimal amount) {
            return jdbc.sql("INSERT INTO orders (customer_id, amount) VALUES (?, ?) RETURNING id")
                    .params(customer, amount)
                    .query(Long.class)
                    .single();
        }

        @Override
        public Order find(long id) {
            return jdbc.sql("""
                            SELECT o.id, c.name || ' <' || c.email || '>' AS customer, o.amount, o.delivered
                            FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id = ?""").param(id).query(Order.class).single();
        }
    }

    /** Knows priorities and whole amounts. */
    @Component
    @Profile("release-2")
    class OfRelease2 implements Orders {
        private final JdbcClient jdbc;

        OfRelease2(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public long insert(int customer, BigDecimal amount) {
            return jdbc.sql("INSERT INTO orders (customer_id, amount, priority) VALUES (?, ?, 1) RETURNING id")
                    .params(customer, amount)
                    .query(Long.class)
                    .single();
        }

        @Override
        public Order find(long id) {
            return jdbc.sql("""
                            SELECT o.id, c.name AS customer, o.amount, o.delivered
                            FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id = ?""").param(id).query(Order.class).single();
        }
    }
}
