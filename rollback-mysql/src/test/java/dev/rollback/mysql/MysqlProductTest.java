// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.mysql.catalog.MysqlNames;
import dev.rollback.mysql.catalog.MysqlProduct;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MysqlProductTest {
    @ParameterizedTest
    @CsvSource({
        "false, 8.0.31, true",
        "false, 8.0.18, false",
        "false, 5.7.44-log, false",
        "false, 8.1.0, false",
        "false, 8.4.2, true",
        "false, 9.7.4-2, true",
        "false, 10.0.0, false",
        "true, 11.4.5-MariaDB-log, true",
        "true, 5.5.5-10.11.6-MariaDB, true",
        "true, 10.6.20-MariaDB, false",
        "true, 12.0.1-MariaDB, false",
    })
    void versionsAreKnownOrRefused(boolean mariaDb, String version, boolean supported) throws SQLException {
        assertThat(MysqlProduct.of(mariaDb, version).isSupported()).isEqualTo(supported);
    }

    @Test
    void aServerWithoutAVersionIsRefused() {
        assertThatThrownBy(() -> MysqlProduct.of(false, "unknown")).isInstanceOf(SQLException.class);
    }

    @Test
    void namesFitAndAreQuoted() {
        assertThat(MysqlNames.quote("a `b")).isEqualTo("`a ``b`");
        assertThat(MysqlNames.unquote("`a ``b`")).isEqualTo("a `b");
        assertThat(MysqlNames.literal("it's \\ ")).isEqualTo("'it''s \\\\ '");
        String longest = "x".repeat(64);
        assertThat(MysqlNames.fit(longest)).isEqualTo(longest);
        assertThat(MysqlNames.fit(longest + "y")).hasSize(64).isNotEqualTo(MysqlNames.fit(longest + "z"));
    }
}
