// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.dialect.RowSql.VALUE_REPLACED;
import static dev.rollback.mysql.catalog.MysqlNames.literal;
import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.RowChoice;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.Tokens;
import dev.rollback.model.Column;
import dev.rollback.model.Table;
import dev.rollback.mysql.catalog.MysqlNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statements that bring live rows into the old shape: first those that stay out or lose a value are set aside, then the others
 * are brought. Both make the same choices, as nobody writes between them.
 */
final class MysqlMergeSql {
    private final MysqlMerge merge;
    private final List<RowChoice> rules = new ArrayList<>();
    private final Optional<String> placed;

    MysqlMergeSql(RowMerge merge) {
        this.merge = new MysqlMerge(merge);
        for (ColumnRule rule : this.merge.merge().rules()) {
            rules.add(new RowChoice(this.merge, rule, rules.size()));
        }
        this.placed = placed();
    }

    List<String> merge(String backupSchema) {
        RowMerge of = merge.merge();
        List<String> statements = new ArrayList<>();
        if (mayStayOut()) {
            statements.add(MysqlRows.quarantine(
                    backupSchema,
                    of.table().id(),
                    "x.reason",
                    "x.row_key",
                    "x.row_data",
                    "FROM (SELECT r.*, " + reasons() + " AS reason\nFROM (SELECT " + choices() + ",\n       "
                            + MysqlRows.keyText("c", merge.merge().liveKey()) + " AS row_key, "
                            + MysqlRows.rowData("c", merge.merge().liveColumns()) + " AS row_data\nFROM "
                            + from(Tokens.SOURCE) + "\nWHERE " + Tokens.RANGE
                            + ") r) x\nWHERE x.reason IS NOT NULL"));
        }
        String columns = MysqlRows.names(rules.stream().map(RowChoice::name).toList());
        String values = rules.stream().map(RowChoice::value).collect(Collectors.joining(",\n       "));
        statements.add("INSERT INTO " + quote(of.target()) + " (" + columns + ")\nSELECT " + values + "\nFROM "
                + from(Tokens.SOURCE) + "\nWHERE " + Tokens.RANGE + fits());
        return statements;
    }

    String misfits() {
        if (!mayStayOut()) {
            return "SELECT '' AS reason, 0 AS `rows`, '' AS sample FROM (SELECT 1) n WHERE false";
        }
        List<Column> key = merge.merge().liveKey();
        String order = key.isEmpty() ? "NULL" : MysqlRows.keyOrder(key);
        return """
                SELECT m.reason, COUNT(*) AS `rows`,
                       COALESCE(GROUP_CONCAT(CASE WHEN m.n <= 3 THEN NULLIF(LEFT(m.row_key, 200), '') END ORDER BY m.n SEPARATOR ', '), '') AS sample
                FROM (SELECT x.reason, x.row_key, ROW_NUMBER() OVER (PARTITION BY x.reason ORDER BY x.place) AS n
                      FROM (SELECT r.row_key, r.place, %s AS reason
                            FROM (SELECT %s, %s AS row_key, ROW_NUMBER() OVER (ORDER BY %s) AS place
                                  FROM %s) r) x
                      WHERE x.reason IS NOT NULL) m
                GROUP BY m.reason
                ORDER BY CAST(m.reason AS BINARY)""".formatted(
                        reasons(),
                        choices(),
                        MysqlRows.keyText("c", key),
                        order,
                        from(quote(merge.merge().source())));
    }

    /** The only rule's value of every live row, by another live column. */
    String keys(Column liveKey) {
        return "SELECT " + MysqlRows.column("c", liveKey.name()) + " AS live, "
                + rules.get(0).value() + " AS old\nFROM "
                + from(quote(merge.merge().source()));
    }

    Optional<String> narrowed(ColumnRule given) {
        ColumnRule rule = merge.resolved(given);
        if (rule.current() == null || !MysqlExactness.mayNarrow(rule.current(), rule.target())) {
            return Optional.empty();
        }
        return rules.stream()
                .filter(r -> r.rule().equals(rule))
                .findFirst()
                .map(r -> "SELECT COUNT(*) AS `rows`\nFROM "
                        + from(quote(merge.merge().source())) + "\nWHERE " + r.isNarrowed());
    }

    /** All joins. */
    private String from(String source) {
        boolean needsBackup = rules.stream().anyMatch(RowChoice::needsBackup);
        StringBuilder from = new StringBuilder(needsBackup ? merge.joinBackup("LEFT", source) : source + " c");
        rules.forEach(r -> from.append(r.join()));
        return from.toString();
    }

    /** Whether a row may stay out or lose a value. */
    private boolean mayStayOut() {
        return placed.isPresent() || !judges().isEmpty();
    }

    /** The rules under which a row may. */
    private List<RowChoice> judges() {
        return rules.stream().filter(RowChoice::mayMisfit).toList();
    }

    /** Whether the old shape has a partition for a row, as an expression; empty when it always has, or that is not known. */
    private Optional<String> placed() {
        Table table = merge.merge().table();
        String by = table.partitionedBy();
        Optional<String> fit = by == null ? Optional.empty() : MysqlPartitions.fit(by);
        Map<String, RowChoice> byName = new HashMap<>();
        rules.forEach(r -> byName.put(r.name(), r));
        boolean numbered = fit.stream()
                .flatMap(f -> MysqlNames.within(f).stream())
                .anyMatch(n -> byName.containsKey(n)
                        && isNumbered(Objects.requireNonNull(byName.get(n)).rule()));
        return numbered ? Optional.empty() : fit.map(f -> inTermsOf(table, byName, f));
    }

    /** With the values that columns will have for their names; those that are computed follow from others. */
    private String inTermsOf(Table table, Map<String, RowChoice> byName, String expression) {
        return MysqlNames.replaced(expression, name -> {
            RowChoice rule = byName.get(name);
            if (rule != null) {
                return typed(rule);
            }
            String generated = table.column(name).map(Column::generated).orElseThrow();
            return inTermsOf(table, byName, MysqlElements.group(generated).orElseThrow());
        });
    }

    /** The value with the collation of the column, which a choice between values has lost. */
    private String typed(RowChoice choice) {
        Column target = choice.rule().target();
        boolean text = MysqlValueType.of(target).is(MysqlValueType.Family.TEXT);
        return text && !merge.merge().isPlain(choice.rule())
                ? "(CONVERT(" + choice.value() + " USING "
                        + MysqlValueType.of(target).charset() + ") COLLATE " + MysqlCharsets.collation(target) + ")"
                : "(" + choice.value() + ")";
    }

    /** Whether later rows are numbered on, which a condition cannot do. */
    private static boolean isNumbered(ColumnRule rule) {
        return rule.isDestroyed() && rule.target().identity() != null;
    }

    private String choices() {
        List<String> choices = new ArrayList<>();
        List<RowChoice> judges = judges();
        for (int i = 0; i < judges.size(); i++) {
            choices.add(judges.get(i).choice() + " AS s" + i + ",\n       "
                    + judges.get(i).reason() + " AS t" + i);
        }
        placed.ifPresent(p -> choices.add(p + " AS placed"));
        return String.join(",\n       ", choices);
    }

    /** Why rows and values are set aside; rows that stay out come first. */
    private String reasons() {
        List<String> out = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        List<RowChoice> judges = judges();
        for (int i = 0; i < judges.size(); i++) {
            out.add("WHEN r.s" + i + " = 'misfit' THEN r.t" + i);
            if (judges.get(i).mayBeReplaced()) {
                replaced.add(
                        "WHEN r.s" + i + " = 'replaced' THEN CONCAT(r.t" + i + ", " + literal(VALUE_REPLACED) + ")");
            }
        }
        placed.ifPresent(p -> out.add("WHEN NOT r.placed THEN 'no partition holds it'"));
        out.addAll(replaced);
        return "CASE " + String.join("\n            ", out) + " END";
    }

    private String fits() {
        return Stream.concat(judges().stream().map(r -> "(" + r.choice() + ") <> 'misfit'"), placed.stream())
                .map(condition -> "\n  AND " + condition)
                .collect(Collectors.joining());
    }
}
