// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.dialect.RowSql.VALUE_REPLACED;
import static dev.rollback.postgres.names.PostgresNames.quote;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.RowChoice;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.Tokens;
import dev.rollback.model.Column;
import dev.rollback.postgres.names.PostgresIdentifiers;
import dev.rollback.postgres.names.PostgresNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements that bring live rows into the old shape. The choices of {@link RowChoice} have the alias s. */
final class PostgresMergeSql {
    private static final String BACK = PostgresIdentifiers.literal(VALUE_REPLACED);

    private final PostgresMerge merge;
    private final List<RowChoice> rules = new ArrayList<>();
    private final Optional<String> placed;

    PostgresMergeSql(RowMerge merge) {
        this.merge = new PostgresMerge(merge);
        for (ColumnRule rule : merge.rules()) {
            rules.add(new RowChoice(this.merge, rule, rules.size()));
        }
        this.placed = placed();
    }

    String merge(String backupSchema) {
        RowMerge of = merge.merge();
        String columns = quoted(RowChoice::name, ", ");
        String into = "INSERT INTO " + quote(of.target())
                + (rules.isEmpty() ? "" : " (" + columns + ")\nOVERRIDING SYSTEM VALUE");
        String rows = "\nFROM " + from(Tokens.SOURCE) + "\nWHERE " + Tokens.RANGE;
        if (reasons().isEmpty()) {
            return into + "\nSELECT " + joined(this::value, ",\n       ") + rows;
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
                        joined(r -> value(r) + " AS " + alias(r), ",\n       "),
                        PostgresRows.keyText(merge.keyNames()),
                        rows,
                        PostgresRows.quarantine(backupSchema, of.table().id(), "brought WHERE reason IS NOT NULL"),
                        into,
                        joined(this::alias, ", "));
    }

    String misfits() {
        if (reasons().isEmpty()) {
            return "SELECT ''::text AS reason, 0::bigint AS rows, ''::text AS sample WHERE false";
        }
        List<String> key = merge.keyNames();
        return """
                SELECT m.reason, count(*) AS rows,
                       coalesce(string_agg(nullif(m.row_key, ''), ', ' ORDER BY m.n) FILTER (WHERE m.n <= 3), '') AS sample
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

    /** The only rule's value of every live row, by another live column. */
    String keys(Column liveKey) {
        return "SELECT " + PostgresRows.column("c", liveKey.name()) + " AS live, "
                + value(rules.get(0)) + " AS old\nFROM "
                + from(quote(merge.merge().source()));
    }

    Optional<String> narrowed(ColumnRule rule) {
        if (rule.current() == null || !PostgresExactness.mayNarrow(rule.current(), rule.target())) {
            return Optional.empty();
        }
        return rules.stream()
                .filter(r -> r.rule().equals(rule))
                .findFirst()
                .map(r -> "SELECT count(*) AS rows\nFROM "
                        + from(quote(merge.merge().source())) + "\nWHERE " + r.isNarrowed(choice(r)));
    }

    /** Whether a choice is made once for each row, under a name of its own. */
    private static boolean isMade(RowChoice rule) {
        return rule.isMade() && (!rule.rule().isDestroyed() || rule.mayMisfit());
    }

    /** The choice of a row. */
    private String choice(RowChoice rule) {
        return isMade(rule) ? "s.s" + rules.indexOf(rule) : rule.choice();
    }

    private String value(RowChoice rule) {
        return isMade(rule) ? rule.value(choice(rule)) : rule.value();
    }

    private String alias(RowChoice rule) {
        return "v" + rules.indexOf(rule);
    }

    /** Whether the value is counted on from other rows' values. */
    private boolean isNumbered(RowChoice rule) {
        return rule.rule().isDestroyed()
                && PostgresFallback.of(rule.rule(), merge).isNumbered();
    }

    /** All joins; s has the choices, p whether there is a partition, r the reasons. OFFSET 0: each is found once for a row. */
    private String from(String source) {
        String choices = rules.stream()
                .filter(PostgresMergeSql::isMade)
                .map(r -> r.choice() + " AS s" + rules.indexOf(r))
                .collect(Collectors.joining(",\n       "));
        boolean needsBackup = rules.stream().anyMatch(RowChoice::needsBackup);
        StringBuilder from = new StringBuilder(needsBackup ? merge.joinBackup("LEFT", source) : source + " c");
        rules.forEach(r -> from.append(r.join()));
        if (!choices.isEmpty()) {
            from.append("\nCROSS JOIN LATERAL (SELECT ").append(choices).append("\n       OFFSET 0) s");
        }
        placed.ifPresent(p -> from.append("\nCROSS JOIN LATERAL (").append(p).append(" OFFSET 0) p"));
        List<String> reasons = reasons();
        if (!reasons.isEmpty()) {
            from.append("\nCROSS JOIN LATERAL (SELECT ")
                    .append(fits())
                    .append(" AS fits,\n       CASE ")
                    .append(String.join("\n            ", reasons))
                    .append(" END AS reason OFFSET 0) r");
        }
        return from.toString();
    }

    /** A query of whether the old shape has a partition for the values of c; empty when it always has. */
    private Optional<String> placed() {
        RowMerge of = merge.merge();
        Optional<String> fit = PostgresPartitions.fit(of.table(), of.partitions());
        List<RowChoice> used = partitionKey();
        boolean changedType = !of.types().isEmpty()
                && used.stream().anyMatch(r -> r.rule().target().userType());
        if (fit.isEmpty() || changedType || used.stream().anyMatch(this::isNumbered)) {
            return Optional.empty();
        }
        String values = used.stream()
                .map(r -> "(" + value(r) + ")" + PostgresRows.collation(r.rule().target()) + " AS " + quote(r.name()))
                .collect(Collectors.joining(", "));
        return Optional.of("SELECT " + fit.get() + " AS placed FROM (SELECT " + values + ") k");
    }

    private List<RowChoice> partitionKey() {
        RowMerge of = merge.merge();
        StringBuilder keys = new StringBuilder(String.valueOf(of.table().partitionedBy()));
        of.partitions().forEach(t -> keys.append(t.partitionedBy()));
        return rules.stream().filter(r -> keys.indexOf(r.name()) >= 0).toList();
    }

    private String fits() {
        List<String> fits = new ArrayList<>();
        rules.stream()
                .filter(RowChoice::mayMisfit)
                .map(r -> choice(r) + " <> 'misfit'")
                .forEach(fits::add);
        placed.ifPresent(p -> fits.add("p.placed"));
        return PostgresRows.and(fits);
    }

    /** Why rows and values are set aside, as branches of a CASE; rows that stay out come first. */
    private List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        rules.stream()
                .filter(RowChoice::mayMisfit)
                .map(r -> "WHEN " + choice(r) + " = 'misfit' THEN " + r.reason())
                .forEach(reasons::add);
        placed.ifPresent(p -> reasons.add("WHEN NOT p.placed THEN 'no partition holds it'"));
        rules.stream()
                .filter(RowChoice::mayBeReplaced)
                .map(r -> "WHEN " + choice(r) + " = 'replaced' THEN " + r.reason() + " || " + BACK)
                .forEach(reasons::add);
        return reasons;
    }

    private String joined(java.util.function.Function<RowChoice, String> part, String separator) {
        return rules.stream().map(part).collect(Collectors.joining(separator));
    }

    private String quoted(java.util.function.Function<RowChoice, String> name, String separator) {
        return joined(name.andThen(PostgresNames::quote), separator);
    }
}
