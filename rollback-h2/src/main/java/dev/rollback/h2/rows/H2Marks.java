// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import static dev.rollback.h2.catalog.H2Names.quote;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMarks;
import dev.rollback.model.Table;
import java.util.List;

/** A hash over all stored columns of each row, as the server keeps no trace of who wrote a row when. */
public final class H2Marks implements RowMarks {
    /** It needs no settings. */
    public H2Marks() {}

    @Override
    public List<String> take(Table live, Relation marked) {
        return List.of(
                "CREATE TABLE " + quote(marked) + " (row_hash BINARY(32) NOT NULL) AS\nSELECT " + hash(live) + "\nFROM "
                        + quote(live.id()) + " c",
                "CREATE INDEX ON " + quote(marked) + " (row_hash)");
    }

    @Override
    public String unchanged(Table live, Relation marked) {
        return H2Rows.exists(marked, "w", "w.row_hash = " + hash(live));
    }

    private static String hash(Table live) {
        return H2Rows.hash("c", live.storedColumns());
    }
}
