// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresScriptTest {
    @Test
    void aSemicolonEndsAStatement() {
        assertThat(PostgresScript.statements("SELECT 1; SELECT 2 ;\n")).containsExactly("SELECT 1;", " SELECT 2 ;");
        assertThat(PostgresScript.statements("SELECT 1;SELECT 2")).containsExactly("SELECT 1;", "SELECT 2");
        assertThat(PostgresScript.statements(" \n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a;''b;';",
                "SELECT E'a\\';b';",
                "SELECT \"a;\"\"b;\";",
                "-- a;\nSELECT 1;",
                "/* a; */ SELECT 1;",
                "DO $$ BEGIN PERFORM '1'; END $$;",
                "DO $a$ BEGIN PERFORM $$;$$; END $a$;",
                "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2);",
                "CREATE PROCEDURE p() BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;",
            })
    void noOtherSemicolonDoes(String statement) {
        assertThat(PostgresScript.statements(statement + "SELECT 1;")).containsExactly(statement, "SELECT 1;");
    }
}
