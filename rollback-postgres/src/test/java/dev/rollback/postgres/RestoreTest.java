// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.capture.FileBackups;
import dev.rollback.capture.Restored;
import dev.rollback.capture.Restored.RestoredTable;
import dev.rollback.testkit.contract.Sample;
import dev.rollback.testservers.PgDump;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup's tables in another schema, and in their own after they were dropped. */
class RestoreTest {
    private static final String SHOP = """
            CREATE TABLE goods (id serial PRIMARY KEY, name varchar(20) NOT NULL DEFAULT 'public.goods' CHECK (name <> ''),
                twice int GENERATED ALWAYS AS (id * 2) STORED, parent int REFERENCES goods (id), UNIQUE (name));
            COMMENT ON TABLE goods IS 'what we sell';
            GRANT SELECT ON goods TO PUBLIC;
            CREATE INDEX goods_lower_idx ON goods (lower(name)) WHERE parent IS NULL;
            CREATE TABLE sales (id bigint GENERATED ALWAYS AS IDENTITY, day date NOT NULL, good int REFERENCES goods,
                PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
            CREATE TABLE sales_old PARTITION OF sales FOR VALUES FROM (MINVALUE) TO ('2025-01-01');
            CREATE TABLE sales_new PARTITION OF sales FOR VALUES FROM ('2025-01-01') TO (MAXVALUE);
            INSERT INTO goods (name, parent) SELECT 'g' || i, nullif(i / 10, 0) FROM generate_series(1, 50) i;
            INSERT INTO sales (day, good) SELECT '2024-12-01'::date + i, 1 + i % 50 FROM generate_series(1, 60) i;
            """;

    @TempDir
    private Path directory;

    private Rollback rollback(Sample sample, boolean files) {
        return files ? sample.builder().backups(FileBackups.in(directory)).build() : sample.rollback();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void intoAnotherSchema(boolean files) {
        try (Sample sample = Sample.fresh(new ScenarioPostgres(), SHOP)) {
            Rollback rollback = rollback(sample, files);
            rollback.capture("before");
            sample.execute("UPDATE goods SET name = 'broken ' || id; DROP TABLE sales");
            Restored restored = rollback.restore("before", "rescue");
            assertThat(restored.leftOut())
                    .contains("table public.goods: its comment, owner, privileges")
                    .allMatch(o -> o.contains(": its "));
            assertThat(restored.tables())
                    .contains(new RestoredTable("rescue.goods", 50), new RestoredTable("rescue.sales", 60));
            assertThat(sample.value("SELECT count(*) FROM rescue.goods WHERE name LIKE 'g%' AND twice = id * 2"))
                    .isEqualTo("50");
            assertThat(sample.value("SELECT count(*) FROM rescue.sales_new")).isEqualTo("30");
            sample.execute("""
                    INSERT INTO rescue.goods (name) VALUES ('next');
                    INSERT INTO rescue.sales (day, good) VALUES ('2025-05-05', 51);
                    """);
            assertThat(sample.value("SELECT id FROM rescue.goods WHERE name = 'next'"))
                    .isEqualTo("51");
            assertThat(sample.value("SELECT max(id) FROM rescue.sales")).isEqualTo("61");
            assertThat(sample.value("SELECT last_value FROM public.goods_id_seq"))
                    .isEqualTo("50");
            String there = PgDump.schema(ScenarioPostgres.of(sample), "rescue");
            assertThat(there)
                    .contains("goods_lower_idx", "rescue.goods_id_seq", "REFERENCES rescue.goods(id)")
                    .doesNotContain("public.goods_id_seq", "public.goods(");
            sample.refuses(RollbackRefusedException.class, () -> rollback.restore("before", "rescue"), "rescue.goods");
            sample.execute("DROP SCHEMA rescue CASCADE");
            assertThat(sample.value("SELECT count(*) FROM pg_tables WHERE schemaname = 'migration_backup'"
                            + " AND tablename LIKE '%\\_file\\_%'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void intoItsOwnSchemaOnceTheTablesAreGone() {
        try (Sample sample = Sample.fresh(new ScenarioPostgres(), SHOP)) {
            Rollback rollback = rollback(sample, true);
            rollback.capture("before");
            PgDump.Data rows = PgDump.data(ScenarioPostgres.of(sample), "public");
            sample.refuses(RollbackRefusedException.class, () -> rollback.restore("before", "public"), "public.goods");
            sample.execute("DROP TABLE sales, goods");
            rollback.restore("before", "public");
            assertThat(PgDump.data(ScenarioPostgres.of(sample), "public")).isEqualTo(rows);
        }
    }

    @Test
    void whatCannotBeRestored() {
        try (Sample sample = Sample.fresh(new ScenarioPostgres(), SHOP)) {
            Rollback rollback = sample.rollback();
            rollback.capture(CaptureOptions.of("empty").withStructureOnly());
            rollback.capture(CaptureOptions.of("part").withTables(List.of("sales")));
            sample.refuses(InvalidInputException.class, () -> rollback.restore("none", "rescue"), "none");
            sample.refuses(InvalidInputException.class, () -> rollback.restore("part", "pg_catalog"), "pg_catalog");
            sample.refuses(
                    InvalidInputException.class,
                    () -> rollback.restore("part", "migration_backup"),
                    "migration_backup");
            sample.refuses(RollbackRefusedException.class, () -> rollback.restore("empty", "rescue"), "empty");
            assertThat(rollback.restore("part", "rescue").leftOut())
                    .filteredOn(o -> !o.contains(": its "))
                    .singleElement()
                    .asString()
                    .contains("sales_good_fkey", "public.goods");
            sample.execute("CREATE SCHEMA other; CREATE SEQUENCE other.sales_id_seq");
            sample.refuses(
                    RollbackFailedException.class,
                    () -> rollback.restore("part", "other"),
                    "part",
                    "nothing was changed");
            assertThat(sample.value("SELECT count(*) FROM pg_class WHERE relnamespace = 'other'::regnamespace"))
                    .isEqualTo("1");
        }
    }
}
