// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowMerge.KeyPair;
import dev.rollback.model.Column;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same rows under other names: a plan counts before renames are undone and runs after. */
final class Renamed {
    private Renamed() {}

    /** A merge that reads its table after tables and columns got their old names back. */
    static RowMerge underOldNames(RowMerge merge, Table table) {
        List<ColumnRule> rules = new ArrayList<>();
        for (ColumnRule rule : merge.rules()) {
            rules.add(new ColumnRule(
                    rule.target(),
                    named(rule.current(), rule.target()),
                    rule.saved(),
                    rule.rewritten(),
                    rule.parent()));
        }
        List<KeyPair> key = merge.key().stream()
                .map(k -> new KeyPair(k.current().withName(k.old().name()), k.old()))
                .toList();
        Relation place = Relation.of(table.id());
        RowMerge renamed = new RowMerge(table, place, place, merge.saved(), key, rules, merge.byMigration())
                .within(merge.types(), merge.partitions());
        Table live = merge.live();
        return live == null ? renamed : renamed.reading(live.withColumns(named(live.columns(), merge.rules())));
    }

    private static List<Column> named(List<Column> columns, List<ColumnRule> rules) {
        List<Column> out = new ArrayList<>();
        for (Column column : columns) {
            out.add(rules.stream()
                    .filter(r -> column.equals(r.current()))
                    .findFirst()
                    .map(r -> column.withName(r.target().name()))
                    .orElse(column));
        }
        return out;
    }

    private static @Nullable Column named(@Nullable Column current, Column target) {
        return current == null ? null : current.withName(target.name());
    }

    /** A table's place under its live name. */
    static Relation live(ObjectId table, Merges merges) {
        return merges.liveOf(table).map(t -> Relation.of(t.id())).orElse(Relation.of(table));
    }
}
