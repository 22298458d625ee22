// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.testkit.contract.Sample;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import dev.rollback.testservers.TestRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rights that are about other roles. */
class BadInputRightsTest {
    private static final String BEFORE = """
            CREATE TABLE countries (code text PRIMARY KEY);
            CREATE TABLE customers (id serial PRIMARY KEY, name text NOT NULL, code varchar(20),
                country text REFERENCES countries);
            CREATE SEQUENCE numbers;
            CREATE VIEW names AS SELECT id, name, country FROM customers;
            INSERT INTO countries VALUES ('ch');
            INSERT INTO customers (name, code, country) SELECT 'n' || i, i, 'ch' FROM generate_series(1, 9) i;
            CREATE PUBLICATION changes FOR TABLE customers;
            ALTER TABLE countries OWNER TO ROLE;
            ALTER TABLE customers OWNER TO ROLE;
            ALTER VIEW names OWNER TO ROLE;
            ALTER SEQUENCE numbers OWNER TO ROLE;
            GRANT CREATE ON DATABASE DB TO ROLE;
            GRANT CREATE, USAGE ON SCHEMA public TO ROLE;
            ALTER PUBLICATION changes OWNER TO ROLE;
            REVOKE ALL ON SCHEMA public FROM PUBLIC;
            """;
    private static final String MIGRATE = """
            BEGIN;
            DROP VIEW names;
            ALTER TABLE customers DROP COLUMN name, ALTER COLUMN code TYPE integer USING code::integer;
            CREATE VIEW names AS SELECT id, country FROM customers;
            COMMIT;
            """;

    private final TestRole role = TestPostgres.shared().freshRole();
    private Sample sample;

    @BeforeEach
    void create() {
        sample = Sample.fresh(new ScenarioPostgres(), "SELECT 1");
        execute(BEFORE);
    }

    @AfterEach
    void close() {
        sample.close();
        role.close();
    }

    private void execute(String sql) {
        sample.execute(sql.replace("ROLE", role.name())
                .replace("DB", ScenarioPostgres.of(sample).name()));
    }

    private Rollback rollback() {
        return Rollback.builder(asRole().dataSource()).schemas("public").build();
    }

    private TestDatabase asRole() {
        return ScenarioPostgres.of(sample).as(role);
    }

    /** The tables of ours may be another role's. */
    @ParameterizedTest
    @CsvSource({"SELECT", "INSERT", "UPDATE"})
    void captureIntoTablesOfAnotherRole(String privilege) {
        sample.rollback().capture("first");
        execute("GRANT USAGE, CREATE ON SCHEMA migration_backup TO ROLE;"
                + "GRANT ALL ON ALL TABLES IN SCHEMA migration_backup TO ROLE");
        rollback().capture("second");
        execute("REVOKE " + privilege + " ON migration_backup.rollback_backup FROM ROLE");
        sample.refusesWithoutTrace(
                RollbackFailedException.class,
                () -> rollback().capture("third"),
                "lacks " + privilege + " on table migration_backup.rollback_backup");
    }

    /** A role that is gone cannot own anything again. */
    @Test
    void theOwnerIsGone() {
        TestRole owner = TestPostgres.shared().freshRole();
        execute("GRANT " + owner.name() + " TO ROLE; GRANT CREATE, USAGE ON SCHEMA public TO " + owner.name()
                + "; ALTER TABLE customers OWNER TO " + owner.name());
        rollback().capture("before");
        asRole().execute(MIGRATE);
        execute("REASSIGN OWNED BY " + owner.name() + " TO ROLE");
        owner.close();
        sample.refusesWithoutTrace(
                RollbackFailedException.class,
                () -> rollback().revert(rollback().plan("before"), Sample.accepting()),
                "there is no role " + owner.name() + ", who owned table public.customers");
    }
}
