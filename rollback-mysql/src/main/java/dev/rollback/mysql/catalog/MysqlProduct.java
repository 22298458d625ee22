// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the connected server is, and what of it differs between products and versions.
 *
 * @param mariaDb false for MySQL
 * @param version as in {@code 8.0.31}
 */
public record MysqlProduct(boolean mariaDb, String version, int major, int minor, int patch) {
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");
    /** What MariaDB writes before its version so that old replicas of MySQL accept it. */
    private static final String OLD_PREFIX = "5.5.5-";

    /**
     * @throws SQLException when the server does not say its version
     */
    public static MysqlProduct of(DatabaseMetaData server) throws SQLException {
        String text = server.getDatabaseProductVersion();
        String name = server.getDatabaseProductName();
        boolean mariaDb = (name + " " + text).toLowerCase(Locale.ROOT).contains("mariadb");
        return of(mariaDb, text);
    }

    /** From the text of the version, as in {@code 11.4.5-MariaDB-log}. */
    public static MysqlProduct of(boolean mariaDb, String text) throws SQLException {
        Matcher numbers = NUMBERS.matcher(text.startsWith(OLD_PREFIX) ? text.substring(OLD_PREFIX.length()) : text);
        if (!numbers.find()) {
            throw new SQLException("cannot tell the version of the server from '" + text + "'");
        }
        return new MysqlProduct(
                mariaDb,
                numbers.group(),
                Integer.parseInt(numbers.group(1)),
                Integer.parseInt(numbers.group(2)),
                Integer.parseInt(numbers.group(3)));
    }

    /** In words. */
    public String name() {
        return mariaDb ? "MariaDB" : "MySQL";
    }

    /** MySQL 8.0.19 and later 8.0, 8.4, 9.x; MariaDB 10.11 and 11.x. */
    public boolean isSupported() {
        if (mariaDb) {
            return major == 10 && minor == 11 || major == 11;
        }
        return major == 8 && (minor == 0 && patch >= 19 || minor == 4) || major == 9;
    }

    /** Whether several statements may stand in one block outside of a routine: {@code BEGIN NOT ATOMIC ... END}. */
    public boolean hasBlocks() {
        return mariaDb;
    }

    /** Whether the catalog caches statistics, the position of AUTO_INCREMENT among them. */
    public boolean cachesStatistics() {
        return !mariaDb;
    }

    /** Whether a table without a key may be given an invisible one, and whether that one may be hidden. */
    public boolean generatesPrimaryKeys() {
        return !mariaDb && (major > 8 || minor > 0 || patch >= 30);
    }
}
