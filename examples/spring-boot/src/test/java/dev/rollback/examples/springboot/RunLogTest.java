// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rollback.Rollback;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The library's log of runs, as a host with Logback gets it. */
class RunLogTest {
    @Test
    void aRunIsLoggedWithItsFacts() {
        Logger logger = (Logger) LoggerFactory.getLogger("dev.rollback.run");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try (TestDatabase database = TestPostgres.shared().freshDatabase()) {
            database.execute("CREATE TABLE a (id int PRIMARY KEY, c text); INSERT INTO a VALUES (1, 'x')");
            Rollback rollback =
                    Rollback.builder(database.dataSource()).schemas("public").build();
            rollback.capture("before");
            database.execute("ALTER TABLE a DROP COLUMN c");
            rollback.revert(rollback.plan("before"));
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("Run 1 begins", "Run 1 to 'before' ended: DONE");
        assertThat(log.list.get(1).getKeyValuePairs())
                .extracting(pair -> pair.key, pair -> String.valueOf(pair.value))
                .contains(tuple("run", "1"), tuple("target", "before"), tuple("outcome", "DONE"), tuple("rows", "1"));
    }
}
