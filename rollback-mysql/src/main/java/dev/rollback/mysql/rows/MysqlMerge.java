// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.rows.MysqlRows.column;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.ColumnRule.KeyMap;
import dev.rollback.dialect.ColumnRule.ParentKey;
import dev.rollback.dialect.KeyJoin;
import dev.rollback.dialect.KeyTerms;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowTerms;
import dev.rollback.model.Column;
import dev.rollback.mysql.catalog.MysqlNames;
import dev.rollback.mysql.rows.MysqlValueType.Family;
import java.util.Objects;
import java.util.Optional;

/** The joins of a merge: live rows are c, the backup's are b, the old keys of referenced rows are p and the rule's number. */
final class MysqlMerge implements RowTerms, KeyTerms {
    /** Half the distance between two floats, relative to them. */
    private static final String FLOAT_STEP = "6e-8";

    private final RowMerge merge;
    private final KeyJoin join;

    MysqlMerge(RowMerge merge) {
        this.merge = MysqlColumns.resolved(merge);
        this.join = new KeyJoin(this.merge, this);
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
        return join.backup(kind, source);
    }

    @Override
    public String joinParent(ColumnRule rule, int number) {
        return join.parent(rule, number);
    }

    @Override
    public String quote(String name) {
        return MysqlNames.quote(name);
    }

    @Override
    public String quote(Relation relation) {
        return MysqlNames.quote(relation);
    }

    @Override
    public boolean isSame(Column live, Column old) {
        return live.sameValues(old);
    }

    @Override
    public String areEqual(String one, String other, Column type) {
        return MysqlRows.keyEquals(one, other, type);
    }

    @Override
    public String liveForm(String value, Column old, Column live) {
        return comparable("(" + MysqlConversions.guarded(value, old, live) + ")", live);
    }

    @Override
    public String comparable(String value, Column live) {
        MysqlValueType type = MysqlValueType.of(live);
        return type.isTextual() || type.is(Family.FLOAT) ? MysqlText.comparable(value, live) : value;
    }

    @Override
    public String ordered(String value, Column old) {
        return MysqlText.comparable(value, old);
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
