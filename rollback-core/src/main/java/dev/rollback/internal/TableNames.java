// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.InvalidInputException;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds tables by the names that people give. */
public final class TableNames {
    private static final String WORD = "\"((?:[^\"]|\"\")+)\"|([^\".]+)";

    /** A name, or a schema and a name, each as it is or in double quotes. */
    private static final Pattern WRITTEN = Pattern.compile("(?:(?:" + WORD + ")\\.)?(?:" + WORD + ")", Pattern.DOTALL);

    private TableNames() {}

    /**
     * A table by {@code name} or {@code schema.name}, as in the catalog. Double quotes, as in SQL, tell a dot of a name from the
     * one between schema and name.
     *
     * @throws InvalidInputException when there is none, or more than one
     */
    public static ObjectId find(List<DatabaseModel> models, String given) {
        List<ObjectId> found =
                matching(models, id -> id.name().equals(given) || id.path().equals(given));
        if (found.isEmpty()) {
            found = written(given).map(is -> matching(models, is)).orElse(List.of());
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.size() > 1) {
            throw new InvalidInputException("Table '" + given + "' is ambiguous: " + found
                    + ". Name its schema too, each in double quotes, as in \"schema\".\"table\".");
        }
        throw new InvalidInputException("There is no table '" + given + "' in "
                + models.get(0).schemas() + ". Names stand as in the catalog; double quotes are for names with dots.");
    }

    /**
     * Tables that need not exist, each in its own schema or in all of these.
     *
     * @throws InvalidInputException for what is no name
     */
    static Set<ObjectId> qualified(List<String> tables, List<String> schemas) {
        Set<ObjectId> ids = new HashSet<>();
        for (String table : tables) {
            Matcher parts = WRITTEN.matcher(table);
            if (!parts.matches()) {
                throw new InvalidInputException(
                        "'" + table
                                + "' is no name of a table. Names stand as in the catalog; double quotes are for names with dots.");
            }
            String schema = part(parts.group(1), parts.group(2));
            String name = part(parts.group(3), parts.group(4));
            (schema.isEmpty() ? schemas : List.of(schema)).forEach(s -> ids.add(ObjectId.table(s, name)));
        }
        return ids;
    }

    private static List<ObjectId> matching(List<DatabaseModel> models, Predicate<ObjectId> wanted) {
        return models.stream()
                .flatMap(m -> m.all(Table.class))
                .map(Table::id)
                .filter(wanted)
                .distinct()
                .toList();
    }

    private static Optional<Predicate<ObjectId>> written(String given) {
        Matcher parts = WRITTEN.matcher(given);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String schema = part(parts.group(1), parts.group(2));
        String name = part(parts.group(3), parts.group(4));
        return Optional.of(
                id -> id.name().equals(name) && (schema.isEmpty() || id.schema().equals(schema)));
    }

    private static String part(
            @org.jspecify.annotations.Nullable String quoted, @org.jspecify.annotations.Nullable String plain) {
        if (quoted != null) {
            return quoted.replace("\"\"", "\"");
        }
        return plain == null ? "" : plain;
    }
}
