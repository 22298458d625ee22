// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.trial;

import dev.rollback.testkit.BoundaryRows;
import dev.rollback.testkit.Filled;
import dev.rollback.testkit.StructureJudge;
import dev.rollback.testkit.internal.judge.Picture;
import dev.rollback.testkit.internal.judge.PictureReader;
import dev.rollback.testkit.internal.judge.TableRows;
import dev.rollback.testkit.internal.rows.Changing;
import dev.rollback.testkit.internal.rows.Emptying;
import dev.rollback.testkit.internal.rows.TableName;
import dev.rollback.testkit.internal.rows.TableWork;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database that is worked on: its rows, and what it looks like. */
public final class Bench {
    private static final Set<String> TOOLS =
            Set.of("flyway_schema_history", "databasechangelog", "databasechangeloglock");

    private final TableWork tables;
    private final BoundaryRows rows;
    private final @Nullable StructureJudge judge;
    /** Rows that nobody here made, by table. */
    private final Map<String, Set<String>> given = new HashMap<>();

    private boolean begun;

    public Bench(DataSource dataSource, List<String> schemas, Set<String> ownTables, @Nullable StructureJudge judge) {
        Set<String> excluded = new HashSet<>(TOOLS);
        ownTables.forEach(t -> excluded.add(t.toLowerCase(Locale.ROOT)));
        this.tables = new TableWork(dataSource, schemas, t -> !excluded.contains(t.toLowerCase(Locale.ROOT)));
        this.rows = BoundaryRows.in(dataSource, schemas.toArray(String[]::new)).except(excluded.toArray(String[]::new));
        this.judge = judge;
    }

    Picture picture() throws SQLException {
        return tables.run((connection, all, schemas) -> new PictureReader(connection, schemas, tables.wanted()).read());
    }

    String second() throws Exception {
        return judge == null ? "" : judge.structure();
    }

    Filled fill() throws SQLException {
        return rows.fill();
    }

    Filled fillPlain() throws SQLException {
        return rows.fillPlain();
    }

    /** Writes as an application does, and spares the rows that later migrations may count on. */
    void change() throws SQLException {
        tables.run((connection, all, schemas) -> Changing.of(connection, all, this::isGiven));
    }

    /** What is there before anything was made here, stays. */
    void begin() throws SQLException {
        if (!begun) {
            given(new Picture(Map.of(), Map.of()), picture());
            begun = true;
        }
    }

    /** Remembers rows that a migration or somebody else has made. */
    void given(Picture before, Picture after) {
        after.tables().forEach((table, of) -> {
            Set<String> all = given.computeIfAbsent(table, t -> new HashSet<>());
            TableRows known = before.tables().get(table);
            if (known != null && all.isEmpty() && areNoMore(known, of)) {
                return;
            }
            Set<String> more = new HashSet<>(of.rows().keySet());
            if (known != null) {
                more.removeAll(known.rows().keySet());
            }
            all.addAll(more);
        });
    }

    /** Whether rows that are known in another way than before are the same ones, perhaps rewritten. */
    private static boolean areNoMore(TableRows before, TableRows after) {
        boolean comparable = !after.key().isEmpty() && after.key().equals(before.key());
        return !comparable && after.rows().size() <= before.rows().size();
    }

    /** Takes everything out again that was made here. */
    void clear() throws SQLException {
        tables.run((connection, all, schemas) -> Emptying.of(connection, all, this::isGiven));
    }

    /** @param key of a row; nothing for a table that has no keys, whose rows stay all or none */
    private boolean isGiven(TableName table, String key) {
        Set<String> known = given.getOrDefault(table.toString(), Set.of());
        return key.isEmpty() ? !known.isEmpty() : known.contains(key);
    }

    /** Tables that took no row, a line each. */
    static List<String> told(Filled filled) {
        List<String> lines = new ArrayList<>();
        filled.refused()
                .forEach((table, reason) -> lines.add("no row could be put into " + table + ": "
                        + reason.lines().findFirst().orElse("")));
        return lines;
    }
}
