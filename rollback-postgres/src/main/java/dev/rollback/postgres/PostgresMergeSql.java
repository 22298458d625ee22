// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static dev.rollback.postgres.PostgresNames.quote;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements that bring live rows into the old shape. The choices of {@link PostgresRule} have the alias r. */
final class PostgresMergeSql {
    private static final String BACK = "'; the backup''s value is back'";

    private final PostgresMerge merge;
    private final List<PostgresRule> rules = new ArrayList<>();

    PostgresMergeSql(RowMerge merge) {
        this.merge = new PostgresMerge(merge);
        for (ColumnRule rule : merge.rules()) {
            rules.add(new PostgresRule(this.merge, rule, rules.size()));
        }
    }

    String merge(String backupSchema) {
        RowMerge of = merge.merge();
        String columns = quoted(PostgresRule::name, ", ");
        String into = "INSERT INTO " + quote(of.target())
                + (rules.isEmpty() ? "" : " (" + columns + ")\nOVERRIDING SYSTEM VALUE");
        String rows = "\nFROM " + from(Tokens.SOURCE) + "\nWHERE " + Tokens.RANGE;
        if (reasons().isEmpty()) {
            return into + "\nSELECT " + joined(PostgresRule::value, ",\n       ") + rows;
        }
        return """
                WITH brought AS (
                SELECT %s,
                       r.fits, r.reason,
                       CASE WHEN r.reason IS NOT NULL THEN %s END AS row_key,
                       CASE WHEN r.reason IS NOT NULL THEN to_jsonb(c.*) END AS row_data%s
                ), aside AS (
                %s
                )
                %s
                SELECT %s
                FROM brought WHERE fits""".formatted(
                        joined(r -> r.value() + " AS " + r.alias(), ",\n       "),
                        PostgresRows.keyText(merge.keyNames()),
                        rows,
                        PostgresRows.quarantine(backupSchema, of.table().id(), "brought WHERE reason IS NOT NULL"),
                        into,
                        joined(PostgresRule::alias, ", "));
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
                ORDER BY m.reason COLLATE \"C\"""".formatted(
                        PostgresRows.keyText(key),
                        PostgresRows.keyOrder(key),
                        from(quote(merge.merge().source())));
    }

    Optional<String> narrowed(ColumnRule rule) {
        if (rule.current() == null || !PostgresConversions.mayNarrow(rule.current(), rule.target())) {
            return Optional.empty();
        }
        return rules.stream()
                .filter(r -> r.is(rule))
                .findFirst()
                .map(r -> "SELECT count(*) AS rows\nFROM "
                        + from(quote(merge.merge().source())) + "\nWHERE " + r.isNarrowed());
    }

    /** All joins, and the choices. */
    private String from(String source) {
        String choices = rules.stream()
                .flatMap(r -> r.choose().map(c -> c + " AS " + r.choice()).stream())
                .collect(Collectors.joining(",\n       "));
        boolean needsBackup = rules.stream().anyMatch(PostgresRule::needsBackup);
        String rows = (needsBackup ? merge.joinBackup("LEFT", source) : source + " c") + joined(PostgresRule::join, "");
        if (choices.isEmpty()) {
            return rows;
        }
        // OFFSET 0 keeps the planner from copying the expressions to each place that uses them
        String once = "(SELECT " + choices + "\n       OFFSET 0)";
        List<String> reasons = reasons();
        String decisions = reasons.isEmpty()
                ? once
                : "(SELECT s.*, " + fits() + " AS fits,\n       CASE " + String.join("\n            ", reasons)
                        + " END AS reason\n       FROM " + once + " s OFFSET 0)";
        return rows + "\nCROSS JOIN LATERAL " + decisions + " r";
    }

    private String fits() {
        return PostgresRows.and(rules.stream()
                .filter(PostgresRule::mayMisfit)
                .map(r -> "s." + r.choice() + " <> 'misfit'")
                .toList());
    }

    /** Why rows and values are set aside, as branches of a CASE; rows that stay out come first. */
    private List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        rules.stream()
                .filter(PostgresRule::mayMisfit)
                .map(r -> "WHEN s." + r.choice() + " = 'misfit' THEN " + r.reason())
                .forEach(reasons::add);
        rules.stream()
                .filter(PostgresRule::mayBeReplaced)
                .map(r -> "WHEN s." + r.choice() + " = 'replaced' THEN " + r.reason() + " || " + BACK)
                .forEach(reasons::add);
        return reasons;
    }

    private String joined(java.util.function.Function<PostgresRule, String> part, String separator) {
        return rules.stream().map(part).collect(Collectors.joining(separator));
    }

    private String quoted(java.util.function.Function<PostgresRule, String> name, String separator) {
        return joined(name.andThen(PostgresNames::quote), separator);
    }
}
