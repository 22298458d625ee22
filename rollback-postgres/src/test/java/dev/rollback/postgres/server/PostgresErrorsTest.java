// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.dialect.ServerErrors.Kind;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresErrorsTest {
    private final PostgresErrors errors = new PostgresErrors();

    @ParameterizedTest
    @CsvSource({
        "55P03, CONFLICT",
        "40P01, CONFLICT",
        "40001, CONFLICT",
        "42501, PERMISSION",
        "08006, CONNECTION",
        "57P01, CONNECTION",
        "57P03, CONNECTION",
        "53300, CONNECTION",
        "28P01, AUTHENTICATION",
        "3D000, NO_SUCH_DATABASE",
        "25006, READ_ONLY",
        "53100, OUT_OF_SPACE",
        "53200, OUT_OF_SPACE",
        "57014, OTHER",
        "23505, OTHER",
        "0, OTHER"
    })
    void byState(String state, Kind kind) {
        assertThat(errors.kind(new SQLException("any text", state))).isEqualTo(kind);
    }

    @Test
    void byTheStateOfTheCause() {
        assertThat(errors.kind(new SQLException(new SQLException("inner", "08001"))))
                .isEqualTo(Kind.CONNECTION);
        assertThat(errors.kind(new SQLException("no state at all"))).isEqualTo(Kind.OTHER);
    }
}
