// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Ddl;
import dev.rollback.dialect.Relation;
import dev.rollback.internal.plan.TableFates.Fate;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where tables stand while the steps run. */
final class Places {
    private final PlanInput input;
    private final DatabaseModel snapshot;
    private final Renames renames;
    private final TableFates fates;
    private final Changes changes;
    private final Names names;
    private final Ddl ddl;
    private @Nullable Map<String, List<ObjectId>> going;

    Places(Situation situation, Changes changes, Names names) {
        this.input = situation.input();
        this.snapshot = situation.snapshot();
        this.renames = situation.renames();
        this.fates = situation.fates();
        this.changes = changes;
        this.names = names;
        this.ddl = situation.ddl();
    }

    /** Where the new form of an old table stands until it is swapped. */
    Relation place(ObjectId table) {
        return fates.fateBefore(table) == Fate.REBUILD ? names.shadow(table) : Relation.of(table);
    }

    /**
     * Whether keys and indexes are made before the swap. All shadows share the backup schema, where names of indexes are unique:
     * tables of a second schema get theirs afterwards. So do shadows beside their tables, which have the names still.
     */
    boolean isOnShadow(SchemaObject part) {
        ObjectId id = part.id();
        if (id.table() == null || id.kind() == ObjectKind.FOREIGN_KEY) {
            return false;
        }
        ObjectId table = ObjectId.table(id.schema(), id.table());
        return (part instanceof Index || part instanceof Constraint)
                && hasPartsOnShadow(table)
                && !place(table).schema().equals(table.schema())
                && !isNameTaken(part);
    }

    /** Whether a table that leaves its place, or loses a part, has the name of this part still. */
    boolean isNameTaken(SchemaObject part) {
        return !holders(part).isEmpty();
    }

    /** Live parts that have to go before this one can have its name: its own table's too, where all tables change places at once. */
    List<ObjectId> holders(SchemaObject part) {
        ObjectId id = part.id();
        Set<ObjectKind> together = id.table() == null ? Set.of() : ddl.namedTogether(id.kind());
        return together.isEmpty()
                ? List.of()
                : going().getOrDefault(name(id), List.of()).stream()
                        .filter(o -> together.contains(o.kind()))
                        .filter(o -> !o.equals(id) || input.dialect().stepwise().isPresent())
                        .toList();
    }

    private Map<String, List<ObjectId>> going() {
        if (going == null) {
            going = renames.seen().objects().stream()
                    .map(SchemaObject::id)
                    .filter(id -> id.table() != null)
                    .filter(id -> changes.drops().contains(id)
                            || fates.leaves(ObjectId.table(id.schema(), Objects.requireNonNull(id.table()))))
                    .collect(Collectors.groupingBy(Places::name));
        }
        return going;
    }

    private static String name(ObjectId id) {
        return id.schema() + "." + id.name().toLowerCase(Locale.ROOT);
    }

    private boolean hasPartsOnShadow(ObjectId table) {
        return fates.fateBefore(table) == Fate.REBUILD
                && changes.arriving().stream()
                        .map(Table::id)
                        .filter(id -> fates.fateBefore(id) == Fate.REBUILD)
                        .map(ObjectId::schema)
                        .findFirst()
                        .filter(first -> first.equals(table.schema()))
                        .isPresent();
    }

    /** Partitioned tables that cannot hold every row, with the statements that make a place for the others meanwhile. */
    Map<Table, List<String>> overflowing(Table root) {
        Map<Table, List<String>> all = new LinkedHashMap<>();
        List<Table> tree = fates.before().tree(root);
        for (Table table : tree) {
            if (table.isPartitioned()) {
                List<Table> partitions = tree.stream()
                        .filter(p -> table.id().equals(p.partitionOf()))
                        .toList();
                List<String> sql = ddl.createOverflow(table, partitions, place(table.id()), names.overflow(table.id()));
                if (!sql.isEmpty()) {
                    all.put(table, sql);
                }
            }
        }
        return all;
    }

    /** The name that a table has in the live database. */
    ObjectId liveName(ObjectId old) {
        return renames.moved().entrySet().stream()
                .filter(e -> e.getValue().equals(old))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> input.live()
                        .all(Table.class)
                        .map(Table::id)
                        .filter(id -> renames.oldName(id).equals(old))
                        .findFirst()
                        .orElse(old));
    }

    /** The live table under its old name, with the names that its columns have now. */
    Table actual(ObjectId old) {
        return input.live().table(liveName(old)).orElseThrow().withId(old);
    }

    /** What a live table takes along when it leaves its place. */
    List<SchemaObject> leavingParts(ObjectId table) {
        return renames.seen().partsOf(table).stream()
                .filter(o -> !changes.drops().contains(o.id()))
                .toList();
    }

    /** The sequences of the identity columns of an old table. */
    List<Sequence> identities(Table table) {
        return snapshot.all(Sequence.class)
                .filter(s -> table.id().equals(s.identityOf()))
                .toList();
    }
}
