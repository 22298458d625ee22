// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import dev.rollback.testservers.TestRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A role that is no superuser can do everything; without any one of its rights it is told which, and nothing is touched. */
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
    private BadInput sample;

    @BeforeEach
    void create() {
        sample = BadInput.fresh("SELECT 1");
        execute(BEFORE);
    }

    @AfterEach
    void close() {
        sample.close();
        role.close();
    }

    private void execute(String sql) {
        sample.execute(sql.replace("ROLE", role.name()).replace("DB", sample.database.name()));
    }

    private Rollback rollback() {
        return Rollback.builder(asRole().dataSource()).schemas("public").build();
    }

    private TestDatabase asRole() {
        return sample.database.as(role);
    }

    @Test
    void allRights() {
        String before = PgDump.schema(sample.database, "public");
        Rollback rollback = rollback();
        rollback.capture("before");
        asRole().execute(MIGRATE);
        RollbackReport report = rollback.revert(rollback.plan("before"), BadInput.accepting());
        assertThat(report.isProven()).as(report.toText()).isTrue();
        assertThat(PgDump.schema(sample.database, "public")).isEqualTo(before);
        assertThat(rollback.cleanup(report.run())).isNotEmpty();
        assertThat(rollback.drillBackup("before").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REVOKE SELECT ON customers FROM ROLE                             | lacks SELECT on table public.customers
            REVOKE SELECT ON numbers FROM ROLE                               | lacks SELECT on sequence public.numbers
            REVOKE USAGE ON SCHEMA public FROM ROLE                          | lacks USAGE on schema public
            REVOKE CREATE ON DATABASE DB FROM ROLE                           | lacks CREATE on database
            CREATE SCHEMA migration_backup; GRANT CREATE ON SCHEMA migration_backup TO ROLE | lacks USAGE on schema migration_backup
            CREATE SCHEMA migration_backup; GRANT USAGE ON SCHEMA migration_backup TO ROLE  | lacks CREATE on schema migration_backup
            ALTER TABLE customers FORCE ROW LEVEL SECURITY, ENABLE ROW LEVEL SECURITY       | lacks BYPASSRLS: row security hides rows of table public.customers
            ALTER TABLE customers OWNER TO postgres, ENABLE ROW LEVEL SECURITY; GRANT SELECT ON customers, customers_id_seq TO ROLE | lacks BYPASSRLS
            """)
    void capture(String removed, String named) {
        execute(removed);
        sample.refusesWithoutTrace(
                RollbackFailedException.class, () -> rollback().capture("before"), role.name(), named);
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

    /** What the plan reads is missed by the plan already; what the run changes, by the run. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REVOKE SELECT ON customers FROM ROLE               | lacks SELECT on table public.customers
            REVOKE SELECT ON numbers FROM ROLE                 | lacks SELECT on sequence public.numbers
            REVOKE USAGE ON SCHEMA public FROM ROLE            | lacks USAGE on schema public
            REVOKE CREATE ON SCHEMA public FROM ROLE           | lacks CREATE on schema public
            REVOKE TEMPORARY ON DATABASE DB FROM PUBLIC        | lacks TEMPORARY on the database
            REVOKE USAGE ON SCHEMA migration_backup FROM ROLE  | lacks USAGE on schema migration_backup
            REVOKE CREATE ON SCHEMA migration_backup FROM ROLE | lacks CREATE on schema migration_backup
            ALTER TABLE migration_backup.customers_backup OWNER TO postgres | lacks SELECT on table migration_backup.customers_backup
            ALTER TABLE migration_backup.rollback_backup OWNER TO postgres  | lacks SELECT on table migration_backup.rollback_backup
            REVOKE INSERT ON migration_backup.rollback_run FROM ROLE        | lacks INSERT on table migration_backup.rollback_run
            REVOKE UPDATE ON migration_backup.rollback_run FROM ROLE        | lacks UPDATE on table migration_backup.rollback_run
            REVOKE INSERT ON migration_backup.rollback_quarantine FROM ROLE | lacks INSERT on table migration_backup.rollback_quarantine
            REVOKE INSERT ON migration_backup.rollback_step FROM ROLE       | lacks INSERT on table migration_backup.rollback_step
            ALTER TABLE customers FORCE ROW LEVEL SECURITY, ENABLE ROW LEVEL SECURITY     | lacks BYPASSRLS: row security hides rows of table public.customers
            ALTER TABLE customers OWNER TO postgres; GRANT ALL ON customers TO ROLE; GRANT ALL ON customers_id_seq TO ROLE       | is neither the owner of table public.customers nor a member of role postgres
            ALTER VIEW names OWNER TO postgres; GRANT ALL ON names TO ROLE  | is no member of role postgres, who owns view public.names
            ALTER PUBLICATION changes OWNER TO postgres        | is no member of role postgres, who owns publication
            ALTER TABLE countries OWNER TO postgres; GRANT SELECT ON countries TO ROLE    | lacks REFERENCES on table public.countries
            """)
    void planAndRevert(String removed, String named) {
        rollback().capture("before");
        asRole().execute(MIGRATE);
        execute(removed);
        sample.refusesWithoutTrace(
                RollbackFailedException.class,
                () -> {
                    Rollback rollback = rollback();
                    RollbackPlan plan = rollback.plan("before");
                    rollback.revert(plan, BadInput.accepting());
                },
                named);
        assertThat(sample.value("SELECT count(*) FROM migration_backup.rollback_run"))
                .isEqualTo("0");
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
                () -> rollback().revert(rollback().plan("before"), BadInput.accepting()),
                "there is no role " + owner.name() + ", who owned table public.customers");
    }
}
