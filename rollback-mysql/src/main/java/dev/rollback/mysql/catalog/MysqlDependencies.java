// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.dialect.SqlTokens.Token;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What objects need to be made: relations and functions named in the server's own text of views and defaults, and the keys of
 * foreign keys. Bodies of routines, triggers and events need nothing, as their names are looked up when they run.
 */
final class MysqlDependencies {
    private final List<SchemaObject> objects;
    private final Map<String, ObjectId> relations = new HashMap<>();
    private final Map<String, ObjectId> functions = new HashMap<>();

    MysqlDependencies(List<SchemaObject> objects) {
        this.objects = objects;
        for (SchemaObject object : objects) {
            ObjectId id = object.id();
            switch (id.kind()) {
                case TABLE, VIEW, SEQUENCE -> relations.put(id.schema() + "." + id.name(), id);
                case FUNCTION -> functions.put(id.schema() + "." + id.name(), id);
                default -> {}
            }
        }
    }

    List<SchemaObject> resolve() {
        return objects.stream().map(this::resolve).toList();
    }

    private SchemaObject resolve(SchemaObject object) {
        if (object instanceof OpaqueObject o && o.id().kind() == ObjectKind.VIEW) {
            return o.withDependencies(named(o.id(), o.definition()));
        }
        if (object instanceof Table t) {
            return t.withDependencies(defaults(t));
        }
        if (object instanceof Constraint c && c.references() != null) {
            return c.withDependencies(keys(c, c.references()));
        }
        return object;
    }

    private Set<ObjectId> defaults(Table table) {
        Set<ObjectId> needs = new HashSet<>();
        table.columns().stream()
                .filter(c -> c.defaultValue() != null)
                .forEach(c -> needs.addAll(named(table.id(), c.defaultValue())));
        return needs;
    }

    /** A column's name has a relation's before it: what is followed by another dot is no relation. */
    private Set<ObjectId> named(ObjectId id, String text) {
        List<Token> tokens = flat(text);
        Set<ObjectId> found = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean afterDot = i > 0 && tokens.get(i - 1).is(".");
            boolean dot = i + 1 < tokens.size() && tokens.get(i + 1).is(".");
            if (!tokens.get(i).text().startsWith("`") || afterDot) {
                continue;
            }
            String first = MysqlNames.unquote(tokens.get(i).text());
            if (dot
                    && i + 2 < tokens.size()
                    && !(i + 3 < tokens.size() && tokens.get(i + 3).is("."))) {
                String path = first + "." + MysqlNames.unquote(tokens.get(i + 2).text());
                Stream.of(relations.get(path), functions.get(path))
                        .filter(n -> n != null)
                        .forEach(found::add);
            } else if (!dot && functions.containsKey(id.schema() + "." + first)) {
                found.add(functions.get(id.schema() + "." + first));
            }
        }
        found.remove(id);
        return found;
    }

    /** The tokens of a text with those inside of its parentheses. */
    private static List<Token> flat(String text) {
        List<Token> tokens = new ArrayList<>();
        for (Token token : MysqlTokens.of(text)) {
            if (token.isGroup()) {
                tokens.add(new Token("(", token.start(), token.start() + 1));
                tokens.addAll(flat(token.text().substring(1, token.text().length() - 1)));
                tokens.add(new Token(")", token.end() - 1, token.end()));
            } else {
                tokens.add(token);
            }
        }
        return tokens;
    }

    /** The referenced table, and keys on either side that are the only ones to serve. */
    private Set<ObjectId> keys(Constraint foreignKey, ObjectId references) {
        Set<ObjectId> needs = new HashSet<>(List.of(references));
        for (List<ObjectId> serving : Arrays.asList(
                serving(foreignKey.table(), foreignKey.columns()),
                serving(references, foreignKey.referencedColumns()))) {
            if (serving.size() == 1) {
                needs.addAll(serving);
            }
        }
        needs.remove(foreignKey.table());
        return needs;
    }

    private List<ObjectId> serving(ObjectId table, List<String> columns) {
        return objects.stream()
                .filter(o -> o.id().table() != null
                        && ObjectId.table(o.id().schema(), o.id().table()).equals(table))
                .filter(o -> begins(keyColumns(o), columns))
                .map(SchemaObject::id)
                .toList();
    }

    private static List<String> keyColumns(SchemaObject object) {
        if (object instanceof Index index) {
            return index.columns();
        }
        return object instanceof Constraint key && key.isKey() ? key.columns() : List.of();
    }

    private static boolean begins(List<String> key, List<String> columns) {
        return key.size() >= columns.size()
                && Set.copyOf(key.subList(0, columns.size())).equals(Set.copyOf(columns));
    }
}
