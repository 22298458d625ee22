// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackException;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A small database that was captured, and the judge of everything that must not touch it. */
final class BadInput implements AutoCloseable {
    private static final String BEFORE = """
            CREATE TABLE customers (id integer PRIMARY KEY, name text NOT NULL,
                email text CONSTRAINT customers_email_key UNIQUE, born date);
            CREATE TABLE orders (id integer PRIMARY KEY,
                customer_id integer CONSTRAINT orders_customer_fk REFERENCES customers, amount numeric(10, 2));
            CREATE INDEX orders_amount_idx ON orders (amount);
            INSERT INTO customers SELECT i, 'name ' || i, 'c' || i || '@example.org', date '2000-01-01' + i
                FROM generate_series(1, 20) i;
            INSERT INTO orders SELECT i, 1 + i % 20, i / 4.0 FROM generate_series(1, 50) i;
            """;
    private static final String MIGRATE = """
            BEGIN;
            ALTER TABLE customers DROP COLUMN email, DROP COLUMN born;
            ALTER TABLE orders ADD COLUMN paid boolean;
            COMMIT;
            """;

    final TestDatabase database = TestPostgres.shared().freshDatabase();
    final String before;

    private BadInput(String sql) {
        database.execute(sql);
        before = PgDump.schema(database, "public");
    }

    /** Captured as "before", not migrated. */
    static BadInput captured() {
        return captured(BEFORE);
    }

    static BadInput captured(String sql) {
        BadInput sample = new BadInput(sql);
        sample.rollback().capture("before");
        return sample;
    }

    /** Captured as "before", migrated since: two columns dropped, one added. */
    static BadInput migrated() {
        BadInput sample = captured();
        sample.database.execute(MIGRATE);
        return sample;
    }

    /** Not even captured. */
    static BadInput fresh() {
        return fresh(BEFORE);
    }

    static BadInput fresh(String sql) {
        return new BadInput(sql);
    }

    Rollback rollback() {
        return builder().build();
    }

    Rollback.Builder builder() {
        return Rollback.builder(database.dataSource());
    }

    void execute(String sql) {
        database.execute(sql);
    }

    String value(String query) {
        return String.valueOf(database.query(query).get(0).get(0));
    }

    static RevertOptions accepting() {
        return RevertOptions.builder().allowDataLoss(true).build();
    }

    /** Gives up on locks soon. */
    static RevertOptions impatient() {
        return RevertOptions.builder()
                .lockTimeout(Duration.ofMillis(100))
                .lockPatience(Duration.ofMillis(600))
                .build();
    }

    /** Takes the database back and proves it with pg_dump. */
    void worksNow() {
        Rollback rollback = rollback();
        proves(rollback.revert(rollback.plan("before"), accepting()));
    }

    void proves(RollbackReport report) {
        assertThat(report.isProven()).as(report.toText()).isTrue();
        assertThat(PgDump.schema(database, "public")).isEqualTo(before);
        assertThat(rollback().verify("before").findings()).isEmpty();
    }

    /** Must fail with a clear word that names all of these, and change nothing in the users' schemas. */
    <T extends RollbackException> T refuses(Class<T> type, ThrowingCallable action, String... named) {
        return refuses(List.of("public"), type, action, named);
    }

    /** The same, and the backup schema is untouched too. */
    <T extends RollbackException> T refusesWithoutTrace(Class<T> type, ThrowingCallable action, String... named) {
        return refuses(List.of("public", "migration_backup"), type, action, named);
    }

    private <T extends RollbackException> T refuses(
            List<String> schemas, Class<T> type, ThrowingCallable action, String... named) {
        String[] watched = schemas.stream()
                .filter(s -> value("SELECT to_regnamespace('" + s + "')").equals(s))
                .toArray(String[]::new);
        String structure = PgDump.schema(database, watched);
        PgDump.Data rows = PgDump.data(database, watched);
        Throwable failure = catchThrowable(action);
        assertThat(PgDump.schema(database, watched)).isEqualTo(structure);
        assertThat(PgDump.data(database, watched)).isEqualTo(rows);
        assertThat(failure).isInstanceOf(type).hasMessageContainingAll(named);
        isClear((RollbackException) failure);
        return type.cast(failure);
    }

    /** Sentences for people: no class names, no nulls, no password. */
    static void isClear(RollbackException failure) {
        String message = failure.getMessage();
        assertThat(message)
                .doesNotContain("Exception", "org.", "java.", "jooq")
                .doesNotMatch("(?s).*(?<!')\\bnull\\b(?!').*");
        if (failure instanceof RollbackFailedException failed) {
            assertThat(message.lines().findFirst().orElseThrow()).endsWith(".").hasSizeLessThan(600);
            assertThat(failed.state()).endsWith(".");
            assertThat(failed.next()).endsWith(".");
        } else if (failure instanceof RollbackRefusedException refused) {
            assertThat(refused.reasons()).isNotEmpty().allMatch(r -> r.endsWith(".") && !r.contains("\n"));
        } else {
            assertThat(message).endsWith(".").hasSizeLessThan(600).doesNotContain("\n");
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
