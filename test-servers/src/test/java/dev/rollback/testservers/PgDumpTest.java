// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PgDumpTest {
    @Test
    void theSameDatabaseIsDumpedToTheSameText() {
        try (TestDatabase a = database("1, 'x'), (2, 'y'");
                TestDatabase b = database("2, 'y'), (1, 'x'")) {
            assertThat(PgDump.schema(a, "Shop"))
                    .isEqualTo(PgDump.schema(b, "Shop"))
                    .contains("CREATE TABLE \"Shop\".orders", "-- a comment of the function", "\n\n\n  SELECT 1;")
                    .doesNotContain("-- Name:", "restrict ", "other");
            assertThat(PgDump.data(a, "Shop")).isEqualTo(PgDump.data(b, "Shop"));
            assertThat(PgDump.data(a, "Shop").sequences()).containsEntry("\"Shop\".orders_id_seq", "2, true");
        }
    }

    @Test
    void aChangedRowOrDefinitionShows() {
        try (TestDatabase a = database("1, 'x'), (2, 'y'");
                TestDatabase b = database("1, 'x'), (2, 'z'")) {
            b.execute("ALTER TABLE \"Shop\".orders ALTER note SET NOT NULL");
            assertThat(PgDump.schema(a, "Shop")).isNotEqualTo(PgDump.schema(b, "Shop"));
            assertThat(PgDump.data(a, "Shop").tables())
                    .isNotEqualTo(PgDump.data(b, "Shop").tables());
            assertThat(PgDump.data(a).tables()).contains("COPY other.t");
        }
    }

    private static TestDatabase database(String orders) {
        TestDatabase database = TestPostgres.shared().freshDatabase();
        database.execute("""
                CREATE SCHEMA "Shop";
                CREATE TABLE "Shop".orders (id int, note text);
                INSERT INTO "Shop".orders VALUES (%s);
                CREATE SEQUENCE "Shop".orders_id_seq;
                SELECT setval('"Shop".orders_id_seq', 2);
                CREATE FUNCTION "Shop".one() RETURNS int LANGUAGE sql AS $$
                -- a comment of the function


                  SELECT 1;
                $$;
                CREATE SCHEMA other;
                CREATE TABLE other.t (id int);
                """.formatted(orders));
        return database;
    }
}
