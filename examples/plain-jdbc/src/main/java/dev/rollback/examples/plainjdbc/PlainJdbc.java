// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.plainjdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollback.Rollback;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackPlan;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A program that migrates its database with SQL of its own at its start, finds itself ill, goes back and goes on. Without an
 * argument it runs on an embedded PostgreSQL, with a JDBC URL on an empty database of PostgreSQL, MySQL or MariaDB.
 */
public final class PlainJdbc {
    private static final String[] VERSION_1 = {
        "CREATE TABLE schema_version (version integer NOT NULL PRIMARY KEY)",
        "CREATE TABLE accounts (id integer NOT NULL PRIMARY KEY, owner varchar(40) NOT NULL, balance decimal(10, 2) DEFAULT 0 NOT NULL)",
        "INSERT INTO accounts VALUES (1, 'Ada', 100.50), (2, 'Ben', 20.25)",
        "INSERT INTO schema_version VALUES (1)"
    };

    /** Cents are forgotten: the mistake. */
    private static final String[] VERSION_2 = {
        "CREATE TABLE balances (account_id integer NOT NULL PRIMARY KEY, balance integer NOT NULL)",
        "INSERT INTO balances SELECT id, floor(balance) FROM accounts",
        "ALTER TABLE accounts DROP COLUMN balance",
        "INSERT INTO schema_version VALUES (2)"
    };

    private final DataSource pool;
    private final Rollback rollback;
    private final PrintStream out;

    PlainJdbc(DataSource pool, PrintStream out) {
        this.pool = pool;
        this.rollback = Rollback.builder(pool).build();
        this.out = out;
    }

    /** Starts, serves, goes back, serves. */
    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            run(args[0]);
        } else {
            try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
                run(server.getJdbcUrl("postgres", "postgres"));
            }
        }
    }

    private static void run(String url) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            new PlainJdbc(pool, System.out).tell();
        }
    }

    void tell() throws SQLException {
        execute(VERSION_1);
        out.println("Version 1 serves: the bank holds " + total("SELECT sum(balance) FROM accounts") + ".");

        rollback.capture("before-2");
        execute(VERSION_2);
        rollback.markMigrated("before-2");
        execute("INSERT INTO accounts VALUES (3, 'Cleo')");
        String total = total("SELECT sum(balance) FROM balances");
        out.println("Version 2 serves: Cleo has opened an account, and the bank holds " + total + ".");

        if (!total.equals("120.75")) {
            RollbackPlan plan = rollback.plan("before-2");
            out.println(
                    "\nThat is too little. The way back:\n\n" + plan.toText().strip() + "\n");
            RollbackReport report = rollback.revert(plan);
            out.println(report.toText().strip() + "\n");
        }
        out.println("Version " + total("SELECT max(version) FROM schema_version") + " serves: "
                + total("SELECT count(*) FROM accounts") + " accounts, and the bank holds "
                + total("SELECT sum(balance) FROM accounts") + ".");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String total(String query) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
