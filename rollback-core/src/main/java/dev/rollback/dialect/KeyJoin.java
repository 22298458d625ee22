// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.dialect.ColumnRule.ParentKey;
import dev.rollback.dialect.RowMerge.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Finds the backup's rows of live ones, and the old keys of rows that live ones point to, with window functions: of several old
 * keys that have become one live key only one row is found. Live rows have the alias {@code c}, the backup's {@code b}.
 */
public final class KeyJoin {
    private static final String NUMBER = "rollback n";

    private final RowMerge merge;
    private final KeyTerms terms;

    public KeyJoin(RowMerge merge, KeyTerms terms) {
        this.merge = merge;
        this.terms = terms;
    }

    /** The live rows with the backup's. */
    public String backup(String kind, String source) {
        return source + " c\n" + kind + " JOIN " + saved() + " b ON " + onBackup();
    }

    /** The backup, with its keys in live form where that is another one; each live key once. */
    private String saved() {
        String saved = terms.quote(Objects.requireNonNull(merge.saved(), "saved"));
        if (isPlain()) {
            return saved;
        }
        List<String> keys = new ArrayList<>();
        StringBuilder named = new StringBuilder();
        for (int i = 0; i < merge.key().size(); i++) {
            KeyPair pair = merge.key().get(i);
            keys.add(terms.liveForm(column("s", pair.old().name()), pair.old(), pair.current()));
            named.append(", ").append(keys.get(i)).append(" AS ").append(terms.quote(liveKey(i)));
        }
        String order = merge.key().stream()
                .map(k -> terms.ordered(column("s", k.old().name()), k.old()))
                .collect(Collectors.joining(", "));
        return "(SELECT s.*" + named + ", ROW_NUMBER() OVER (PARTITION BY " + String.join(", ", keys) + " ORDER BY "
                + order + ") AS " + terms.quote(NUMBER) + " FROM " + saved + " s)";
    }

    private String onBackup() {
        List<String> equal = new ArrayList<>();
        boolean plain = isPlain();
        for (int i = 0; i < merge.key().size(); i++) {
            KeyPair pair = merge.key().get(i);
            String live = column("c", pair.current().name());
            equal.add(
                    plain
                            ? terms.areEqual(column("b", pair.old().name()), live, pair.current())
                            : column("b", liveKey(i)) + " = " + terms.comparable(live, pair.current()));
        }
        if (!plain) {
            equal.add(column("b", NUMBER) + " = 1");
        }
        return String.join(" AND ", equal);
    }

    /** A join of the old keys of referenced rows, as {@code old} of {@code p} and the number, by their live keys. */
    public String parent(ColumnRule rule, int number) {
        ParentKey parent = Objects.requireNonNull(rule.parent(), "parent");
        String old = column("s", parent.keyColumn());
        String live = terms.liveForm(old, parent.key(), parent.liveKey());
        String alias = "p" + number;
        return "\nLEFT JOIN (SELECT " + live + " AS live, " + old + " AS old, ROW_NUMBER() OVER (PARTITION BY " + live
                + " ORDER BY " + terms.ordered(old, parent.key()) + ") AS n FROM " + terms.quote(parent.saved())
                + " s) " + alias + " ON " + alias + ".n = 1 AND " + alias + ".live = "
                + terms.comparable(column("c", rule.live().name()), parent.liveKey());
    }

    private boolean isPlain() {
        return merge.key().stream().allMatch(k -> terms.isSame(k.current(), k.old()));
    }

    private String column(String alias, String name) {
        return alias + "." + terms.quote(name);
    }

    private static String liveKey(int number) {
        return "rollback key " + number;
    }
}
