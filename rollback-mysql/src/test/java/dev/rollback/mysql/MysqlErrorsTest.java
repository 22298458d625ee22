// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.dialect.ServerErrors.Kind;
import dev.rollback.mysql.server.MysqlErrors;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MysqlErrorsTest {
    private final MysqlErrors errors = new MysqlErrors();

    @ParameterizedTest
    @CsvSource({
        "1205, HY000, CONFLICT",
        "1213, 40001, CONFLICT",
        "3572, HY000, CONFLICT",
        "1412, HY000, CONFLICT",
        "1044, 42000, PERMISSION",
        "1142, 42000, PERMISSION",
        "1227, 42000, PERMISSION",
        "1370, 42000, PERMISSION",
        "1045, 28000, AUTHENTICATION",
        "1698, 28000, AUTHENTICATION",
        "1049, 42000, NO_SUCH_DATABASE",
        "1290, HY000, READ_ONLY",
        "1792, 25006, READ_ONLY",
        "1836, HY000, READ_ONLY",
        "1021, HY000, OUT_OF_SPACE",
        "1114, HY000, OUT_OF_SPACE",
        "3, HY000, OUT_OF_SPACE",
        "1040, 08004, CONNECTION",
        "2013, 08S01, CONNECTION",
        "0, 08S01, CONNECTION",
        "-1, 08000, CONNECTION",
        "1062, 23000, OTHER",
        "1064, 42000, OTHER"
    })
    void byNumberAndState(int number, String state, Kind kind) {
        assertThat(errors.kind(new SQLException("any text", state, number))).isEqualTo(kind);
    }

    @Test
    void byTheCause() {
        SQLException inner = new SQLException("inner", "HY000", 1205);
        assertThat(errors.kind(new SQLException(inner))).isEqualTo(Kind.CONFLICT);
        assertThat(errors.kind(new SQLException("neither number nor state"))).isEqualTo(Kind.OTHER);
    }

    @Test
    void wordsAreTheServers() {
        assertThat(errors.words(new SQLException("(conn=12) Table 'a.b' doesn't exist\nmore")))
                .isEqualTo("Table 'a.b' doesn't exist");
    }
}
