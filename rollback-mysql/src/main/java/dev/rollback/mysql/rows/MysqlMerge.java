// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.quote;
import static dev.rollback.mysql.rows.MysqlRows.column;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.ColumnRule.KeyMap;
import dev.rollback.dialect.ColumnRule.ParentKey;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowMerge.KeyPair;
import dev.rollback.dialect.RowTerms;
import dev.rollback.model.Column;
import dev.rollback.mysql.catalog.MysqlNames;
import dev.rollback.mysql.rows.MysqlValueType.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The joins of a merge: live rows are c, the backup's are b, the old keys of referenced rows are p and the rule's number. */
final class MysqlMerge implements RowTerms {
    /** Half the distance between two floats, relative to them. */
    private static final String FLOAT_STEP = "6e-8";

    private final RowMerge merge;

    MysqlMerge(RowMerge merge) {
        this.merge = MysqlColumns.resolved(merge);
    }

    @Override
    public RowMerge merge() {
        return merge;
    }

    @Override
    public String literal(String text) {
        return MysqlNames.literal(text);
    }

    /** The rule for the same column. */
    ColumnRule resolved(ColumnRule rule) {
        return merge.rules().stream()
                .filter(r -> r.target().name().equals(rule.target().name()))
                .findFirst()
                .orElse(rule);
    }

    @Override
    public String present() {
        return column("b", merge.key().get(0).old().name()) + " IS NOT NULL";
    }

    @Override
    public String backupValue(ColumnRule rule) {
        return MysqlText.neutral(column("b", rule.target().name()), rule.target());
    }

    @Override
    public String currentValue(ColumnRule rule) {
        return column("c", rule.live().name());
    }

    @Override
    public String convertedValue(ColumnRule rule) {
        return MysqlConversions.convert(currentValue(rule), rule.live(), rule.target());
    }

    @Override
    public Optional<String> misfit(ColumnRule rule) {
        return rule.isPlain()
                ? Optional.empty()
                : MysqlConversions.misfit(currentValue(rule), rule.live(), rule.target());
    }

    @Override
    public String isNarrowed(ColumnRule rule) {
        return MysqlExactness.isNarrowed(currentValue(rule), rule.live(), rule.target());
    }

    @Override
    public String isUntouched(ColumnRule rule) {
        Column current = rule.live();
        String old = column("b", rule.target().name());
        if (MysqlConversions.isSame(current, rule.target())) {
            return MysqlRows.same(old, currentValue(rule), rule.target());
        }
        String forward = "(" + MysqlConversions.guarded(old, rule.target(), current) + ")";
        if (current.type().startsWith("float")) { // a conversion shows more digits than the column keeps
            String now = currentValue(rule);
            return "(" + now + " IS NULL AND " + old + " IS NULL OR COALESCE(ABS(" + forward + " - " + now + ") <= ABS("
                    + now + ") * " + FLOAT_STEP + ", false))";
        }
        String same = MysqlRows.same(forward, currentValue(rule), current);
        return MysqlMigrated.isMade(old, rule.target(), currentValue(rule), current)
                .map(made -> "(" + same + " OR COALESCE(" + made + ", false))")
                .orElse(same);
    }

    /** A condition that is true when live and saved value differ, both being of one type. */
    String isChanged(ColumnRule rule) {
        return MysqlRows.differs(column("b", rule.target().name()), currentValue(rule), rule.target());
    }

    /** The live rows with the backup's. */
    String joinBackup(String kind, String source) {
        return source + " c\n" + kind + " JOIN " + backup() + " b ON " + onBackup();
    }

    /** The backup, with its keys in live form where that is another one; each live key once. */
    String backup() {
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
        String order = merge.key().stream()
                .map(k -> MysqlText.comparable(column("s", k.old().name()), k.old()))
                .collect(Collectors.joining(", "));
        return "(SELECT s.*" + named + ", ROW_NUMBER() OVER (PARTITION BY " + String.join(", ", keys) + " ORDER BY "
                + order + ") AS `rollback n` FROM " + saved + " s)";
    }

    /** The join of c with {@link #backup()}. */
    String onBackup() {
        List<String> equal = new ArrayList<>();
        boolean plain = isPlainKey();
        for (int i = 0; i < merge.key().size(); i++) {
            KeyPair pair = merge.key().get(i);
            String live = column("c", pair.current().name());
            equal.add(
                    plain
                            ? MysqlRows.keyEquals(column("b", pair.old().name()), live, pair.current())
                            : column("b", liveKey(i)) + " = " + joinable(live, pair.current()));
        }
        if (!plain) {
            equal.add("b.`rollback n` = 1");
        }
        return MysqlRows.and(equal);
    }

    private static String liveKey(int number) {
        return "rollback key " + number;
    }

    private boolean isPlainKey() {
        return merge.key().stream().allMatch(k -> k.current().sameValues(k.old()));
    }

    /** An old key as the migration would have written it. */
    private static String liveForm(String value, Column old, Column live) {
        return joinable("(" + MysqlConversions.guarded(value, old, live) + ")", live);
    }

    private static String joinable(String value, Column live) {
        MysqlValueType type = MysqlValueType.of(live);
        return type.isTextual() || type.is(Family.FLOAT) ? MysqlText.comparable(value, live) : value;
    }

    @Override
    public String joinParent(ColumnRule rule, int number) {
        ParentKey parent = Objects.requireNonNull(rule.parent(), "parent");
        String old = column("s", parent.keyColumn());
        String live = liveForm(old, parent.key(), parent.liveKey());
        String alias = "p" + number;
        return "\nLEFT JOIN (SELECT " + live + " AS live, " + old + " AS old, ROW_NUMBER() OVER (PARTITION BY " + live
                + " ORDER BY " + MysqlText.comparable(old, parent.key()) + ") AS n FROM " + quote(parent.saved())
                + " s) " + alias + " ON " + alias + ".n = 1 AND " + alias + ".live = "
                + joinable(currentValue(rule), parent.liveKey());
    }

    @Override
    public String parentValue(ColumnRule rule, int number) {
        ParentKey parent = Objects.requireNonNull(rule.parent(), "parent");
        return MysqlConversions.convert("p" + number + ".old", parent.key(), rule.target());
    }

    @Override
    public String joinLookup(ColumnRule rule, int number) {
        KeyMap lookup = Objects.requireNonNull(rule.lookup(), "lookup");
        return "\nLEFT JOIN " + quote(lookup.map()) + " m" + number + " ON "
                + MysqlRows.keyEquals("m" + number + ".live", lookupKey(rule), lookup.by());
    }

    @Override
    public String lookupKey(ColumnRule rule) {
        return column("c", Objects.requireNonNull(rule.lookup(), "lookup").by().name());
    }

    @Override
    public String lookedUpValue(ColumnRule rule, int number) {
        return MysqlText.neutral("m" + number + ".old", rule.target());
    }

    @Override
    public String fallback(ColumnRule rule) {
        return MysqlFallback.of(rule, this).value();
    }

    @Override
    public boolean isFallbackMissing(ColumnRule rule) {
        return MysqlFallback.of(rule, this).isMissing();
    }
}
