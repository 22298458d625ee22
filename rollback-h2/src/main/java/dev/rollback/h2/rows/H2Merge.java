// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import static dev.rollback.h2.rows.H2Rows.column;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.ColumnRule.KeyMap;
import dev.rollback.dialect.ColumnRule.ParentKey;
import dev.rollback.dialect.KeyJoin;
import dev.rollback.dialect.KeyTerms;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowTerms;
import dev.rollback.h2.catalog.H2Names;
import dev.rollback.model.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The joins of a merge: live rows are c, the backup's are b, the old keys of referenced rows are p and the rule's number. */
final class H2Merge implements RowTerms, KeyTerms {
    private final RowMerge merge;
    private final KeyJoin join;

    H2Merge(RowMerge merge) {
        this.merge = merge;
        this.join = new KeyJoin(merge, this);
    }

    @Override
    public RowMerge merge() {
        return merge;
    }

    @Override
    public String literal(String text) {
        return H2Names.literal(text);
    }

    @Override
    public String present() {
        return column("b", merge.key().get(0).old().name()) + " IS NOT NULL";
    }

    @Override
    public String backupValue(ColumnRule rule) {
        return column("b", rule.target().name());
    }

    @Override
    public String currentValue(ColumnRule rule) {
        return column("c", rule.live().name());
    }

    @Override
    public String convertedValue(ColumnRule rule) {
        return H2Conversions.convert(currentValue(rule), rule.live(), rule.target());
    }

    @Override
    public Optional<String> misfit(ColumnRule rule) {
        return rule.isPlain() ? Optional.empty() : H2Conversions.misfit(currentValue(rule), rule.live(), rule.target());
    }

    @Override
    public String isNarrowed(ColumnRule rule) {
        return H2Conversions.isNarrowed(currentValue(rule), rule.live(), rule.target());
    }

    @Override
    public String isUntouched(ColumnRule rule) {
        String old = backupValue(rule);
        return H2Conversions.isSame(rule.live(), rule.target())
                ? H2Rows.same(old, currentValue(rule), rule.target())
                : H2Rows.same(
                        "(" + H2Conversions.guarded(old, rule.target(), rule.live()) + ")",
                        currentValue(rule),
                        rule.live());
    }

    /** A condition that is true when live and saved value differ, both being of one type. */
    String isChanged(ColumnRule rule) {
        return H2Rows.differs(backupValue(rule), currentValue(rule), rule.target());
    }

    /** The live rows with the backup's. */
    String joinBackup(String kind, String source) {
        return join.backup(kind, source);
    }

    @Override
    public String joinParent(ColumnRule rule, int number) {
        return join.parent(rule, number);
    }

    @Override
    public String quote(String name) {
        return H2Names.quote(name);
    }

    @Override
    public String quote(Relation relation) {
        return H2Names.quote(relation);
    }

    @Override
    public boolean isSame(Column live, Column old) {
        return H2Conversions.isSame(live, old);
    }

    @Override
    public String areEqual(String one, String other, Column type) {
        return H2Rows.keyEquals(one, other, type);
    }

    @Override
    public String liveForm(String value, Column old, Column live) {
        return comparable("(" + H2Conversions.guarded(value, old, live) + ")", live);
    }

    @Override
    public String comparable(String value, Column live) {
        return H2Text.comparable(value, live);
    }

    @Override
    public String ordered(String value, Column old) {
        return value;
    }

    @Override
    public String parentValue(ColumnRule rule, int number) {
        ParentKey parent = Objects.requireNonNull(rule.parent(), "parent");
        return H2Conversions.convert("p" + number + ".old", parent.key(), rule.target());
    }

    @Override
    public String joinLookup(ColumnRule rule, int number) {
        KeyMap lookup = Objects.requireNonNull(rule.lookup(), "lookup");
        Relation map = lookup.map();
        return "\nLEFT JOIN " + quote(map) + " m" + number + " ON "
                + H2Rows.keyEquals("m" + number + ".live", lookupKey(rule), lookup.by());
    }

    @Override
    public String lookupKey(ColumnRule rule) {
        return column("c", Objects.requireNonNull(rule.lookup(), "lookup").by().name());
    }

    @Override
    public boolean isFallbackMissing(ColumnRule rule) {
        Column column = rule.target();
        return column.identity() == null && column.defaultValue() == null && !column.nullable();
    }

    /** A number counts on from the highest so far, in the order of the live key. */
    @Override
    public String fallback(ColumnRule rule) {
        Column column = rule.target();
        if (column.identity() == null) {
            return column.defaultValue() == null ? "NULL" : "(" + column.defaultValue() + ")";
        }
        Relation saved = merge.saved();
        List<String> highest = new ArrayList<>();
        highest.add(
                "COALESCE((SELECT MAX(" + column("t", column.name()) + ") FROM " + quote(merge.target()) + " t), 0)");
        if (merge.hasBackup(rule) && saved != null) {
            highest.add("COALESCE((SELECT MAX(" + column("s", column.name()) + ") FROM " + quote(saved) + " s), 0)");
        }
        String isNew = merge.hasBackup(rule) ? "CASE WHEN " + present() + " THEN 0 ELSE 1 END" : "1";
        return "(GREATEST(" + String.join(", ", highest) + ", 0) + SUM(" + isNew + ") OVER (ORDER BY "
                + H2Rows.keyOrder(merge.liveKey()) + " ROWS UNBOUNDED PRECEDING))";
    }
}
