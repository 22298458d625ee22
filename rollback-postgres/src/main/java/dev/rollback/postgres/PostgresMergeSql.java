// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static dev.rollback.postgres.PostgresIdentifiers.literal;
import static dev.rollback.postgres.PostgresNames.quote;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.Tokens;
import dev.rollback.model.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statements that bring live rows into the old shape. Columns that need a decision have it in r, once for each row:
 * {@code current} takes the live value, {@code backup} the saved one, {@code parent} the old key of the referenced row;
 * {@code replaced} takes the saved one as the live one does not fit; a {@code misfit} has no value, and its row stays out.
 */
final class PostgresMergeSql {
    private final PostgresMerge merge;
    private final List<ColumnRule> rules;

    PostgresMergeSql(RowMerge merge) {
        this.merge = new PostgresMerge(merge);
        this.rules = merge.rules();
    }

    String merge(String backupSchema) {
        RowMerge of = merge.merge();
        List<String> columns = rules.stream().map(r -> r.target().name()).toList();
        String into = "INSERT INTO " + quote(of.target())
                + (columns.isEmpty() ? "" : " (" + PostgresRows.names(columns) + ")\nOVERRIDING SYSTEM VALUE");
        String from = from(Tokens.SOURCE);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            values.add(value(i) + " AS v" + i);
        }
        String select = String.join(",\n       ", values);
        String where = "\nWHERE " + Tokens.RANGE;
        if (reasons().isEmpty()) {
            return into + "\nSELECT " + select + "\nFROM " + from + where;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            names.add("v" + i);
        }
        return "WITH brought AS (\nSELECT " + select + ",\n"
                + "       r.fits, r.reason, CASE WHEN r.reason IS NOT NULL THEN "
                + PostgresRows.keyText(merge.keyNames())
                + " END AS row_key,\n       CASE WHEN r.reason IS NOT NULL THEN to_jsonb(c) END AS row_data\nFROM "
                + from + where + "\n), aside AS (\n"
                + PostgresRows.quarantine(backupSchema, of.table().id(), "brought WHERE reason IS NOT NULL")
                + "\n)\n" + into + "\nSELECT " + String.join(", ", names) + "\nFROM brought WHERE fits";
    }

    String misfits() {
        if (reasons().isEmpty()) {
            return "SELECT ''::text AS reason, 0::bigint AS rows, ''::text AS sample WHERE false";
        }
        List<String> key = merge.keyNames();
        return """
                SELECT m.reason, count(*) AS rows,
                       coalesce(string_agg(m.row_key, ', ' ORDER BY m.n) FILTER (WHERE m.n <= 3), '') AS sample
                FROM (SELECT r.reason, %s AS row_key,
                             row_number() OVER (PARTITION BY r.reason ORDER BY %s) AS n
                      FROM %s
                      WHERE r.reason IS NOT NULL) m
                GROUP BY m.reason
                ORDER BY m.reason""".formatted(
                        PostgresRows.keyText(key),
                        PostgresRows.keyOrder(key),
                        from(quote(merge.merge().source())));
    }

    Optional<String> narrowed(ColumnRule rule) {
        int number = rules.indexOf(rule);
        Column current = rule.current();
        if (current == null || number < 0 || !PostgresConversions.mayNarrow(current, rule.target())) {
            return Optional.empty();
        }
        String value = merge.currentValue(rule);
        String there = PostgresConversions.convert(value, current, rule.target());
        String back = PostgresConversions.guarded("(" + there + ")", rule.target(), current);
        String lost = PostgresRows.differs("(" + back + ")", value, current);
        return Optional.of(
                "SELECT count(*) AS rows\nFROM " + from(quote(merge.merge().source())) + "\nWHERE CASE WHEN " + value
                        + " IS NOT NULL AND r.s" + number + " = 'current' THEN " + lost + " ELSE false END");
    }

    /** All joins, and r with its decisions. */
    private String from(String source) {
        boolean needsBackup = false;
        StringBuilder parents = new StringBuilder();
        List<String> states = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            ColumnRule rule = rules.get(i);
            String state = state(i);
            if (rule.parent() != null && state != null) {
                parents.append(merge.joinParent(rule, i));
            }
            needsBackup |= merge.hasBackup(rule) && (state != null || rule.isDestroyed());
            if (state != null) {
                states.add(state + " AS s" + i);
            }
        }
        String rows = (needsBackup ? merge.joinBackup("LEFT", source) : source + " c") + parents;
        if (states.isEmpty()) {
            return rows;
        }
        List<String> reasons = reasons();
        String decisions = "(SELECT " + String.join(",\n       ", states) + " OFFSET 0)";
        return reasons.isEmpty()
                ? rows + "\nCROSS JOIN LATERAL " + decisions + " r"
                : rows + "\nCROSS JOIN LATERAL (SELECT s.*, " + fits() + " AS fits,\n       CASE "
                        + String.join("\n       ", reasons) + " END AS reason\n       FROM " + decisions
                        + " s OFFSET 0) r";
    }

    private String fits() {
        List<String> fits = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (mayMisfit(rules.get(i))) {
                fits.add("s.s" + i + " <> 'misfit'");
            }
        }
        return PostgresRows.and(fits);
    }

    /** Why a row or a value is set aside, as branches of a CASE; rows that stay out first. */
    private List<String> reasons() {
        List<String> misfits = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            ColumnRule rule = rules.get(i);
            if (!mayMisfit(rule)) {
                continue;
            }
            String name = "column \"" + rule.target().name() + "\"";
            String noValue = "no value for " + name + ", which must not be null";
            String tooBig =
                    "value of " + name + " does not fit " + rule.target().type();
            String reason = rule.current() == null
                    ? literal(noValue)
                    : mayBeNull(rule) && conversionMisfit(rule).isPresent()
                            ? "CASE WHEN " + merge.currentValue(rule) + " IS NULL THEN " + literal(noValue) + " ELSE "
                                    + literal(tooBig) + " END"
                            : literal(mayBeNull(rule) ? noValue : tooBig);
            misfits.add("WHEN s.s" + i + " = 'misfit' THEN " + reason);
            if (merge.hasBackup(rule) && rule.current() != null) {
                replaced.add("WHEN s.s" + i + " = 'replaced' THEN " + reason + " || '; the backup''s value is back'");
            }
        }
        misfits.addAll(replaced);
        return misfits;
    }

    /** Where the value of a column comes from; null when there is nothing to decide. */
    private @Nullable String state(int number) {
        ColumnRule rule = rules.get(number);
        if (rule.current() == null) {
            return mayMisfit(rule)
                    ? "CASE " + (merge.hasBackup(rule) ? "WHEN " + merge.present() + " THEN 'backup' " : "")
                            + "ELSE 'misfit' END"
                    : null;
        }
        List<String> branches = new ArrayList<>();
        backupCondition(rule).ifPresent(c -> branches.add("WHEN " + merge.present() + " AND " + c + " THEN 'backup'"));
        if (rule.parent() != null) {
            branches.add("WHEN p" + number + ".live IS NOT NULL THEN 'parent'");
        }
        if (mayMisfit(rule)) {
            List<String> misfit = new ArrayList<>();
            if (mayBeNull(rule)) {
                misfit.add(merge.currentValue(rule) + " IS NULL");
            }
            conversionMisfit(rule).ifPresent(misfit::add);
            branches.add("WHEN " + String.join(" OR ", misfit) + " THEN "
                    + (merge.hasBackup(rule)
                            ? "CASE WHEN " + merge.present() + " THEN 'replaced' ELSE 'misfit' END"
                            : "'misfit'"));
        }
        boolean decided = !branches.isEmpty() || !rule.isPlain() && mayNarrow(rule);
        return decided
                ? (branches.isEmpty()
                        ? "'current'"
                        : "CASE " + String.join("\n            ", branches) + " ELSE 'current' END")
                : null;
    }

    private static boolean mayNarrow(ColumnRule rule) {
        return PostgresConversions.mayNarrow(PostgresMerge.current(rule), rule.target());
    }

    /** When a present row takes the backup's value; empty for never. */
    private Optional<String> backupCondition(ColumnRule rule) {
        if (!merge.hasBackup(rule) || rule.isPlain()) {
            return Optional.empty();
        }
        Column current = PostgresMerge.current(rule);
        List<String> conditions = new ArrayList<>();
        if (merge.mayBeByMigration()) {
            conditions.add(merge.byMigration());
        }
        if (!current.sameValues(rule.target())) {
            conditions.add(merge.isUntouched(rule));
        }
        return conditions.isEmpty() ? Optional.empty() : Optional.of("(" + String.join(" OR ", conditions) + ")");
    }

    private boolean mayMisfit(ColumnRule rule) {
        if (rule.current() == null) {
            return PostgresFallback.of(rule, merge).isMissing();
        }
        return mayBeNull(rule) || conversionMisfit(rule).isPresent();
    }

    private static boolean mayBeNull(ColumnRule rule) {
        return !rule.target().nullable() && PostgresMerge.current(rule).nullable();
    }

    private Optional<String> conversionMisfit(ColumnRule rule) {
        return PostgresConversions.misfit(merge.currentValue(rule), PostgresMerge.current(rule), rule.target());
    }

    private String value(int number) {
        ColumnRule rule = rules.get(number);
        if (rule.current() == null) {
            String fallback = PostgresFallback.of(rule, merge).value();
            return merge.hasBackup(rule)
                    ? "CASE WHEN " + merge.present() + " THEN " + merge.backupValue(rule) + " ELSE " + fallback + " END"
                    : fallback;
        }
        String converted =
                PostgresConversions.convert(merge.currentValue(rule), PostgresMerge.current(rule), rule.target());
        if (state(number) == null) {
            return converted;
        }
        String state = "r.s" + number;
        return "CASE " + state
                + (merge.hasBackup(rule)
                        ? " WHEN 'backup' THEN " + merge.backupValue(rule) + " WHEN 'replaced' THEN "
                                + merge.backupValue(rule)
                        : "")
                + (rule.parent() == null ? "" : " WHEN 'parent' THEN " + PostgresMerge.parentValue(rule, number))
                + " WHEN 'current' THEN " + converted + " END";
    }
}
