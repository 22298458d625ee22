// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MysqlScriptTest {
    @Test
    void aSemicolonEndsAStatement() {
        assertThat(MysqlScript.statements("SELECT 1; SELECT 2 ;\n")).containsExactly("SELECT 1", " SELECT 2 ");
        assertThat(MysqlScript.statements("SELECT 1--1;SELECT 2")).containsExactly("SELECT 1--1", "SELECT 2");
        assertThat(MysqlScript.statements(" \n")).isEmpty();
    }

    @Test
    void theDelimiterCanBeChanged() {
        assertThat(MysqlScript.statements("""
                        SELECT 1;
                        DELIMITER //
                        CREATE PROCEDURE p() BEGIN SELECT 'DELIMITER ;'; END //
                        DELIMITER ;
                        SELECT 2;
                        """))
                .containsExactly("SELECT 1", "\nCREATE PROCEDURE p() BEGIN SELECT 'DELIMITER ;'; END ", "\nSELECT 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a;''b;'",
                "SELECT 'a\\';b'",
                "SELECT \"a;\"\"b;\"",
                "SELECT `a;``b;`",
                "-- a;\nSELECT 1",
                "# a;\nSELECT 1",
                "--\nSELECT 1",
                "/* a; */ SELECT 1",
            })
    void noOtherSemicolonDoes(String statement) {
        assertThat(MysqlScript.statements(statement + ";SELECT 1")).containsExactly(statement, "SELECT 1");
    }
}
