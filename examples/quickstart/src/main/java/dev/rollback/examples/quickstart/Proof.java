// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.quickstart;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The second opinion: the queries of proof.sql compare the tables with the copies of witness.sql. Nothing here uses the library.
 * Each query stands below its claim and gives how many things were compared and how many of them are wrong.
 */
final class Proof {
    private final Server server;
    private final List<String> blocks;

    /**
     * What a check found.
     *
     * @param claim what must be true
     * @param compared how many things were looked at
     * @param wrong for how many of them it is not true
     */
    record Result(String claim, long compared, long wrong) {}

    Proof(Server server, Script script) {
        this.server = server;
        List<String> all = Arrays.asList(script.text("proof.sql").split("\n\n"));
        this.blocks = all.subList(1, all.size());
    }

    List<Result> run() throws SQLException {
        List<Result> results = new ArrayList<>();
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : server.sessionOfProof()) {
                statement.execute(sql);
            }
            for (String block : blocks) {
                String claim = block.lines().findFirst().orElseThrow().substring("-- ".length());
                try (ResultSet row = statement.executeQuery(block)) {
                    row.next();
                    results.add(new Result(claim, row.getLong(1), row.getLong(2)));
                }
            }
        }
        return results;
    }
}
