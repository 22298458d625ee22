// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackException;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;

/** A small database of customers and their orders, and the judge of everything that must not touch it. */
public final class Sample implements AutoCloseable {
    private static final String BEFORE = """
            CREATE TABLE customers (id integer NOT NULL PRIMARY KEY, name varchar(40) NOT NULL, email varchar(60), born date,
                CONSTRAINT customers_email_key UNIQUE (email));
            CREATE TABLE orders (id integer NOT NULL PRIMARY KEY, customer_id integer, amount numeric(10, 2),
                CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id));
            CREATE INDEX orders_amount_idx ON orders (amount);
            """
            + insert("customers", 20, i -> "'name %d', 'c%d@example.org', '2000-01-%02d'".formatted(i, i, i))
            + insert("orders", 50, i -> "%d, %d.25".formatted(1 + i % 20, i));
    private static final String MIGRATE = """
            ALTER TABLE customers DROP COLUMN email;
            ALTER TABLE customers DROP COLUMN born;
            ALTER TABLE orders ADD COLUMN paid boolean;
            """;

    private final ContractDatabase database;
    private final String before;

    private Sample(ContractServer server, String sql) {
        this.database = server.freshDatabase();
        database.execute(sql);
        this.before = structure();
    }

    /** Nothing but tables and rows. */
    public static Sample fresh(ContractServer server) {
        return fresh(server, BEFORE);
    }

    /** The same of other tables. */
    public static Sample fresh(ContractServer server, String sql) {
        return new Sample(server, sql);
    }

    /** Captured as "before", not migrated. */
    public static Sample captured(ContractServer server) {
        return captured(server, BEFORE);
    }

    /** The same of other tables. */
    public static Sample captured(ContractServer server, String sql) {
        Sample sample = new Sample(server, sql);
        sample.rollback().capture("before");
        return sample;
    }

    /** Captured as "before", migrated since: two columns dropped, one added. */
    public static Sample migrated(ContractServer server) {
        Sample sample = captured(server);
        sample.database.migrate(MIGRATE);
        return sample;
    }

    /** What one row has after its number. */
    @FunctionalInterface
    public interface Row {
        String of(int number);
    }

    /** A statement that inserts rows numbered from 1. */
    public static String insert(String table, int rows, Row row) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(i -> "(" + i + ", " + row.of(i) + ")")
                .collect(Collectors.joining(",\n", "INSERT INTO " + table + " VALUES ", ";\n"));
    }

    public ContractDatabase database() {
        return database;
    }

    /** The structure as it was when the sample was made. */
    public String before() {
        return before;
    }

    public Rollback rollback() {
        return builder().build();
    }

    public Rollback.Builder builder() {
        return Rollback.builder(database.dataSource())
                .schemas(database.schema())
                .backupSchema(database.backupSchema());
    }

    /** Runs a script; {@code %backup%} is the backup schema in it, and {@code %schema%} that of the tables. */
    public void execute(String sql) {
        database.execute(named(sql));
    }

    /** The first value of a query, as text; {@code null} in words when it is none. */
    public String value(String query) {
        return String.valueOf(database.query(named(query)).get(0).get(0));
    }

    private String named(String sql) {
        return sql.replace("%backup%", database.backupSchema()).replace("%schema%", database.schema());
    }

    public String structure() {
        return database.structure(List.of(database.schema()));
    }

    public String rows() {
        return database.rows(List.of(database.schema()));
    }

    public static RevertOptions accepting() {
        return RevertOptions.builder().allowDataLoss(true).build();
    }

    /** Gives up on locks soon. */
    public static RevertOptions impatient() {
        return RevertOptions.builder()
                .allowDataLoss(true)
                .lockTimeout(Duration.ofMillis(1000))
                .lockPatience(Duration.ofMillis(1500))
                .build();
    }

    /** Takes the database back and proves it with the dump program. */
    public void worksNow() {
        Rollback rollback = rollback();
        proves(rollback.revert(rollback.plan("before"), accepting()));
    }

    public void proves(RollbackReport report) {
        assertThat(report.isProven()).as(report.toText()).isTrue();
        assertThat(structure()).isEqualTo(before);
        assertThat(rollback().verify("before").findings()).isEmpty();
    }

    /** Must fail with a clear word that names all of these, and change nothing in the users' schema. */
    public <T extends RollbackException> T refuses(Class<T> type, ThrowingCallable action, String... named) {
        return refuses(List.of(database.schema()), type, action, named);
    }

    /** The same, and the backup schema is untouched too. */
    public <T extends RollbackException> T refusesWithoutTrace(
            Class<T> type, ThrowingCallable action, String... named) {
        return refuses(List.of(database.schema(), database.backupSchema()), type, action, named);
    }

    private <T extends RollbackException> T refuses(
            List<String> watched, Class<T> type, ThrowingCallable action, String... named) {
        String untouched = database.everything(watched);
        T failure = fails(type, action, named);
        assertThat(database.everything(watched)).isEqualTo(untouched);
        return failure;
    }

    /** Tests that must leave the users' schema and the backup schema as they are. */
    public Stream<DynamicTest> untouchedBy(Stream<DynamicTest> tests) {
        List<String> watched = List.of(database.schema(), database.backupSchema());
        String untouched = database.everything(watched);
        DynamicTest last = DynamicTest.dynamicTest(
                "nothing was touched",
                () -> assertThat(database.everything(watched)).isEqualTo(untouched));
        return Stream.concat(tests, Stream.of(last));
    }

    /** Must fail with a clear word that names all of these. */
    public <T extends RollbackException> T fails(Class<T> type, ThrowingCallable action, String... named) {
        Throwable failure = catchThrowable(action);
        String[] words = List.of(named).stream().map(this::named).toArray(String[]::new);
        assertThat(failure).isInstanceOf(type);
        assertThat(List.of(words)).allMatch(String.valueOf(failure.getMessage())::contains, failure.getMessage());
        isClear((RollbackException) failure);
        return type.cast(failure);
    }

    /** Sentences for people: no class names, no nulls, no password. */
    public static void isClear(RollbackException failure) {
        String message = String.valueOf(failure.getMessage());
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
