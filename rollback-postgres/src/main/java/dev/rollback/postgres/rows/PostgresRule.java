// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.postgres.names.PostgresIdentifiers.literal;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.model.Column;
import dev.rollback.postgres.names.PostgresNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where one column of the old shape gets its value. Where there is a choice it is made once for each row, as a word:
 * {@code current} takes the live value, {@code backup} the saved one, {@code parent} the old key of the referenced row;
 * {@code replaced} takes the saved one as the live one does not fit; a {@code misfit} has no value, and its row stays out.
 */
final class PostgresRule {
    private final PostgresMerge merge;
    private final ColumnRule rule;
    private final int number;
    private final Column target;
    private final @Nullable Column current;

    PostgresRule(PostgresMerge merge, ColumnRule rule, int number) {
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

    /** The name of the choice. */
    String choice() {
        return "s" + number;
    }

    /** The name of the value. */
    String alias() {
        return "v" + number;
    }

    boolean needsBackup() {
        return merge.hasBackup(rule) && (current == null || choose().isPresent());
    }

    /** The join that finds the old key of the referenced row; empty without. */
    String join() {
        if (rule.lookup() != null) {
            return "\nLEFT JOIN " + PostgresNames.quote(rule.lookup().map()) + " m" + number + " ON m" + number
                    + ".live = " + PostgresRows.column("c", rule.lookup().by().name());
        }
        return rule.parent() == null || current == null ? "" : merge.joinParent(rule, number);
    }

    /** An expression for the choice; empty when there is none. */
    Optional<String> choose() {
        List<String> branches = new ArrayList<>();
        String last = "current";
        if (current == null) {
            if (!mayMisfit()) {
                return Optional.empty();
            }
            if (rule.lookup() != null) {
                branches.add("WHEN (" + value() + ") IS NOT NULL THEN 'backup'");
            }
            if (merge.hasBackup(rule)) {
                branches.add("WHEN " + merge.present() + " THEN 'backup'");
            }
            last = "misfit";
        } else {
            backupCondition().ifPresent(c -> branches.add("WHEN " + c + " THEN 'backup'"));
            if (rule.parent() != null) {
                branches.add("WHEN p" + number + ".live IS NOT NULL THEN 'parent'");
            }
            if (mayMisfit()) {
                branches.add("WHEN " + misfitCondition() + " THEN " + ifMisfit());
            }
        }
        boolean narrows = current != null && PostgresExactness.mayNarrow(current, target);
        if (branches.isEmpty() && !narrows && !last.equals("misfit")) {
            return Optional.empty();
        }
        return Optional.of(
                branches.isEmpty()
                        ? "'" + last + "'"
                        : "CASE " + String.join("\n            ", branches) + " ELSE '" + last + "' END");
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
        if (!PostgresMerge.current(rule).sameValues(target)) {
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

    private String ifMisfit() {
        return merge.hasBackup(rule)
                ? "CASE WHEN " + merge.present() + " THEN 'replaced' ELSE 'misfit' END"
                : "'misfit'";
    }

    /** Whether some rows may have no value that fits. */
    boolean mayMisfit() {
        if (rule.lookup() != null) {
            return !target.nullable();
        }
        return current == null ? PostgresFallback.of(rule, merge).isMissing() : mayBeNull() || misfit().isPresent();
    }

    boolean mayBeReplaced() {
        return current != null && mayMisfit() && merge.hasBackup(rule);
    }

    private boolean mayBeNull() {
        return current != null && !target.nullable() && current.nullable();
    }

    private String isNull() {
        return PostgresRows.isNull(merge.currentValue(rule), PostgresMerge.current(rule));
    }

    private Optional<String> misfit() {
        return PostgresUserTypes.misfit(
                merge.currentValue(rule),
                PostgresMerge.current(rule),
                target,
                merge.merge().types());
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

    /** An expression for the value, once the choice is made. */
    String value() {
        if (rule.lookup() != null) {
            return lookedUp(rule.lookup());
        }
        if (current == null) {
            String fallback = PostgresFallback.of(rule, merge).value();
            return merge.hasBackup(rule)
                    ? "CASE WHEN " + merge.present() + " THEN " + merge.backupValue(rule) + " ELSE " + fallback + " END"
                    : fallback;
        }
        if (choose().isEmpty()) {
            return converted();
        }
        List<String> branches = new ArrayList<>();
        if (merge.hasBackup(rule)) {
            branches.add("WHEN s." + choice() + " IN ('backup', 'replaced') THEN " + merge.backupValue(rule));
        }
        if (rule.parent() != null) {
            branches.add("WHEN s." + choice() + " = 'parent' THEN " + PostgresMerge.parentValue(rule, number));
        }
        branches.add("WHEN s." + choice() + " = 'current' THEN " + converted());
        return "CASE " + String.join(" ", branches) + " END";
    }

    /** No new key, no old one; a new key that nobody has leads back to the saved value. */
    private String lookedUp(ColumnRule.KeyMap lookup) {
        String saved = merge.hasBackup(rule)
                ? "CASE WHEN " + merge.present() + " THEN " + merge.backupValue(rule) + " END"
                : "NULL";
        return "CASE WHEN " + PostgresRows.column("c", lookup.by().name()) + " IS NOT NULL THEN COALESCE(m" + number
                + ".old, " + saved + ") END";
    }

    private String converted() {
        return PostgresConversions.convert(merge.currentValue(rule), PostgresMerge.current(rule), target);
    }

    /** A condition that is true when the live value is taken and loses something by it. */
    String isNarrowed() {
        return "CASE WHEN NOT (" + isNull() + ") AND s." + choice() + " = 'current' THEN "
                + PostgresExactness.isNarrowed(merge.currentValue(rule), PostgresMerge.current(rule), target)
                + " ELSE false END";
    }

    /** Whether the value is counted on from other rows' values. */
    boolean isNumbered() {
        return current == null && PostgresFallback.of(rule, merge).isNumbered();
    }

    Column target() {
        return target;
    }
}
