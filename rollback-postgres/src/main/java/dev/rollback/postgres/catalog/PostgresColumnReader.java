// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.model.Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Columns of tables, views and composite types, with what can be set on them. */
final class PostgresColumnReader {
    /** A column and its storage; {@code sql} is its quoted name. */
    record Stored(Column column, String sql, StorageOptions storage) {}

    private record StorageOptions(
            @Nullable String storage,
            String typeStorage,
            @Nullable String compression,
            long statistics,
            List<String> options) {}

    private final PostgresRead read;
    private final Map<Long, List<Stored>> columns = new HashMap<>();

    PostgresColumnReader(PostgresRead read) throws SQLException {
        this.read = read;
        read.eachOfRelations(
                PostgresCatalogQueries.COLUMNS,
                row -> columns.computeIfAbsent(row.number("relation"), k -> new ArrayList<>())
                        .add(new Stored(column(row), row.text("sql"), storage(row))));
    }

    List<Stored> of(PostgresRelation relation) {
        return columns.getOrDefault(relation.oid(), List.of());
    }

    List<Column> plain(PostgresRelation relation) {
        return of(relation).stream().map(Stored::column).toList();
    }

    /** One line for each column, as in CREATE TYPE. */
    List<String> typed(PostgresRelation relation) {
        return of(relation).stream()
                .map(c -> c.sql + " " + c.column.type()
                        + (c.column.collation() == null ? "" : " COLLATE " + c.column.collation()))
                .toList();
    }

    /** The comment of each column. */
    void comments(PostgresRelation relation, PostgresSettings settings) {
        for (Stored c : of(relation)) {
            settings.comment(
                    "column " + c.column.name() + " comment",
                    "COLUMN " + relation.sql() + "." + c.sql,
                    read.columnComment(relation.oid(), c.column.nativeNo()));
        }
    }

    /** Storage, compression, statistics target and options of each column, as one setting. */
    void storage(PostgresRelation relation, PostgresSettings settings) {
        for (Stored c : of(relation)) {
            if (c.column.generated() == null || !c.column.generated().endsWith("VIRTUAL")) {
                settings.add("column " + c.column.name() + " storage", value(c.storage), alter(relation, c));
            }
        }
    }

    private static Column column(CatalogRow row) throws SQLException {
        String expression = row.optional("default_value");
        String generated = row.text("generated");
        boolean isGenerated = !generated.isEmpty();
        return new Column(
                row.text("name"),
                row.text("type"),
                row.flag("user_type"),
                !row.flag("not_null"),
                isGenerated ? null : expression,
                isGenerated ? "(" + expression + ") " + (generated.equals("v") ? "VIRTUAL" : "STORED") : null,
                identity(row.textOrEmpty("identity")),
                row.optional("collation"),
                notNull(row),
                (int) row.number("number"));
    }

    private static @Nullable String identity(String identity) {
        return switch (identity) {
            case "a" -> "ALWAYS";
            case "d" -> "BY DEFAULT";
            default -> null;
        };
    }

    private static String notNull(CatalogRow row) throws SQLException {
        String name = row.optional("not_null_name");
        if (name == null || !row.flag("not_null")) {
            return "";
        }
        return "CONSTRAINT " + name + " NOT NULL" + (row.flag("not_null_no_inherit") ? " NO INHERIT" : "");
    }

    private static StorageOptions storage(CatalogRow row) throws SQLException {
        return new StorageOptions(
                row.optional("storage"),
                row.text("type_storage"),
                row.optional("compression"),
                row.number("statistics"),
                row.list("options"));
    }

    private static String value(StorageOptions s) {
        List<String> words = new ArrayList<>();
        if (s.storage != null) {
            words.add(storageWord(s.storage).toLowerCase(java.util.Locale.ROOT));
        }
        if (s.compression != null) {
            words.add("compression " + compressionWord(s.compression));
        }
        if (s.statistics >= 0) {
            words.add("statistics " + s.statistics);
        }
        words.addAll(s.options);
        return String.join(", ", words);
    }

    private static String alter(PostgresRelation relation, Stored c) {
        StorageOptions s = c.storage;
        List<String> actions = new ArrayList<>();
        actions.add("SET STORAGE " + storageWord(s.storage == null ? s.typeStorage : s.storage));
        if (!s.typeStorage.equals("p")) {
            actions.add("SET COMPRESSION " + (s.compression == null ? "DEFAULT" : compressionWord(s.compression)));
        }
        actions.add("SET STATISTICS " + s.statistics);
        actions.add("RESET (n_distinct, n_distinct_inherited)");
        if (!s.options.isEmpty()) {
            actions.add("SET (" + PostgresSettings.assignments(s.options) + ")");
        }
        return actions.stream()
                .map(a -> "ALTER COLUMN " + c.sql + " " + a)
                .collect(Collectors.joining(", ", relation.alter() + " ", ""));
    }

    private static String storageWord(String code) {
        return switch (code) {
            case "p" -> "PLAIN";
            case "e" -> "EXTERNAL";
            case "m" -> "MAIN";
            default -> "EXTENDED";
        };
    }

    private static String compressionWord(String code) {
        return code.equals("l") ? "lz4" : "pglz";
    }
}
