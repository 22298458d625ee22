// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.ddl;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.model.Column;
import dev.rollback.model.Table;
import dev.rollback.mysql.catalog.MysqlColumnClause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Alters a table in place, in one statement: it is done as a whole or not at all. Columns get their old places, too; a column that
 * is gone is added without its values.
 */
final class MysqlAlterTable {
    private final Table live;
    private final Table snapshot;
    private final Map<String, String> renamed;
    private final List<String> clauses = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    private MysqlAlterTable(Table live, Table snapshot, Map<String, String> renamed) {
        this.live = live;
        this.snapshot = snapshot;
        this.renamed = renamed;
    }

    static List<String> statements(Table live, Table snapshot, Map<String, String> renamed) {
        return new MysqlAlterTable(live, snapshot, renamed).statements();
    }

    private List<String> statements() {
        Map<String, Column> kept = keptByOldName();
        List<String> order = new ArrayList<>();
        for (Column column : live.columns()) {
            if (kept.containsValue(column)) {
                kept.forEach((old, now) -> {
                    if (now.equals(column)) {
                        order.add(old);
                    }
                });
            } else {
                clauses.add("DROP COLUMN " + quote(column.name()));
                dropped.add(column.name());
            }
        }
        for (int i = 0; i < snapshot.columns().size(); i++) {
            column(i, kept, order);
        }
        if (!live.attributes().equals(snapshot.attributes())) {
            clauses.add(MysqlTableOptions.change(live.attributes(), snapshot.attributes()));
        }
        String sql = String.join(", ", clauses) + MysqlInstantDrop.avoid(dropped) + partitions();
        return sql.isEmpty() ? List.of() : List.of("ALTER TABLE " + quote(snapshot.id()) + " " + sql.strip());
    }

    private void column(int place, Map<String, Column> kept, List<String> order) {
        Column column = snapshot.columns().get(place);
        Column now = kept.get(column.name());
        boolean inPlace = place < order.size() && order.get(place).equals(column.name());
        if (now != null && inPlace && now.definition().equals(column.definition())) {
            return;
        }
        String where = place == 0
                ? " FIRST"
                : " AFTER " + quote(snapshot.columns().get(place - 1).name());
        boolean sameDefault = now != null && Objects.equals(now.defaultValue(), column.defaultValue());
        String clause = MysqlColumnClause.of(sameDefault ? column : MysqlTableDdl.withoutLateDefault(column));
        if (now == null) {
            clauses.add("ADD COLUMN " + clause + where);
            order.add(place, column.name());
        } else {
            clauses.add("CHANGE COLUMN " + quote(now.name()) + " " + clause + (inPlace ? "" : where));
            order.remove(column.name());
            order.add(place, column.name());
        }
    }

    private String partitions() {
        if (Objects.equals(live.partitionedBy(), snapshot.partitionedBy())) {
            return "";
        }
        return snapshot.partitionedBy() == null ? " REMOVE PARTITIONING" : "\nPARTITION BY " + snapshot.partitionedBy();
    }

    private Map<String, Column> keptByOldName() {
        Map<String, Column> kept = new LinkedHashMap<>();
        for (Column column : live.columns()) {
            String old = renamed.getOrDefault(column.name(), column.name());
            if (snapshot.column(old).isPresent()
                    && (renamed.containsKey(column.name()) || !renamed.containsValue(old))) {
                kept.put(old, column);
            }
        }
        return kept;
    }
}
