// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import static dev.rollback.dialect.RowSql.VALUE_REPLACED;
import static dev.rollback.h2.catalog.H2Names.literal;
import static dev.rollback.h2.catalog.H2Names.quote;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.RowChoice;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.Tokens;
import dev.rollback.model.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Statements that bring live rows into the old shape: first those that stay out or lose a value are set aside, then the others
 * are brought. Both make the same choices, as nobody writes between them.
 */
final class H2MergeSql {
    private final H2Merge merge;
    private final List<RowChoice> rules = new ArrayList<>();

    H2MergeSql(RowMerge merge) {
        this.merge = new H2Merge(merge);
        for (ColumnRule rule : merge.rules()) {
            rules.add(new RowChoice(this.merge, rule, rules.size()));
        }
    }

    List<String> merge(String backupSchema) {
        RowMerge of = merge.merge();
        String where = from(Tokens.SOURCE) + "\nWHERE " + Tokens.RANGE;
        List<String> statements = new ArrayList<>();
        if (!judges().isEmpty()) {
            statements.add(H2Rows.quarantine(
                    backupSchema,
                    of.table().id(),
                    "x.reason",
                    "x.row_key",
                    "x.row_data",
                    "FROM (SELECT r.row_key, r.row_data, " + reasons() + " AS reason\nFROM (SELECT " + choices()
                            + ",\n       " + H2Rows.keyText("c", merge.merge().liveKey()) + " AS row_key, "
                            + H2Rows.rowData("c", merge.merge().liveColumns()) + " AS row_data\nFROM " + where
                            + ") r) x\nWHERE x.reason IS NOT NULL"));
        }
        if (rules.isEmpty()) {
            statements.add("INSERT INTO " + quote(of.target()) + " () SELECT FROM " + where);
            return statements;
        }
        String columns = H2Rows.names(rules.stream().map(RowChoice::name).toList());
        String values = rules.stream().map(RowChoice::value).collect(Collectors.joining(",\n       "));
        statements.add("INSERT INTO " + quote(of.target()) + " (" + columns + ")\nOVERRIDING SYSTEM VALUE\nSELECT "
                + values + "\nFROM " + where + fits());
        return statements;
    }

    String misfits() {
        if (judges().isEmpty()) {
            return "SELECT '' AS \"reason\", 0 AS \"rows\", '' AS \"sample\" FROM (SELECT 1) n WHERE FALSE";
        }
        List<Column> key = merge.merge().liveKey();
        return """
                SELECT m.reason AS "reason", COUNT(*) AS "rows",
                       COALESCE(LISTAGG(NULLIF(LEFT(m.row_key, 200), ''), ', ') WITHIN GROUP (ORDER BY m.n) FILTER (WHERE m.n <= 3), '')
                         AS "sample"
                FROM (SELECT x.reason, x.row_key, ROW_NUMBER() OVER (PARTITION BY x.reason ORDER BY x.place) AS n
                      FROM (SELECT r.row_key, r.place, %s AS reason
                            FROM (SELECT %s, %s AS row_key, ROW_NUMBER() OVER (ORDER BY %s) AS place
                                  FROM %s) r) x
                      WHERE x.reason IS NOT NULL) m
                GROUP BY m.reason
                ORDER BY m.reason""".formatted(
                        reasons(),
                        choices(),
                        H2Rows.keyText("c", key),
                        H2Rows.keyOrder(key),
                        from(quote(merge.merge().source())));
    }

    /** The only rule's value of every live row, by another live column. */
    String keys(Column liveKey) {
        return "SELECT " + H2Rows.column("c", liveKey.name()) + " AS live, "
                + rules.get(0).value() + " AS old\nFROM "
                + from(quote(merge.merge().source()));
    }

    Optional<String> narrowed(ColumnRule rule) {
        if (rule.current() == null || !H2Conversions.mayNarrow(rule.current(), rule.target())) {
            return Optional.empty();
        }
        return rules.stream()
                .filter(r -> r.rule().equals(rule))
                .findFirst()
                .map(r -> "SELECT COUNT(*) AS \"rows\"\nFROM "
                        + from(quote(merge.merge().source())) + "\nWHERE " + r.isNarrowed());
    }

    /** All joins. */
    private String from(String source) {
        boolean needsBackup = rules.stream().anyMatch(RowChoice::needsBackup);
        StringBuilder from = new StringBuilder(needsBackup ? merge.joinBackup("LEFT", source) : source + " c");
        rules.forEach(r -> from.append(r.join()));
        return from.toString();
    }

    /** The rules under which a row may stay out or lose a value. */
    private List<RowChoice> judges() {
        return rules.stream().filter(RowChoice::mayMisfit).toList();
    }

    private String choices() {
        List<String> choices = new ArrayList<>();
        List<RowChoice> judges = judges();
        for (int i = 0; i < judges.size(); i++) {
            choices.add(judges.get(i).choice() + " AS s" + i + ",\n       "
                    + judges.get(i).reason() + " AS t" + i);
        }
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
                replaced.add("WHEN r.s" + i + " = 'replaced' THEN r.t" + i + " || " + literal(VALUE_REPLACED));
            }
        }
        out.addAll(replaced);
        return "CASE " + String.join("\n            ", out) + " END";
    }

    private String fits() {
        return judges().stream()
                .map(r -> "\n  AND (" + r.choice() + ") <> 'misfit'")
                .collect(Collectors.joining());
    }
}
