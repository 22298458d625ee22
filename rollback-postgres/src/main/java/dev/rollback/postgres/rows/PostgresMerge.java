// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.postgres.names.PostgresNames.quote;
import static dev.rollback.postgres.rows.PostgresRows.column;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.ColumnRule.KeyMap;
import dev.rollback.dialect.ColumnRule.ParentKey;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowMerge.KeyPair;
import dev.rollback.dialect.RowTerms;
import dev.rollback.model.Column;
import dev.rollback.postgres.names.PostgresIdentifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The joins of a merge: live rows are c, the backup's are b, the old keys of referenced rows are p and the rule's number. */
final class PostgresMerge implements RowTerms {
    private final RowMerge merge;

    PostgresMerge(RowMerge merge) {
        this.merge = merge;
    }

    @Override
    public RowMerge merge() {
        return merge;
    }

    @Override
    public String literal(String text) {
        return PostgresIdentifiers.literal(text);
    }

    /** Live names of the key's columns. */
    List<String> keyNames() {
        return merge.key().stream().map(k -> k.current().name()).toList();
    }

    @Override
    public String present() {
        return column("b", merge.key().get(0).old().name()) + " IS NOT NULL";
    }

    @Override
    public String backupValue(ColumnRule rule) {
        return PostgresRows.unstored(column("b", rule.target().name()), rule.target());
    }

    @Override
    public String currentValue(ColumnRule rule) {
        return column("c", rule.live().name());
    }

    /** A row of nulls is a value. */
    @Override
    public String isNull(ColumnRule rule) {
        return PostgresRows.isNull(currentValue(rule), rule.live());
    }

    @Override
    public String convertedValue(ColumnRule rule) {
        return PostgresConversions.convert(currentValue(rule), rule.live(), rule.target());
    }

    @Override
    public String noValue(ColumnRule rule) {
        return "NULL::" + rule.target().type();
    }

    @Override
    public Optional<String> misfit(ColumnRule rule) {
        return PostgresUserTypes.misfit(currentValue(rule), rule.live(), rule.target(), merge.types());
    }

    @Override
    public String isNarrowed(ColumnRule rule) {
        return PostgresExactness.isNarrowed(currentValue(rule), rule.live(), rule.target());
    }

    @Override
    public String isUntouched(ColumnRule rule) {
        if (rule.live().type().equals(rule.target().type())) {
            return PostgresRows.same(column("b", rule.target().name()), currentValue(rule), rule.target());
        }
        Column stored = PostgresConversions.stored(rule.target());
        String old = column("b", stored.name());
        String forward = PostgresConversions.guarded(old, stored, rule.live());
        String same = PostgresRows.same("(" + forward + ")", currentValue(rule), rule.live());
        boolean address = stored.type().equals("inet")
                && PostgresValueType.of(rule.live()).isTextual();
        return address // which has two usual texts
                ? "(" + same + " OR " + PostgresRows.same("host(" + old + ")", currentValue(rule), rule.live()) + ")"
                : same;
    }

    /** A condition that is true when live and saved value differ, both being of one type. */
    String isChanged(ColumnRule rule) {
        return PostgresRows.differs(column("b", rule.target().name()), currentValue(rule), rule.target());
    }

    /** The live rows with the backup's. */
    String joinBackup(String kind, String source) {
        return source + " c\n" + kind + " JOIN " + backup() + " b ON " + onBackup();
    }

    /** The backup with its keys in live form; where several of them have become one, only one of their rows. */
    String backup() {
        String saved = quote(Objects.requireNonNull(merge.saved(), "saved"));
        if (!mayKeysMeet()) {
            return saved;
        }
        List<String> places = new ArrayList<>();
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < merge.key().size(); i++) {
            KeyPair pair = merge.key().get(i);
            keys.append(", ")
                    .append(isSame(pair) ? column("s", pair.old().name()) : forwardKey("s", pair))
                    .append(" AS ")
                    .append(quote(liveKey(i)));
            places.add(quote(liveKey(i)));
        }
        String names = String.join(", ", places);
        return "(SELECT DISTINCT ON (" + names + ") s.*" + keys + " FROM " + saved + " s ORDER BY " + names + ")";
    }

    /** The join of c with {@link #backup()}. */
    String onBackup() {
        if (!mayKeysMeet()) {
            return onKey();
        }
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < merge.key().size(); i++) {
            Column current = merge.key().get(i).current();
            equal.add(PostgresRows.keyEquals(column("b", liveKey(i)), column("c", current.name()), current));
        }
        return PostgresRows.and(equal);
    }

    private static String liveKey(int number) {
        return "rollback key " + number;
    }

    private boolean mayKeysMeet() {
        return merge.key().stream()
                .anyMatch(pair -> !isSame(pair)
                        && !PostgresExactness.isReversible(PostgresConversions.stored(pair.old()), pair.current()));
    }

    /** The join of c with the relation of the backup itself. */
    String onKey() {
        return merge.key().stream()
                .map(pair -> PostgresRows.keyEquals(
                        isSame(pair) ? column("b", pair.old().name()) : "(" + forwardKey("b", pair) + ")",
                        column("c", pair.current().name()),
                        pair.current()))
                .collect(Collectors.joining(" AND "));
    }

    private static boolean isSame(KeyPair pair) {
        return pair.current().type().equals(pair.old().type());
    }

    private static String forwardKey(String alias, KeyPair pair) {
        Column stored = PostgresConversions.stored(pair.old());
        return PostgresConversions.guarded(column(alias, stored.name()), stored, pair.current());
    }

    @Override
    public String joinParent(ColumnRule rule, int number) {
        ParentKey parent = Objects.requireNonNull(rule.parent(), "parent");
        Column stored = PostgresConversions.stored(parent.key());
        String old = column("s", parent.keyColumn());
        String live = PostgresConversions.guarded(old, stored, parent.liveKey());
        String alias = "p" + number;
        Relation saved = parent.saved();
        return "\nLEFT JOIN (SELECT DISTINCT ON (1) " + live + " AS live, " + old + " AS old FROM " + quote(saved)
                + " s ORDER BY 1, 2) " + alias + " ON "
                + PostgresRows.keyEquals(alias + ".live", currentValue(rule), parent.liveKey());
    }

    @Override
    public String parentValue(ColumnRule rule, int number) {
        ParentKey parent = Objects.requireNonNull(rule.parent(), "parent");
        Column stored = PostgresConversions.stored(parent.key());
        return PostgresConversions.convert("p" + number + ".old", stored, rule.target());
    }

    @Override
    public String joinLookup(ColumnRule rule, int number) {
        KeyMap lookup = Objects.requireNonNull(rule.lookup(), "lookup");
        return "\nLEFT JOIN " + quote(lookup.map()) + " m" + number + " ON m" + number + ".live = " + lookupKey(rule);
    }

    @Override
    public String lookupKey(ColumnRule rule) {
        return column("c", Objects.requireNonNull(rule.lookup(), "lookup").by().name());
    }

    @Override
    public String fallback(ColumnRule rule) {
        return PostgresFallback.of(rule, this).value();
    }

    @Override
    public boolean isFallbackMissing(ColumnRule rule) {
        return PostgresFallback.of(rule, this).isMissing();
    }
}
