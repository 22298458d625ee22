// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A name is a name, whatever it is made of: through everything that the library does. */
class BadInputNamesTest {

    /** Quotes tell a dot of a name from the one between schema and table. */
    @Test
    void namesThatLookAlike() {
        try (TestDatabase database = TestPostgres.shared().freshDatabase()) {
            database.execute("CREATE SCHEMA a; CREATE SCHEMA \"a.b\"; CREATE TABLE a.\"b.c\" (id integer PRIMARY KEY);"
                    + "CREATE TABLE \"a.b\".c (id integer PRIMARY KEY)");
            Rollback rollback =
                    Rollback.builder(database.dataSource()).schemas("a", "a.b").build();
            assertThat(captured(rollback, "1", "\"a\".\"b.c\"")).isEqualTo("b.c");
            assertThat(captured(rollback, "2", "\"a.b\".\"c\"")).isEqualTo("c");
            assertThat(captured(rollback, "3", "\"a.b\".c")).isEqualTo("c");
            assertThat(captured(rollback, "4", "c")).isEqualTo("c");
            assertThat(captured(rollback, "5", "b.c")).isEqualTo("b.c");
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> captured(rollback, "6", "a.b.c"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("ambiguous");
        }
    }

    private static String captured(Rollback rollback, String label, String table) {
        return rollback.capture(CaptureOptions.of(label).withTables(List.of(table)))
                .tables()
                .get(0)
                .table()
                .name();
    }
}
