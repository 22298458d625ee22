// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.ddl;

import static dev.rollback.postgres.names.PostgresNames.quote;

import dev.rollback.model.Column;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import dev.rollback.postgres.names.PostgresNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Alters a table in place. Columns, NOT NULL and identity of a partitioned table go down to its partitions; defaults do not,
 * as a partition may have its own.
 */
final class PostgresAlterTable {
    private static final String NO_INHERIT = " NO INHERIT";
    private static final Pattern NAMED = Pattern.compile("CONSTRAINT (.+) NOT NULL(" + NO_INHERIT + ")?");

    /** From version 18 on a NOT NULL is a constraint; {@code name} is quoted. */
    private record NotNull(String name, boolean inherit) {
        static NotNull of(Table table, Column column) {
            Matcher named = NAMED.matcher(column.attributes());
            if (!named.matches()) {
                return new NotNull(quote(table.id().name() + "_" + column.name() + "_not_null"), true);
            }
            String name = named.group(1); // which the server quotes only where needed
            return new NotNull(name.startsWith("\"") ? name : quote(name), named.group(2) == null);
        }

        String add(String column) {
            return "ADD CONSTRAINT " + name + " NOT NULL " + quote(column) + (inherit ? "" : NO_INHERIT);
        }
    }

    private final Table live;
    private final Table snapshot;
    private final Map<String, String> renamed;
    private final List<Sequence> sequences;
    private final List<String> statements = new ArrayList<>();

    private PostgresAlterTable(Table live, Table snapshot, Map<String, String> renamed, List<Sequence> sequences) {
        this.live = live;
        this.snapshot = snapshot;
        this.renamed = renamed;
        this.sequences = sequences;
    }

    static List<String> statements(Table live, Table snapshot, Map<String, String> renamed, List<Sequence> sequences) {
        return new PostgresAlterTable(live, snapshot, renamed, sequences).statements();
    }

    private List<String> statements() {
        Map<String, Column> kept = keptByOldName();
        boolean partition = snapshot.isPartition();
        if (!partition) {
            statements.addAll(PostgresTableDdl.dropColumns(snapshot.id(), dropped(kept)));
            rename(kept);
        }
        List<String> notNull = new ArrayList<>();
        for (Column column : snapshot.columns()) {
            Column now = kept.get(column.name());
            if (now == null) {
                throw new IllegalArgumentException(
                        "column " + column.name() + " is gone: " + snapshot.id() + " must be built anew");
            }
            dropValues(column, now, partition);
            notNull(column, now).ifPresent(notNull::add);
        }
        if (!notNull.isEmpty()) {
            statements.add("ALTER TABLE " + quote(snapshot.id()) + " " + String.join(", ", notNull));
        }
        if (!partition) {
            identities(kept);
        }
        return List.copyOf(statements);
    }

    private Map<String, Column> keptByOldName() {
        Map<String, Column> kept = new LinkedHashMap<>();
        for (Column column : live.columns()) {
            String old = renamed.get(column.name());
            if (old != null && snapshot.column(old).isPresent()) {
                kept.put(old, column);
            }
        }
        for (Column column : live.columns()) {
            if (!renamed.containsKey(column.name())
                    && snapshot.column(column.name()).isPresent()) {
                kept.putIfAbsent(column.name(), column);
            }
        }
        return kept;
    }

    /** Generated columns first, as they need others. */
    private List<String> dropped(Map<String, Column> kept) {
        return live.columns().stream()
                .filter(c -> !kept.containsValue(c))
                .sorted((a, b) -> Boolean.compare(b.isGenerated(), a.isGenerated()))
                .map(Column::name)
                .toList();
    }

    /** Each as soon as its name is free; one of a circle steps aside under another name. */
    private void rename(Map<String, Column> kept) {
        Map<String, String> open = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>();
        kept.forEach((old, now) -> {
            taken.add(now.name());
            if (!old.equals(now.name())) {
                open.put(now.name(), old);
            }
        });
        while (!open.isEmpty()) {
            String from = open.keySet().stream()
                    .filter(n -> !taken.contains(open.get(n)))
                    .findFirst()
                    .orElse("");
            if (from.isEmpty()) {
                from = open.keySet().iterator().next();
                String between = PostgresNames.fit(from + "_renamed");
                while (taken.contains(between) || open.containsValue(between)) {
                    between = PostgresNames.fit(between + "_");
                }
                rename(from, between);
                open.put(between, Objects.requireNonNull(open.remove(from)));
                taken.remove(from);
                taken.add(between);
            } else {
                String to = Objects.requireNonNull(open.remove(from));
                rename(from, to);
                taken.remove(from);
                taken.add(to);
            }
        }
    }

    private void rename(String from, String to) {
        statements.add("ALTER TABLE " + quote(snapshot.id()) + " RENAME COLUMN " + quote(from) + " TO " + quote(to));
    }

    /** Takes away what gives new rows their values now. */
    private void dropValues(Column column, Column now, boolean partition) {
        if (now.identity() != null && column.identity() == null && !partition) {
            statements.add(alter("", column, "DROP IDENTITY IF EXISTS"));
        }
        if (now.defaultValue() != null && !now.defaultValue().equals(column.defaultValue())) {
            statements.add(alter("ONLY ", column, "DROP DEFAULT"));
        }
    }

    private Optional<String> notNull(Column column, Column now) {
        String action = "ALTER COLUMN " + quote(column.name());
        if (now.nullable() && !column.nullable()) {
            return Optional.of(
                    column.attributes().isEmpty()
                            ? action + " SET NOT NULL"
                            : NotNull.of(snapshot, column).add(column.name()));
        }
        if (column.nullable()) {
            return now.nullable() ? Optional.empty() : Optional.of(action + " DROP NOT NULL");
        }
        // a partition has the name from its parent
        if (!column.attributes().equals(now.attributes()) && !snapshot.isPartition()) {
            rename(NotNull.of(live, now), NotNull.of(snapshot, column));
        }
        return Optional.empty();
    }

    private void rename(NotNull now, NotNull old) {
        String table = "ALTER TABLE " + quote(snapshot.id());
        if (!now.name.equals(old.name)) {
            statements.add(table + " RENAME CONSTRAINT " + now.name + " TO " + old.name);
        }
        if (now.inherit != old.inherit) {
            statements.add(table + " ALTER CONSTRAINT " + old.name + (old.inherit ? " INHERIT" : NO_INHERIT));
        }
    }

    /** After NOT NULL, which an identity column needs. */
    private void identities(Map<String, Column> kept) {
        for (Column column : snapshot.columns()) {
            Column now = Objects.requireNonNull(kept.get(column.name()));
            if (column.identity() == null || column.identity().equals(now.identity())) {
                continue;
            }
            if (now.identity() != null) {
                statements.add(alter("", column, "SET GENERATED " + column.identity()));
                continue;
            }
            // a serial's sequence may have the name: its default is gone by now
            PostgresSequenceDdl.sequenceOf(snapshot.id(), column, sequences)
                    .ifPresent(s -> statements.add("DROP SEQUENCE IF EXISTS " + quote(s.id())));
            statements.add(PostgresSequenceDdl.addIdentity(snapshot.id(), column, sequences));
        }
    }

    private String alter(String only, Column column, String action) {
        return "ALTER TABLE " + only + quote(snapshot.id()) + " ALTER COLUMN " + quote(column.name()) + " " + action;
    }
}
