// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMarks;
import dev.rollback.model.Table;
import java.util.List;

/** A hash over all stored columns of each row, as the server keeps no trace of who wrote a row when. */
public final class MysqlMarks implements RowMarks {

    @Override
    public List<String> take(Table live, Relation marked) {
        return List.of(
                "CREATE TABLE " + quote(marked) + " (`row_hash` binary(32) NOT NULL PRIMARY KEY) ENGINE = InnoDB",
                "INSERT INTO " + quote(marked) + " (`row_hash`)\nSELECT DISTINCT " + hash(live) + " AS h\nFROM "
                        + quote(live.id()) + " c\nORDER BY h");
    }

    @Override
    public String unchanged(Table live, Relation marked) {
        return MysqlRows.exists(marked, "w", "w.`row_hash` = " + hash(live));
    }

    private static String hash(Table live) {
        return MysqlRows.hash("c", MysqlColumns.of(live).storedColumns());
    }
}
