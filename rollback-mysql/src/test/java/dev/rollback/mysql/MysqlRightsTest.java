// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.testkit.contract.Sample;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import dev.rollback.testservers.TestRole;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A user with the documented privileges can do everything; without any one of them he is told which, and nothing is touched. */
class MysqlRightsTest {
    private static final List<String> SEEING = List.of("SELECT", "SHOW VIEW", "TRIGGER", "EVENT");
    private static final List<String> CHANGING = List.of(
            "INSERT",
            "UPDATE",
            "DELETE",
            "CREATE",
            "DROP",
            "ALTER",
            "INDEX",
            "REFERENCES",
            "CREATE VIEW",
            "CREATE ROUTINE",
            "LOCK TABLES");
    private static final List<String> KEEPING = List.of("CREATE", "DROP", "ALTER", "INSERT");
    private static final List<String> RUNNING = List.of("SELECT", "UPDATE", "DELETE", "CREATE TEMPORARY TABLES");
    private static final String BEFORE = """
            CREATE TABLE countries (code varchar(9) PRIMARY KEY);
            CREATE TABLE customers (id integer PRIMARY KEY, name varchar(40) NOT NULL, code varchar(20), country varchar(9),
                CONSTRAINT country_fk FOREIGN KEY (country) REFERENCES countries (code), KEY by_code (code));
            INSERT INTO countries VALUES ('ch');
            INSERT INTO customers VALUES (1, 'one', '1', 'ch'), (2, 'two', '2', 'ch');
            CREATE VIEW names AS SELECT id, name, country FROM customers;
            CREATE TRIGGER stamp BEFORE INSERT ON customers FOR EACH ROW SET NEW.code = '7';
            CREATE PROCEDURE tidy() DELETE FROM customers WHERE id < 0;
            CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM customers WHERE id < 0;
            """;
    private static final String MIGRATE = """
            DROP VIEW names;
            DROP TRIGGER stamp;
            DROP PROCEDURE tidy;
            DROP EVENT nightly;
            ALTER TABLE customers DROP COLUMN name, DROP FOREIGN KEY country_fk, DROP KEY by_code;
            CREATE VIEW added AS SELECT id FROM customers;
            CREATE FUNCTION one() RETURNS integer DETERMINISTIC RETURN 1;
            CREATE EVENT hourly ON SCHEDULE EVERY 1 HOUR DISABLE DO DELETE FROM customers WHERE id < 0;
            """;

    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void eachMissingPrivilegeIsNamed(Supplier<TestMysqlServer> server) {
        try (Sample sample = Sample.fresh(new ScenarioMysql(server.get()), "SELECT 1");
                TestRole role = server.get().freshRole()) {
            grant(sample, role, "GRANT", "%schema%.*", SEEING);
            grant(sample, role, "GRANT", "%schema%.*", CHANGING);
            grant(sample, role, "GRANT", "%backup%.*", KEEPING);
            grant(sample, role, "GRANT", "%backup%.*", RUNNING);
            TestDatabase as = ScenarioMysql.as(sample, role);
            as.execute(BEFORE);
            String before = sample.structure();
            Rollback rollback = Rollback.builder(as.dataSource())
                    .schemas(sample.database().schema())
                    .backupSchema(sample.database().backupSchema())
                    .build();

            Consumer<Rollback> capture = r -> r.capture("before");
            refuses(sample, role, rollback, capture, "%schema%.*", SEEING);
            refuses(sample, role, rollback, capture, "%backup%.*", KEEPING);
            rollback.capture("before");
            as.execute(MIGRATE);
            assertThat(rollback.verify("before").isClean()).isFalse();

            Consumer<Rollback> revert = r -> {
                RollbackPlan plan = r.plan("before");
                r.revert(plan, Sample.accepting());
            };
            refuses(sample, role, rollback, revert, "%schema%.*", SEEING);
            refuses(sample, role, rollback, revert, "%schema%.*", CHANGING);
            refuses(sample, role, rollback, revert, "%backup%.*", KEEPING);
            refuses(sample, role, rollback, revert, "%backup%.*", RUNNING);
            refuses(sample, role, rollback, revert, "FUNCTION %schema%.one", List.of("ALTER ROUTINE"));
            assertThat(rollback.history()).isEmpty();

            RollbackReport report = rollback.revert(rollback.plan("before"), Sample.accepting());
            assertThat(report.isProven()).as(report.toText()).isTrue();
            assertThat(sample.structure()).isEqualTo(before);
            assertThat(rollback.cleanup(report.run())).isNotEmpty();
            grant(sample, role, "GRANT", "%backup%_drill.*", List.of("SELECT", "INSERT", "CREATE", "DROP"));
            assertThat(rollback.drillBackup("before").problems()).isEmpty();
            rollback.prune(0);
            assertThat(rollback.backups()).isEmpty();
        }
    }

    private static void refuses(
            Sample sample,
            TestRole role,
            Rollback rollback,
            Consumer<Rollback> action,
            String where,
            List<String> privileges) {
        for (String privilege : privileges) {
            grant(sample, role, "REVOKE", where, List.of(privilege));
            sample.refusesWithoutTrace(
                    RollbackFailedException.class, () -> action.accept(rollback), role.name(), privilege, "privilege");
            grant(sample, role, "GRANT", where, List.of(privilege));
        }
    }

    private static void grant(Sample sample, TestRole role, String verb, String where, List<String> privileges) {
        sample.execute(verb + " " + String.join(", ", privileges) + " ON " + where
                + (verb.equals("GRANT") ? " TO " : " FROM ") + role.name());
    }
}
