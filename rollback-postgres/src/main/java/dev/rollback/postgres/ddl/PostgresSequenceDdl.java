// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.ddl;

import static dev.rollback.postgres.names.PostgresIdentifiers.literal;
import static dev.rollback.postgres.names.PostgresNames.quote;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Tokens;
import dev.rollback.model.Column;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import dev.rollback.postgres.names.PostgresNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Statements for sequences, with and without an identity column. */
final class PostgresSequenceDdl {
    private static final Pattern TYPE = Pattern.compile("\\bAS (smallint|integer|bigint)\\b *");
    private static final Pattern MINIMUM = Pattern.compile("\\bMINVALUE (-?\\d+)");
    private static final Pattern MAXIMUM = Pattern.compile("\\bMAXVALUE (-?\\d+)");

    private PostgresSequenceDdl() {}

    static String create(Sequence sequence) {
        return "CREATE SEQUENCE " + quote(sequence.id()) + " " + sequence.options();
    }

    static List<String> drop(Sequence sequence) {
        return sequence.identityOf() == null ? List.of("DROP SEQUENCE IF EXISTS " + quote(sequence.id())) : List.of();
    }

    /** Identity columns of a table that has none yet; partitions have those of the root. */
    static List<String> createIdentities(Table table, List<Sequence> sequences) {
        return table.columns().stream()
                .filter(c -> c.identity() != null && !table.isPartition())
                .map(c -> addIdentity(table.id(), c, sequences))
                .toList();
    }

    /** The sequence's type follows from the column's and may not be given. */
    static String addIdentity(ObjectId table, Column column, List<Sequence> sequences) {
        String with = sequenceOf(table, column, sequences)
                .map(s -> " (SEQUENCE NAME " + quote(s.id()) + " "
                        + TYPE.matcher(s.options()).replaceFirst("").strip() + ")")
                .orElse("");
        return "ALTER TABLE " + quote(table) + " ALTER COLUMN " + quote(column.name()) + " ADD GENERATED "
                + column.identity() + " AS IDENTITY" + with;
    }

    static Optional<Sequence> sequenceOf(ObjectId table, Column column, List<Sequence> sequences) {
        return sequences.stream()
                .filter(s -> column.name().equals(s.column()) && table.equals(s.identityOf()))
                .findFirst();
    }

    /**
     * Options in place; the position stays unless the old bounds exclude it. Where only one side is an identity column's, the
     * table's change does it: a sequence of the same name makes way, whichever of both comes first.
     */
    static List<String> change(Sequence live, Sequence snapshot) {
        if (snapshot.identityOf() != null && !snapshot.identityOf().equals(live.identityOf())) {
            return List.of();
        }
        if (snapshot.identityOf() == null && live.identityOf() != null) {
            return anew(live, snapshot);
        }
        boolean inside = isInside(live.position(), snapshot.options());
        return List.of("ALTER SEQUENCE " + quote(snapshot.id()) + " " + snapshot.options()
                + (inside ? "" : " RESTART WITH " + snapshot.position()));
    }

    /** The renamed one is dropped with its identity. */
    private static List<String> anew(Sequence live, Sequence snapshot) {
        String between = PostgresNames.fit(live.id().name() + "_replaced_" + Tokens.RUN);
        List<String> statements = new ArrayList<>();
        statements.add("ALTER SEQUENCE IF EXISTS " + quote(live.id()) + " RENAME TO " + quote(between));
        statements.add(create(snapshot));
        snapshot.settings().stream()
                .filter(s -> !s.initial() && !s.name().equals("owned by"))
                .forEach(s -> statements.addAll(s.apply()));
        return List.copyOf(statements);
    }

    private static boolean isInside(long value, String options) {
        return value >= minimum(options) && value <= maximum(options);
    }

    private static long minimum(String options) {
        Matcher matcher = MINIMUM.matcher(options);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : Long.MIN_VALUE;
    }

    private static long maximum(String options) {
        Matcher matcher = MAXIMUM.matcher(options);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : Long.MAX_VALUE;
    }

    /**
     * The state that hands out the furthest value next, of the present one and the captured one; beyond that, the furthest value
     * that was handed out or is in the table. Values that the sequence can never reach count for nothing.
     */
    static String position(Sequence sequence, List<Long> candidates, Optional<Relation> table) {
        boolean up = sequence.increment() > 0;
        String name = quote(sequence.id());
        String inside =
                " BETWEEN " + bigint(minimum(sequence.options())) + " AND " + bigint(maximum(sequence.options()));
        List<String> values = new ArrayList<>();
        values.add("SELECT NULL::bigint");
        if (!candidates.isEmpty()) {
            values.add(candidates.stream()
                    .map(c -> "(" + bigint(c) + ")")
                    .collect(Collectors.joining(", ", "VALUES ", "")));
        }
        String column = sequence.column();
        if (table.isPresent() && column != null) {
            String value = quote(column);
            values.add("SELECT " + (up ? "max(" : "min(") + value + ")::bigint FROM " + quote(table.get()) + " WHERE "
                    + value + inside);
        }
        return """
            SELECT pg_catalog.setval(%1$s,
                       CASE WHEN h.value %2$s s.next THEN h.value ELSE s.value END,
                       CASE WHEN h.value %2$s s.next THEN true ELSE s.called END)
            FROM (SELECT x.value, x.called, x.value::numeric + CASE WHEN x.called THEN %3$s ELSE 0 END AS next
                  FROM (SELECT last_value, is_called FROM %4$s
                        UNION ALL VALUES (%5$s, %6$s)) x (value, called)
                  WHERE x.value%7$s
                  ORDER BY next %8$s LIMIT 1) s,
                 (SELECT %9$s(y.value) FROM (%10$s) y (value) WHERE y.value%7$s) h (value)""".formatted(
                        literal(name) + "::pg_catalog.regclass",
                        up ? ">=" : "<=",
                        bigint(sequence.increment()),
                        name,
                        bigint(sequence.position()),
                        sequence.called(),
                        inside,
                        up ? "DESC" : "ASC",
                        up ? "max" : "min",
                        String.join(" UNION ALL ", values));
    }

    /** Quoted, as a minus sign before the smallest one would make it numeric. */
    private static String bigint(long value) {
        return "'" + value + "'::bigint";
    }
}
