// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.literal;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.model.Column;
import dev.rollback.mysql.catalog.MysqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where one column of the old shape gets its value. Where there is a choice it is made for each row, as a word:
 * {@code current} takes the live value, {@code backup} the saved one, {@code parent} the old key of the referenced row;
 * {@code replaced} takes the saved one as the live one does not fit; a {@code misfit} has no value, and its row stays out.
 */
final class MysqlRule {
    private final MysqlMerge merge;
    private final ColumnRule rule;
    private final int number;
    private final Column target;
    private final @Nullable Column current;

    /**
     * A way to a value.
     *
     * @param condition when it is taken, if none before it is; empty for always
     */
    private record Branch(String condition, String choice) {}

    MysqlRule(MysqlMerge merge, ColumnRule rule, int number) {
        this.merge = merge;
        this.rule = rule;
        this.number = number;
        this.target = rule.target();
        this.current = rule.current();
    }

    boolean is(ColumnRule other) {
        return rule.equals(other);
    }

    String name() {
        return target.name();
    }

    boolean needsBackup() {
        return merge.hasBackup(rule) && (current == null || branches().size() > 1);
    }

    /** The join that finds the old key of the referenced row; empty without. */
    String join() {
        if (rule.lookup() != null) {
            Column by = rule.lookup().by();
            return "\nLEFT JOIN " + MysqlNames.quote(rule.lookup().map()) + " m" + number + " ON "
                    + MysqlRows.keyEquals("m" + number + ".live", MysqlRows.column("c", by.name()), by);
        }
        return rule.parent() == null || current == null ? "" : merge.joinParent(rule, number);
    }

    private List<Branch> branches() {
        List<Branch> branches = new ArrayList<>();
        if (current == null) {
            if (rule.lookup() != null) {
                branches.add(new Branch("(" + lookedUp() + ") IS NOT NULL", "backup"));
            } else if (merge.hasBackup(rule)) {
                branches.add(new Branch(merge.present(), "backup"));
            }
            branches.add(new Branch("", mayMisfit() ? "misfit" : "fallback"));
            return branches;
        }
        backupCondition().ifPresent(c -> branches.add(new Branch(c, "backup")));
        if (rule.parent() != null) {
            branches.add(new Branch("p" + number + ".live IS NOT NULL", "parent"));
        }
        if (mayMisfit()) {
            if (merge.hasBackup(rule)) {
                branches.add(new Branch(merge.present() + " AND (" + misfitCondition() + ")", "replaced"));
            }
            branches.add(new Branch(misfitCondition(), "misfit"));
        }
        branches.add(new Branch("", "current"));
        return branches;
    }

    /** The choice of a row, as a word. */
    String choice() {
        return cased(true);
    }

    /** An expression for the value. */
    String value() {
        if (current != null && branches().size() == 1) {
            return merge.merge().isPlain(rule) ? merge.currentValue(rule) : converted();
        }
        return cased(false);
    }

    private String cased(boolean words) {
        List<Branch> branches = branches();
        Branch last = branches.remove(branches.size() - 1);
        StringBuilder cases = new StringBuilder("CASE");
        for (Branch branch : branches) {
            cases.append(" WHEN ")
                    .append(branch.condition)
                    .append("\n            THEN ")
                    .append(words ? literal(branch.choice) : valueOf(branch.choice));
        }
        String otherwise = words ? literal(last.choice) : valueOf(last.choice);
        return branches.isEmpty() ? otherwise : cases + " ELSE " + otherwise + " END";
    }

    private String valueOf(String choice) {
        return switch (choice) {
            case "backup" -> rule.lookup() != null ? lookedUp() : merge.backupValue(rule);
            case "replaced" -> merge.backupValue(rule);
            case "parent" -> MysqlMerge.parentValue(rule, number);
            case "current" -> converted();
            case "fallback" ->
                rule.lookup() != null ? "NULL" : MysqlFallback.of(rule, merge).value();
            default -> "NULL";
        };
    }

    /** The same with the collation of the column. */
    String typed() {
        boolean text = MysqlValueType.of(target).is(MysqlValueType.Family.TEXT);
        return text && !merge.merge().isPlain(rule)
                ? "(CONVERT(" + value() + " USING " + MysqlValueType.of(target).charset() + ") COLLATE "
                        + MysqlCharsets.collation(target) + ")"
                : "(" + value() + ")";
    }

    /** Whether later rows are numbered on, which a condition cannot do. */
    boolean isNumbered() {
        return current == null && target.identity() != null;
    }

    /** When a row takes the backup's value; empty for never. */
    private Optional<String> backupCondition() {
        if (!merge.hasBackup(rule) || rule.isPlain()) {
            return Optional.empty();
        }
        if (merge.isKey(rule)) {
            return Optional.of(merge.present());
        }
        List<String> conditions = new ArrayList<>();
        if (merge.mayBeByMigration()) {
            conditions.add(merge.byMigration());
        }
        if (!MysqlMerge.current(rule).sameValues(target)) {
            conditions.add(merge.isUntouched(rule));
        }
        return conditions.isEmpty()
                ? Optional.empty()
                : Optional.of(merge.present() + " AND (" + String.join(" OR ", conditions) + ")");
    }

    private String misfitCondition() {
        List<String> conditions = new ArrayList<>();
        if (mayBeNull()) {
            conditions.add(isNull());
        }
        misfit().ifPresent(conditions::add);
        return String.join(" OR ", conditions);
    }

    /** Whether some rows may have no value that fits. */
    boolean mayMisfit() {
        if (rule.lookup() != null) {
            return !target.nullable();
        }
        return current == null ? MysqlFallback.of(rule, merge).isMissing() : mayBeNull() || misfit().isPresent();
    }

    boolean mayBeReplaced() {
        return current != null && mayMisfit() && merge.hasBackup(rule);
    }

    private boolean mayBeNull() {
        return current != null && !target.nullable() && current.nullable();
    }

    private String isNull() {
        return merge.currentValue(rule) + " IS NULL";
    }

    private Optional<String> misfit() {
        return rule.isPlain()
                ? Optional.empty()
                : MysqlConversions.misfit(merge.currentValue(rule), MysqlMerge.current(rule), target);
    }

    /** Why the live value does not fit. */
    String reason() {
        String name = "column \"" + target.name() + "\"";
        String noValue = literal("no value for " + name + ", which must not be null");
        if (current == null) {
            return noValue;
        }
        String tooMuch = literal("value of " + name + " does not fit " + target.type());
        if (!mayBeNull()) {
            return tooMuch;
        }
        return misfit().isEmpty()
                ? noValue
                : "CASE WHEN " + isNull() + " THEN " + noValue + " ELSE " + tooMuch + " END";
    }

    /** No new key, no old one; a new key that nobody has leads back to the saved value. */
    private String lookedUp() {
        ColumnRule.KeyMap lookup = java.util.Objects.requireNonNull(rule.lookup());
        String saved = merge.hasBackup(rule)
                ? "CASE WHEN " + merge.present() + " THEN " + merge.backupValue(rule) + " END"
                : "NULL";
        return "CASE WHEN " + MysqlRows.column("c", lookup.by().name()) + " IS NOT NULL THEN COALESCE("
                + MysqlText.neutral("m" + number + ".old", target) + ", " + saved + ") END";
    }

    private String converted() {
        return MysqlConversions.convert(merge.currentValue(rule), MysqlMerge.current(rule), target);
    }

    /** A condition that is true when the live value is taken and loses something by it. */
    String isNarrowed() {
        return "CASE WHEN " + isNull() + " THEN false WHEN (" + choice() + ") = 'current' THEN "
                + MysqlExactness.isNarrowed(merge.currentValue(rule), MysqlMerge.current(rule), target)
                + " ELSE false END";
    }
}
