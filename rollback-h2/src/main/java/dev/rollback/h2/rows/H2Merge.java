// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import static dev.rollback.h2.catalog.H2Names.quote;
import static dev.rollback.h2.rows.H2Rows.column;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.ColumnRule.KeyMap;
import dev.rollback.dialect.ColumnRule.ParentKey;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowMerge.KeyPair;
import dev.rollback.dialect.RowTerms;
import dev.rollback.h2.catalog.H2Names;
import dev.rollback.model.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The joins of a merge: live rows are c, the backup's are b, the old keys of referenced rows are p and the rule's number. */
final class H2Merge implements RowTerms {
    private final RowMerge merge;

    H2Merge(RowMerge merge) {
        this.merge = merge;
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
        return source + " c\n" + kind + " JOIN " + backup() + " b ON " + onBackup();
    }

    /** The backup, with its keys in live form where that is another one; each live key once. */
    private String backup() {
        String saved = quote(Objects.requireNonNull(merge.saved(), "saved"));
        if (isPlainKey()) {
            return saved;
        }
        List<String> keys = new ArrayList<>();
        StringBuilder named = new StringBuilder();
        for (int i = 0; i < merge.key().size(); i++) {
            KeyPair pair = merge.key().get(i);
            keys.add(liveForm(column("s", pair.old().name()), pair.old(), pair.current()));
            named.append(", ").append(keys.get(i)).append(" AS ").append(quote(liveKey(i)));
        }
        String order =
                merge.key().stream().map(k -> column("s", k.old().name())).collect(Collectors.joining(", "));
        return "(SELECT s.*" + named + ", ROW_NUMBER() OVER (PARTITION BY " + String.join(", ", keys) + " ORDER BY "
                + order + ") AS \"rollback n\" FROM " + saved + " s)";
    }

    private String onBackup() {
        List<String> equal = new ArrayList<>();
        boolean plain = isPlainKey();
        for (int i = 0; i < merge.key().size(); i++) {
            KeyPair pair = merge.key().get(i);
            String live = column("c", pair.current().name());
            equal.add(
                    plain
                            ? H2Rows.keyEquals(column("b", pair.old().name()), live, pair.current())
                            : column("b", liveKey(i)) + " = " + H2Text.comparable(live, pair.current()));
        }
        if (!plain) {
            equal.add("b.\"rollback n\" = 1");
        }
        return H2Rows.and(equal);
    }

    private static String liveKey(int number) {
        return "rollback key " + number;
    }

    private boolean isPlainKey() {
        return merge.key().stream().allMatch(k -> H2Conversions.isSame(k.current(), k.old()));
    }

    /** An old key as the migration would have written it. */
    private static String liveForm(String value, Column old, Column live) {
        return H2Text.comparable("(" + H2Conversions.guarded(value, old, live) + ")", live);
    }

    @Override
    public String joinParent(ColumnRule rule, int number) {
        ParentKey parent = Objects.requireNonNull(rule.parent(), "parent");
        String old = column("s", parent.keyColumn());
        String live = liveForm(old, parent.key(), parent.liveKey());
        String alias = "p" + number;
        return "\nLEFT JOIN (SELECT " + live + " AS live, " + old + " AS old, ROW_NUMBER() OVER (PARTITION BY " + live
                + " ORDER BY " + old + ") AS n FROM " + quote(parent.saved()) + " s) " + alias + " ON " + alias
                + ".n = 1 AND " + alias + ".live = " + H2Text.comparable(currentValue(rule), parent.liveKey());
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
