// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The session in which an object with a body of SQL was made, and which belongs to it: it is parsed and run under the same
 * sql_mode, character sets and time zone for ever.
 *
 * @param schema whose names its text means
 * @param mode the sql_mode; empty for views
 * @param charset character_set_client
 * @param collation collation_connection
 * @param database the schema's collation when it was made; empty for views
 * @param zone the time zone; empty but for events
 */
record MysqlStored(String schema, String mode, String charset, String collation, String database, String zone) {

    static MysqlStored of(String schema, MysqlShown shown) {
        return new MysqlStored(
                schema,
                shown.property("sql_mode"),
                shown.property("character_set_client"),
                shown.property("collation_connection"),
                shown.property("database collation"),
                shown.property("time_zone"));
    }

    /** The text with all of this, to be compared. */
    String definition(String text) {
        return text + "\n-- sql_mode " + mode + ", client " + charset + ", connection " + collation + ", schema "
                + database + (zone.isEmpty() ? "" : ", time zone " + zone);
    }

    /**
     * Makes an object in such a session, and puts the session back; empty when it cannot be: the driver sends other bytes than a
     * client of that character set would, and MariaDB's closes a connection whose character set is changed to it.
     *
     * @param now the schema's present collation
     */
    List<String> create(String text, String now, MysqlProduct product) {
        boolean plain = !product.mariaDb() && text.chars().allMatch(c -> c < 128);
        if (!plain && !charset.toLowerCase(Locale.ROOT).startsWith("utf8")) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        boolean otherCollation = !database.isEmpty() && !database.equals(now);
        String alter = "ALTER DATABASE " + MysqlNames.quote(schema) + " COLLATE ";
        statements.add("USE " + MysqlNames.quote(schema));
        if (otherCollation) {
            statements.add(alter + database);
        }
        statements.add("SET @rollback_mode = @@sql_mode, @rollback_client = @@character_set_client,"
                + " @rollback_connection = @@collation_connection, @rollback_zone = @@time_zone");
        statements.add("SET sql_mode = " + (isView() ? "@@sql_mode" : MysqlNames.literal(mode))
                + ", character_set_client = " + charset + ", collation_connection = " + collation
                + (zone.isEmpty() ? "" : ", time_zone = " + MysqlNames.literal(zone)));
        statements.add(text);
        statements.add("SET sql_mode = @rollback_mode, character_set_client = @rollback_client,"
                + " collation_connection = @rollback_connection, time_zone = @rollback_zone");
        if (otherCollation) {
            statements.add(alter + now);
        }
        return statements;
    }

    private boolean isView() {
        return database.isEmpty();
    }
}
