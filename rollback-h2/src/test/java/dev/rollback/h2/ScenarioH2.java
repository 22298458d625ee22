// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2;

import dev.rollback.testkit.contract.ContractDatabase;
import dev.rollback.testkit.contract.ContractServer;
import dev.rollback.testkit.contract.Feature;
import dev.rollback.testkit.contract.Unreachable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Databases in memory, judged by H2's own script of them.
 *
 * @param settings of the databases, as they stand in a URL, as in {@code ;MODE=MySQL}
 */
record ScenarioH2(String settings) implements ContractServer {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** With the settings that H2 has by itself. */
    ScenarioH2() {
        this("");
    }

    @Override
    public List<String> engines() {
        return List.of("h2");
    }

    @Override
    public int majorVersion() {
        return 2;
    }

    @Override
    public Set<Feature> lacking() {
        return Set.of(Feature.PARTITIONS, Feature.READ_ONLY_SESSIONS, Feature.OTHERS_DURING_A_RUN);
    }

    @Override
    public ContractDatabase freshDatabase() {
        return new H2Database("jdbc:h2:mem:scenario" + COUNT.incrementAndGet()
                + ";DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE,DAY,YEAR,KEY,MONTH" + settings);
    }

    @Override
    public List<String> systemSchemas() {
        return List.of("information_schema", "pg_catalog");
    }

    @Override
    public List<String> oddNames() {
        return List.of("a b ", "🙂", "back\\slash", "two\nlines", "back`tick", "é".repeat(100) + "x");
    }

    @Override
    public String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public List<Unreachable> unreachable(ContractDatabase database) {
        String here = ((H2Database) database).url();
        return List.of(
                unreachable(
                        "server down", "jdbc:h2:tcp://localhost:1/none", "sa", "connection is lost or cannot be made"),
                unreachable("no such database", "jdbc:h2:mem:none;IFEXISTS=TRUE", "sa", "there is no such database"),
                unreachable("wrong password", here, "sa", "the server refuses the login"),
                unreachable("no such user", here, "nobody", "the server refuses the login"));
    }

    private static Unreachable unreachable(String name, String url, String user, String named) {
        return new Unreachable(name, KillableSource.source(url, user, Unreachable.PASSWORD), named);
    }

    @Override
    public String session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT SESSION_ID()")) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public String endOfSession() {
        return "CALL ABORT_SESSION(SESSION_ID())";
    }
}
