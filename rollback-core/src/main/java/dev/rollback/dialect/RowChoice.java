// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.model.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where one column of the old shape gets its value. Where there is a choice it is made for each row, as a word:
 * {@code current} takes the live value, {@code backup} the saved one, {@code parent} the old key of the referenced row;
 * {@code replaced} takes the saved one as the live one does not fit; a {@code misfit} has no value, and its row stays out.
 */
public final class RowChoice {
    private final RowTerms terms;
    private final RowMerge merge;
    private final ColumnRule rule;
    private final int number;
    private final Column target;
    private final @Nullable Column current;

    /**
     * A way to a value.
     *
     * @param condition when it is taken, if none before it is; empty for always
     * @param choice for rows that the backup has, or for all
     * @param otherwise for the others; null when they have the same
     */
    private record Branch(
            String condition, String choice, @Nullable String otherwise) {
        Branch(String condition, String choice) {
            this(condition, choice, null);
        }
    }

    /** @param number the rule's place among others, which tells its joins apart */
    public RowChoice(RowTerms terms, ColumnRule rule, int number) {
        this.terms = terms;
        this.merge = terms.merge();
        this.rule = rule;
        this.number = number;
        this.target = rule.target();
        this.current = rule.current();
    }

    /** What it chooses by. */
    public ColumnRule rule() {
        return rule;
    }

    /** The name of the column. */
    public String name() {
        return target.name();
    }

    public boolean needsBackup() {
        return merge.hasBackup(rule) && (current == null || isMade());
    }

    /** Whether there is a choice to make for each row. */
    public boolean isMade() {
        return branches().size() > 1;
    }

    /** The join that finds the old key of the row or of the referenced row; empty without. */
    public String join() {
        if (rule.lookup() != null) {
            return terms.joinLookup(rule, number);
        }
        return rule.parent() == null || current == null ? "" : terms.joinParent(rule, number);
    }

    private List<Branch> branches() {
        List<Branch> branches = new ArrayList<>();
        if (current == null) {
            if (rule.lookup() != null) {
                branches.add(new Branch("(" + lookedUp() + ") IS NOT NULL", "backup"));
            } else if (merge.hasBackup(rule)) {
                branches.add(new Branch(terms.present(), "backup"));
            }
            branches.add(new Branch("", mayMisfit() ? "misfit" : "fallback"));
            return branches;
        }
        backupCondition().ifPresent(c -> branches.add(new Branch(c, "backup")));
        if (rule.parent() != null) {
            branches.add(new Branch(terms.hasParent(number), "parent"));
        }
        if (mayMisfit()) {
            branches.add(
                    merge.hasBackup(rule)
                            ? new Branch(misfitCondition(), "replaced", "misfit")
                            : new Branch(misfitCondition(), "misfit"));
        }
        branches.add(new Branch("", "current"));
        return branches;
    }

    /** The choice of a row, as a word. */
    public String choice() {
        return cased(terms::literal);
    }

    /** An expression for the value. */
    public String value() {
        if (current != null && !isMade()) {
            return merge.isPlain(rule) ? terms.currentValue(rule) : terms.convertedValue(rule);
        }
        return cased(this::valueOf);
    }

    /** An expression for the value, where the choice has been made. */
    public String value(String choice) {
        StringBuilder cases = new StringBuilder("CASE");
        for (Branch branch : branches()) {
            cases.append(" WHEN ").append(choice).append(" = ").append(terms.literal(branch.choice));
            cases.append(" THEN ").append(valueOf(branch.choice));
        }
        return cases + " END";
    }

    private String cased(UnaryOperator<String> as) {
        List<Branch> branches = branches();
        Branch last = branches.remove(branches.size() - 1);
        StringBuilder cases = new StringBuilder("CASE");
        for (Branch branch : branches) {
            String chosen = as.apply(branch.choice);
            cases.append(" WHEN ").append(branch.condition).append("\n            THEN ");
            cases.append(
                    branch.otherwise == null
                            ? chosen
                            : "CASE WHEN " + terms.present() + " THEN " + chosen + " ELSE " + as.apply(branch.otherwise)
                                    + " END");
        }
        String otherwise = as.apply(last.choice);
        return branches.isEmpty() ? otherwise : cases + " ELSE " + otherwise + " END";
    }

    private String valueOf(String choice) {
        return switch (choice) {
            case "backup" -> rule.lookup() != null ? lookedUp() : terms.backupValue(rule);
            case "replaced" -> terms.backupValue(rule);
            case "parent" -> terms.parentValue(rule, number);
            case "current" -> terms.convertedValue(rule);
            case "fallback" -> rule.lookup() != null ? terms.noValue(rule) : terms.fallback(rule);
            default -> terms.noValue(rule);
        };
    }

    /** When a row takes the backup's value; empty for never. */
    private Optional<String> backupCondition() {
        if (!merge.hasBackup(rule) || rule.isPlain()) {
            return Optional.empty();
        }
        if (merge.isKey(rule)) {
            return Optional.of(terms.present());
        }
        List<String> conditions = new ArrayList<>();
        if (merge.mayBeByMigration()) {
            conditions.add("(" + merge.byMigration() + ")");
        }
        if (current != null && !current.sameValues(target)) {
            conditions.add(terms.isUntouched(rule));
        }
        return conditions.isEmpty()
                ? Optional.empty()
                : Optional.of(terms.present() + " AND (" + String.join(" OR ", conditions) + ")");
    }

    private String misfitCondition() {
        List<String> conditions = new ArrayList<>();
        if (mayBeNull()) {
            conditions.add(terms.isNull(rule));
        }
        terms.misfit(rule).ifPresent(conditions::add);
        return String.join(" OR ", conditions);
    }

    /** Whether some rows may have no value that fits. */
    public boolean mayMisfit() {
        if (rule.lookup() != null) {
            return !target.nullable();
        }
        return current == null
                ? terms.isFallbackMissing(rule)
                : mayBeNull() || terms.misfit(rule).isPresent();
    }

    public boolean mayBeReplaced() {
        return current != null && mayMisfit() && merge.hasBackup(rule);
    }

    private boolean mayBeNull() {
        return current != null && !target.nullable() && current.nullable();
    }

    /** Why the live value does not fit. */
    public String reason() {
        String name = "column \"" + target.name() + "\"";
        String noValue = terms.literal("no value for " + name + ", which must not be null");
        if (current == null) {
            return noValue;
        }
        String tooMuch = terms.literal("value of " + name + " does not fit " + target.type());
        if (!mayBeNull()) {
            return tooMuch;
        }
        return terms.misfit(rule).isEmpty()
                ? noValue
                : "CASE WHEN " + terms.isNull(rule) + " THEN " + noValue + " ELSE " + tooMuch + " END";
    }

    /** No new key, no old one; a new key that nobody has leads back to the saved value. */
    private String lookedUp() {
        String saved = merge.hasBackup(rule)
                ? "CASE WHEN " + terms.present() + " THEN " + terms.backupValue(rule) + " END"
                : "NULL";
        return "CASE WHEN " + terms.lookupKey(rule) + " IS NOT NULL THEN COALESCE(" + terms.lookedUpValue(rule, number)
                + ", " + saved + ") END";
    }

    /** A condition that is true when the live value is taken and loses something by it. */
    public String isNarrowed() {
        return isNarrowed("(" + choice() + ")");
    }

    /** The same, where the choice has been made. */
    public String isNarrowed(String choice) {
        return "CASE WHEN " + terms.isNull(rule) + " THEN false WHEN " + choice + " = " + terms.literal("current")
                + " THEN " + terms.isNarrowed(rule) + " ELSE false END";
    }
}
