// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.model.ObjectId;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * InnoDB's numbers of tables, which outlive another name but not a copy of the rows. Only users with PROCESS may read them;
 * others do not know. A table in partitions has many numbers, and therefore none.
 */
final class MysqlTableIds {
    private static final int ACCESS_DENIED = 1227;
    private static final Pattern NAME = Pattern.compile("(?<schema>[^/]+)/(?<table>[^/#]+)");
    /** In names of files; letters of other alphabets have codes of their own. */
    private static final Pattern CODE = Pattern.compile("@(?<hex>[0-9a-f]{4})|@");

    private final Map<ObjectId, Long> ids = new HashMap<>();

    MysqlTableIds(MysqlRead read) throws SQLException {
        try {
            read.eachOf(
                    read.product().mariaDb() ? MysqlCatalogQueries.TABLE_IDS_MARIADB : MysqlCatalogQueries.TABLE_IDS,
                    row -> {
                        Matcher name = NAME.matcher(row.text("name"));
                        if (name.matches()) {
                            add(name.group("schema"), name.group("table"), row.number("id"));
                        }
                    });
        } catch (SQLException e) {
            if (e.getErrorCode() != ACCESS_DENIED) {
                throw e;
            }
        }
    }

    private void add(String schema, String table, long id) {
        decoded(schema)
                .flatMap(s -> decoded(table).map(t -> ObjectId.table(s, t)))
                .ifPresent(t -> ids.put(t, id));
    }

    private static Optional<String> decoded(String name) {
        Matcher code = CODE.matcher(name);
        StringBuilder out = new StringBuilder();
        while (code.find()) {
            String hex = code.group("hex");
            if (hex == null) {
                return Optional.empty();
            }
            code.appendReplacement(out, Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex, 16))));
        }
        return Optional.of(code.appendTail(out).toString());
    }

    /** The number of a table; 0 when it is not known. */
    long of(ObjectId table) {
        return ids.getOrDefault(table, 0L);
    }
}
