// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.dialect.Relation;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresSequenceDdlTest {
    private static DdlFixture db;

    @BeforeAll
    static void open() {
        db = new DdlFixture("");
    }

    @AfterAll
    static void close() {
        db.close();
    }

    /** Where a captured sequence, moved since, with values handed out elsewhere and in the table, goes on. */
    @ParameterizedTest
    @CsvSource({
        // options, captured, live, candidates, rows, next
        "'', , , '', '', 1", // never used
        "START 50, , , '', '', 50",
        "START 50, , , '', '7 8', 50", // rows below the start do not matter
        "START 50, , , '', '50 51', 52",
        "START 50, , , '49', '', 50",
        "START 50, , , '50', '', 51",
        "'', 10, 10, '', '', 11",
        "'', 10, 12, '', '', 13", // moved since
        "'', 10, 5, '', '', 11", // the migration set it back
        "'', 10, 10, '12 40 30', '', 41",
        "'', 10, 10, '', '12 40 30', 41",
        "'', 10, 10, '40', '41', 42",
        "'', 10, 10, '3', '4', 11",
        "INCREMENT 10, 10, 10, '', '15', 20", // the next one is beyond all rows
        "INCREMENT 10, 10, 10, '', '20', 30",
        "INCREMENT -1 MINVALUE -99, -10, -12, '-20', '-15', -21",
        "INCREMENT -1, , , '', '', -1",
        "INCREMENT -1 MINVALUE -99, -10, -10, '5', '-3', -11",
        "MAXVALUE 100, 10, 10, '500', '101 7', 11", // out of reach
        "MAXVALUE 100 CYCLE, 10, 10, '100', '', 1",
        "MINVALUE -9223372036854775808 START -9223372036854775808, , , '', '', -9223372036854775808",
        "'', 9223372036854775806, 9223372036854775806, '', '', 9223372036854775807",
    })
    void positions(
            String options,
            @Nullable String captured,
            @Nullable String live,
            String candidates,
            String rows,
            long next) {
        db.database.execute("DROP TABLE IF EXISTS app.t; DROP SEQUENCE IF EXISTS app.s;" + "CREATE SEQUENCE app.s "
                + options + "; CREATE TABLE app.t (id bigint)");
        set(captured);
        Sequence sequence = read();
        set(live);
        numbers(rows).forEach(r -> db.database.execute("INSERT INTO app.t VALUES (" + r + ")"));
        db.run(db.ddl.position(owned(sequence), numbers(candidates), Optional.of(new Relation("app", "t"))));
        assertThat(db.database.query("SELECT nextval('app.s')")).isEqualTo(List.of(List.of(String.valueOf(next))));
    }

    @Test
    void withoutATable() {
        db.database.execute("DROP SEQUENCE IF EXISTS app.s; CREATE SEQUENCE app.s AS smallint");
        db.run(db.ddl.position(read(), List.of(3L, 32767L), Optional.empty()));
        assertThat(db.database.query("SELECT last_value, is_called FROM app.s"))
                .isEqualTo(List.of(List.of("32767", "t")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 10, MAXVALUE 20 INCREMENT 2 CYCLE CACHE 9, 12, 10",
        "AS integer, 10, AS bigint MAXVALUE 99999999999 RESTART 88888888888, 88888888888, 10", // out of the old bounds
        "MINVALUE 5 START 7, , MINVALUE 1 RESTART 2, 2, 7",
        "INCREMENT -1, -10, INCREMENT 1 MAXVALUE 100 RESTART 50, 50, -10",
    })
    void optionsChangeInPlace(String options, @Nullable String position, String migration, String live, long expected) {
        db.database.execute(
                "DROP TABLE IF EXISTS app.t; DROP SEQUENCE IF EXISTS app.s; CREATE SEQUENCE app.s " + options);
        set(position);
        Sequence before = read();
        db.database.execute("ALTER SEQUENCE app.s " + migration);
        Sequence now = read();
        assertThat(now.definition()).isNotEqualTo(before.definition());
        db.run(db.ddl.change(now, before).orElseThrow());
        assertThat(read().definition()).isEqualTo(before.definition());
        assertThat(read().position()).isEqualTo(expected);
    }

    @Test
    void createsAndDrops() {
        db.database.execute("DROP SEQUENCE IF EXISTS app.s; CREATE SEQUENCE app.s AS smallint START 4 INCREMENT -3"
                + " MINVALUE -50 MAXVALUE 9 CACHE 2 CYCLE");
        Sequence before = read();
        db.run(db.ddl.drop(before));
        db.run(db.ddl.create(before, List.of()));
        assertThat(read().definition()).isEqualTo(before.definition());
    }

    private static void set(@Nullable String position) {
        if (position != null) {
            db.database.query("SELECT setval('app.s', " + position + ")");
        }
    }

    private static Sequence read() {
        return (Sequence)
                db.read().find(ObjectId.of(ObjectKind.SEQUENCE, "app", "s")).orElseThrow();
    }

    private static Sequence owned(Sequence s) {
        return new Sequence(
                s.id(),
                s.options(),
                null,
                "id",
                ObjectId.table("app", "t"),
                s.increment(),
                s.position(),
                s.called(),
                s.settings(),
                s.nativeId());
    }

    private static List<Long> numbers(String text) {
        return Stream.of(text.split(" "))
                .filter(n -> !n.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
