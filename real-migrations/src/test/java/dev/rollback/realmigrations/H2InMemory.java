// SPDX-License-Identifier: Apache-2.0
package dev.rollback.realmigrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** H2 in memory, judged by its own {@code SCRIPT} without positions, its statements sorted. */
final class H2InMemory {
    private H2InMemory() {}

    static TrialDatabase freshDatabase() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        source.setUser("sa");
        return new TrialDatabase(source, "migration_backup", () -> script(source), () -> shutDown(source));
    }

    private static String script(DataSource source) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SCRIPT NODATA NOPASSWORDS NOSETTINGS SCHEMA PUBLIC")) {
            while (rows.next()) {
                String text = rows.getString(1);
                if (!text.startsWith("--") && !text.startsWith("INSERT ")) {
                    statements.add(text.replaceAll(" RESTART WITH -?\\d+| SELECTIVITY \\d+", ""));
                }
            }
        }
        Collections.sort(statements);
        return String.join("\n", statements);
    }

    private static void shutDown(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
