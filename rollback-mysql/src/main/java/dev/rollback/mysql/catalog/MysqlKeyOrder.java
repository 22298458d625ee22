// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Setting;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The order of a table's keys, and on MariaDB of its checks: the server prints them in the order in which they were made, and
 * prefers the first of two that serve a query as well.
 */
public final class MysqlKeyOrder {
    /** The name of the setting. */
    public static final String NAME = "key order";

    private MysqlKeyOrder() {}

    /** @param parts in the order of the server */
    static Setting setting(ObjectId table, List<SchemaObject> parts, MysqlProduct product) {
        return setting(table, parts.stream().filter(p -> isOrdered(p, product)).toList());
    }

    /** The same table with other parts: those that stay keep their order, new ones come after them. */
    public static Table of(Table table, Collection<SchemaObject> parts) {
        List<Setting> settings = new ArrayList<>();
        for (Setting setting : table.settings()) {
            if (setting.name().equals(NAME)) {
                Comparator<SchemaObject> place = Comparator.comparingInt(p -> place(setting, p));
                settings.add(setting(
                        table.id(),
                        parts.stream()
                                .filter(p -> isKey(p)
                                        || p.id().kind() == ObjectKind.CHECK
                                                && place(setting, p)
                                                        < setting.value().length())
                                .sorted(place.thenComparing(SchemaObject::id))
                                .toList()));
            } else {
                settings.add(setting);
            }
        }
        return table.withSettings(settings);
    }

    /**
     * The order after a foreign key was made: when the server once made the index for it, it makes another one in its place, at the
     * end.
     */
    public static List<String> after(Constraint foreignKey, Table table) {
        String name = MysqlNames.quote(foreignKey.id().name());
        return table.settings().stream()
                .filter(s -> s.name().equals(NAME) && (", " + s.value()).contains(", " + name + ", "))
                .flatMap(s -> s.apply().stream())
                .toList();
    }

    private static int place(Setting order, SchemaObject part) {
        int at = (", " + order.value() + ",")
                .indexOf(", " + MysqlNames.quote(part.id().name()) + ",");
        return at < 0 ? order.value().length() : at;
    }

    private static Setting setting(ObjectId table, List<SchemaObject> ordered) {
        return new Setting(
                NAME,
                ordered.stream().map(p -> MysqlNames.quote(p.id().name())).collect(Collectors.joining(", ")),
                ordered.isEmpty() ? List.of() : apply("ALTER TABLE " + MysqlNames.quote(table) + " ", ordered),
                true);
    }

    /** MySQL orders checks by name. */
    private static boolean isOrdered(SchemaObject part, MysqlProduct product) {
        return isKey(part) || part.id().kind() == ObjectKind.CHECK && product.mariaDb();
    }

    private static boolean isKey(SchemaObject part) {
        return part instanceof Index || part.id().kind() == ObjectKind.UNIQUE_KEY;
    }

    /**
     * A key that is dropped and made in one statement stays where it is, unless it gets another name meanwhile; there is always
     * one for the foreign keys that need it.
     */
    private static List<String> apply(String alter, List<SchemaObject> ordered) {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        for (SchemaObject part : ordered) {
            String name = MysqlNames.quote(part.id().name());
            if (part.id().kind() == ObjectKind.CHECK) {
                first.add("DROP CONSTRAINT " + name);
                second.add("ADD " + MysqlPartClause.of(part));
            } else {
                ObjectId id = part.id();
                String between = MysqlNames.fit(id.name() + "_in_order");
                first.add("DROP INDEX " + name);
                first.add("ADD "
                        + MysqlPartClause.of(part.withId(new ObjectId(id.kind(), id.schema(), id.table(), between))));
                second.add("RENAME INDEX " + MysqlNames.quote(between) + " TO " + name);
            }
        }
        MysqlPartClause.byCopy(ordered).ifPresent(first::add);
        return List.of(alter + String.join(", ", first), alter + String.join(", ", second));
    }
}
