// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Relation;
import dev.rollback.model.Table;
import java.util.List;

/**
 * The state of rows at a moment, as the server keeps no trace of who wrote a row when: a hash over all stored columns of each.
 * A row that is the same as one of then was last written before, or is none the worse for being taken for it.
 */
final class MysqlMarks {
    private MysqlMarks() {}

    /** Makes a relation with the states of all rows. */
    static List<String> mark(Table live, Relation marked) {
        return List.of(
                "CREATE TABLE " + quote(marked) + " (`row_hash` binary(32) NOT NULL PRIMARY KEY)",
                "INSERT INTO " + quote(marked) + " (`row_hash`)\nSELECT DISTINCT "
                        + MysqlRows.hash("c", live.storedColumns()) + "\nFROM " + quote(live.id()) + " c");
    }

    /** A condition on a live row with the alias c that is true when it is as it was then; same columns as then. */
    static String unchanged(Table live, Relation marked) {
        return MysqlRows.exists(marked, "w", "w.`row_hash` = " + MysqlRows.hash("c", live.storedColumns()));
    }
}
