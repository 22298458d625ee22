// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.catalog;

import dev.rollback.model.Constraint;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What objects need to be made: H2 prints every name in its own texts qualified and in quotes. */
final class H2Dependencies {
    private static final String NAME = "(?:U&)?\"[^\"]*+(?:\"\"[^\"]*+)*+\"";
    /** A name by itself may hold an apostrophe, which begins no text. */
    private static final Pattern TEXT_OR_NAME =
            Pattern.compile("'[^']*+(?:''[^']*+)*+'|(" + NAME + ")\\.(" + NAME + ")|" + NAME);

    private final List<SchemaObject> objects;
    private final Map<String, List<ObjectId>> named = new HashMap<>();

    H2Dependencies(List<SchemaObject> objects) {
        this.objects = objects;
        for (SchemaObject object : objects) {
            ObjectId id = object.id();
            if (id.table() == null && !id.schema().isEmpty() && id.kind() != ObjectKind.CHECK) {
                named.computeIfAbsent(H2Names.quote(id), n -> new ArrayList<>()).add(id);
            }
        }
    }

    List<SchemaObject> resolve() {
        return objects.stream().map(this::resolve).toList();
    }

    private SchemaObject resolve(SchemaObject object) {
        if (object instanceof OpaqueObject o && o.id().kind() != ObjectKind.FUNCTION) {
            return o.withDependencies(with(o.dependsOn(), o.id(), o.definition()));
        }
        if (object instanceof Table t) {
            StringBuilder text = new StringBuilder();
            t.columns().forEach(c -> text.append(c.definition()).append('\n'));
            return t.withDependencies(with(Set.of(), t.id(), text.toString()));
        }
        if (object instanceof Constraint c) {
            Set<ObjectId> needs = new HashSet<>(c.dependsOn());
            if (c.references() != null) {
                needs.addAll(keys(c.references(), c.referencedColumns()));
                needs.remove(c.table());
            }
            return c.withDependencies(c.references() == null ? with(needs, c.table(), c.text()) : needs);
        }
        return object;
    }

    /** The keys of a table that a foreign key may point to. */
    private List<ObjectId> keys(ObjectId table, List<String> columns) {
        return objects.stream()
                .filter(o -> o instanceof Constraint k
                        && k.isKey()
                        && k.table().equals(table)
                        && Set.copyOf(k.columns()).equals(Set.copyOf(columns)))
                .map(SchemaObject::id)
                .toList();
    }

    private Set<ObjectId> with(Set<ObjectId> needs, ObjectId self, String text) {
        Set<ObjectId> all = new HashSet<>(needs);
        Matcher names = TEXT_OR_NAME.matcher(text);
        while (names.find()) {
            if (names.group(1) != null) {
                String name = H2Names.quote(H2Names.unquote(names.group(1)), H2Names.unquote(names.group(2)));
                all.addAll(named.getOrDefault(name, List.of()));
            }
        }
        all.remove(self);
        return all;
    }
}
