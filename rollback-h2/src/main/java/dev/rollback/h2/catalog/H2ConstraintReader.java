// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.dialect.SqlTokens.Token;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys, foreign keys, checks, and the indexes that do not belong to them. */
final class H2ConstraintReader {
    private final H2Read read;
    private final Map<String, KeyColumns> columns = new HashMap<>();
    /** The key that a foreign key points to, both as paths. */
    private final Map<String, String> references = new HashMap<>();
    /** Indexes that H2 made for constraints. */
    private final Set<String> generated = new HashSet<>();

    /** The columns of a key in order, with the places of those that a foreign key points to. */
    private record KeyColumns(ObjectId table, List<String> names, List<Integer> places) {}

    H2ConstraintReader(H2Read read) {
        this.read = read;
    }

    void readConstraints() throws SQLException {
        read.each(H2CatalogQueries.KEY_COLUMNS, row -> {
            ObjectId table = ObjectId.table(row.text("table_schema"), row.text("in_table"));
            KeyColumns key = columns.computeIfAbsent(
                    path(row.text("in_schema"), row.text("name")),
                    k -> new KeyColumns(table, new ArrayList<>(), new ArrayList<>()));
            key.names().add(row.text("column_name"));
            key.places().add((int) row.number("key_position"));
        });
        read.each(
                H2CatalogQueries.REFERENCES,
                row -> references.put(
                        path(row.text("in_schema"), row.text("name")),
                        path(row.text("key_schema"), row.text("key_name"))));
        read.each(
                H2CatalogQueries.GENERATED_INDEXES,
                row -> generated.add(path(row.text("in_schema"), row.text("name"))));
        read.each(H2CatalogQueries.CONSTRAINTS, this::add);
    }

    private void add(CatalogRow row) throws SQLException {
        String schema = row.text("in_schema");
        ObjectKind kind = switch (row.text("kind")) {
            case "PRIMARY KEY" -> ObjectKind.PRIMARY_KEY;
            case "UNIQUE" -> ObjectKind.UNIQUE_KEY;
            case "FOREIGN KEY" -> ObjectKind.FOREIGN_KEY;
            default -> ObjectKind.CHECK;
        };
        ObjectId table = ObjectId.table(schema, row.text("in_table"));
        ObjectId id = ObjectId.on(kind, table, row.text("name"));
        KeyColumns own = columns.get(path(schema, id.name()));
        String reference = references.get(path(schema, id.name()));
        KeyColumns key = reference == null ? null : columns.get(reference);
        Set<ObjectId> needs = new HashSet<>();
        boolean ownIndex = row.optional("index_name") != null
                && !generated.contains(path(row.text("index_schema"), row.text("index_name")));
        if (ownIndex && kind != ObjectKind.FOREIGN_KEY) {
            needs.add(ObjectId.on(ObjectKind.INDEX, table, row.text("index_name")));
        }
        if (key != null) {
            needs.add(key.table());
        }
        read.add(new Constraint(
                id,
                own == null ? List.of() : own.names(),
                key == null ? null : key.table(),
                key == null || own == null ? List.of() : referenced(own, key),
                text(row.text("text"), ownIndex && kind != ObjectKind.FOREIGN_KEY),
                true,
                null,
                H2Settings.of("CONSTRAINT " + H2Names.quote(schema, id.name()), row.textOrEmpty("remarks")),
                needs,
                0));
    }

    private static List<String> referenced(KeyColumns own, KeyColumns key) {
        return own.places().stream().map(place -> key.names().get(place - 1)).toList();
    }

    /** What follows the name, without the server's own index; rows are looked at when it is made again. */
    private static String text(String create, boolean withIndex) {
        String text = H2Tokens.afterName(create, "CONSTRAINT").replaceFirst("\\s+NOCHECK$", "");
        return withIndex ? text : withoutIndex(text);
    }

    private static String withoutIndex(String text) {
        List<Token> tokens = H2Tokens.of(text);
        for (int i = 0; i + 3 < tokens.size(); i++) {
            if (tokens.get(i).is("INDEX")) {
                return (text.substring(0, tokens.get(i).start())
                                + text.substring(tokens.get(i + 3).end()).strip())
                        .strip();
            }
        }
        return text;
    }

    void readIndexes() throws SQLException {
        Map<String, List<String>> all = new HashMap<>();
        Map<String, List<String>> counted = new HashMap<>();
        read.each(H2CatalogQueries.INDEX_COLUMNS, row -> {
            String path = path(row.text("in_schema"), row.text("name"));
            all.computeIfAbsent(path, p -> new ArrayList<>()).add(row.text("column_name"));
            if (row.flag("counted")) {
                counted.computeIfAbsent(path, p -> new ArrayList<>()).add(row.text("column_name"));
            }
        });
        read.each(H2CatalogQueries.INDEXES, row -> {
            ObjectId table = ObjectId.table(row.text("in_schema"), row.text("in_table"));
            ObjectId id = ObjectId.on(ObjectKind.INDEX, table, row.text("name"));
            String path = path(id.schema(), id.name());
            String using = using(row.text("text"));
            boolean unique = using.startsWith("UNIQUE ");
            read.add(new Index(
                    id,
                    unique,
                    orEmpty((unique ? counted : all).get(path)),
                    using,
                    true,
                    null,
                    H2Settings.of("INDEX " + H2Names.quote(id.schema(), id.name()), row.textOrEmpty("remarks")),
                    Set.of(),
                    0));
        });
    }

    private static List<String> orEmpty(@Nullable List<String> columns) {
        return columns == null ? Collections.emptyList() : columns;
    }

    /** The kind of index and its columns, as in {@code UNIQUE NULLS DISTINCT INDEX ("A" NULLS FIRST)}. */
    private static String using(String create) {
        List<Token> tokens = H2Tokens.of(create);
        int index = 0;
        while (!tokens.get(index).is("INDEX")) {
            index++;
        }
        int group = index;
        while (!tokens.get(group).isGroup()) {
            group++;
        }
        return create.substring(tokens.get(1).start(), tokens.get(index).end()) + " "
                + create.substring(tokens.get(group).start());
    }

    private static String path(String schema, String name) {
        return H2Names.quote(schema, name);
    }
}
