// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.InvalidInputException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupTable;
import dev.rollback.dialect.Ddl;
import dev.rollback.dialect.Relation;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Setting;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a backup as they are in another schema: columns, defaults, partitions, keys, checks, indexes, the sequences of their
 * columns and the foreign keys among them. Owners, grants, comments, policies and triggers stay behind: they may mean something else
 * there.
 */
final class Relocation {
    private final Backup backup;
    private final String schema;
    private final MovedNames names;
    private final Set<ObjectId> tables = new HashSet<>();
    private final List<Sequence> sequences;
    private final List<String> leftOut = new ArrayList<>();

    /**
     * @throws InvalidInputException when tables of two schemas have one name
     * @throws RollbackRefusedException when it holds no rows
     */
    Relocation(Backup backup, String schema, Ddl ddl) {
        this.backup = backup;
        this.schema = schema;
        this.names = new MovedNames(ddl, schema);
        if (backup.tables().isEmpty()) {
            throw new RollbackRefusedException(
                    "Backup '" + backup.label() + "' holds the structure only; there are no rows to restore.");
        }
        backup.tables().forEach(t -> tables.add(t.table()));
        List<Table> all = backup.model().all(Table.class).toList();
        for (boolean more = true; more; ) {
            more = all.stream()
                    .filter(t -> t.partitionOf() != null && tables.contains(t.partitionOf()))
                    .map(t -> tables.add(t.id()))
                    .reduce(false, Boolean::logicalOr);
        }
        Set<String> seen = new HashSet<>();
        tables.stream()
                .map(ObjectId::name)
                .filter(n -> !seen.add(n))
                .findFirst()
                .ifPresent(n -> {
                    throw new InvalidInputException("Backup '" + backup.label() + "' has tables " + n
                            + " of two schemas, which cannot both be restored into " + schema + ".");
                });
        this.sequences = backup.model()
                .all(Sequence.class)
                .filter(s -> isOurs(s.identityOf()) || isOurs(s.ownedBy()))
                .toList();
    }

    private boolean isOurs(@Nullable ObjectId table) {
        return table != null && tables.contains(table);
    }

    /** The backup of the same rows, with the tables in their new place, of the connected database. */
    Backup moved(DatabaseModel live) {
        List<SchemaObject> objects = new ArrayList<>();
        for (SchemaObject object : backup.model().objects()) {
            if (goesAlong(object)) {
                withoutSettings(object);
            }
            if (object instanceof Table table && isOurs(table.id())) {
                objects.add(moved(table));
            } else if (object instanceof Constraint constraint && isOurs(constraint.table())) {
                if (constraint.references() == null || isOurs(constraint.references())) {
                    objects.add(moved(constraint));
                } else {
                    leftOut.add(constraint.id() + ", as " + constraint.references() + " is not in the backup");
                }
            } else if (object instanceof Index index && isOurs(index.table())) {
                objects.add(moved(index));
            } else if (object instanceof Sequence sequence && sequences.contains(sequence)) {
                objects.add(moved(sequence));
            } else if (object.id().table() != null
                    && isOurs(ObjectId.table(object.id().schema(), object.id().table()))) {
                leftOut.add(object.id() + ", as what it does may be meant for the original only");
            }
        }
        DatabaseModel model =
                new DatabaseModel(live.product(), live.version(), live.database(), List.of(schema), objects);
        return new Backup(
                backup.label(),
                backup.takenAt(),
                backup.toolVersion(),
                backup.provider(),
                backup.origin(),
                "",
                Map.of(),
                model,
                backup.tables().stream().map(this::moved).toList());
    }

    private boolean goesAlong(SchemaObject object) {
        return object instanceof Table table && isOurs(table.id())
                || object instanceof Constraint constraint && isOurs(constraint.table())
                || object instanceof Index index && isOurs(index.table())
                || object instanceof Sequence sequence && sequences.contains(sequence);
    }

    /** Who owns it and may use it, and what is said of it. */
    private void withoutSettings(SchemaObject object) {
        String names = object.settings().stream()
                .filter(s -> !s.initial())
                .map(Setting::name)
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            leftOut.add(object.id() + ": its " + names);
        }
    }

    /** What the tables had and have not got. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    private BackupTable moved(BackupTable stored) {
        return new BackupTable(
                moved(stored.table()),
                stored.storedAs(),
                stored.columns(),
                stored.rows(),
                stored.checksum(),
                stored.bytes());
    }

    private ObjectId moved(ObjectId id) {
        return new ObjectId(id.kind(), schema, id.table(), id.name());
    }

    private @Nullable ObjectId movedOrNull(@Nullable ObjectId id) {
        return id == null ? null : moved(id);
    }

    private Table moved(Table table) {
        return new Table(
                moved(table.id()),
                table.columns().stream().map(this::moved).toList(),
                table.attributes(),
                table.partitionedBy(),
                movedOrNull(table.partitionOf()),
                table.bound(),
                table.inlineChecks(),
                table.limit(),
                List.of(),
                needs(table.dependsOn()),
                0,
                0);
    }

    private Column moved(Column column) {
        String value = column.defaultValue();
        if (value == null) {
            return column;
        }
        return new Column(
                column.name(),
                column.type(),
                column.userType(),
                column.nullable(),
                names.literals(
                        value,
                        sequences.stream()
                                .map(s -> new Relation(s.id().schema(), s.id().name()))
                                .toList()),
                column.generated(),
                column.identity(),
                column.collation(),
                column.attributes(),
                column.nativeNo());
    }

    private Constraint moved(Constraint constraint) {
        return new Constraint(
                moved(constraint.id()),
                constraint.columns(),
                movedOrNull(constraint.references()),
                constraint.referencedColumns(),
                text(constraint),
                constraint.validated(),
                movedOrNull(constraint.partOf()),
                List.of(),
                needs(constraint.dependsOn()),
                0);
    }

    /**
     * @throws RollbackRefusedException when the place of the other table's name is not clear
     */
    private String text(Constraint constraint) {
        ObjectId references = constraint.references();
        if (references == null) {
            return constraint.text();
        }
        return names.references(constraint.text(), Relation.of(references))
                .orElseThrow(() -> new RollbackRefusedException(
                        constraint.id() + " cannot be restored elsewhere: " + constraint.text() + "."));
    }

    private Index moved(Index index) {
        return new Index(
                moved(index.id()),
                index.unique(),
                index.columns(),
                index.using(),
                true,
                movedOrNull(index.partOf()),
                List.of(),
                needs(index.dependsOn()),
                0);
    }

    private Sequence moved(Sequence sequence) {
        return new Sequence(
                moved(sequence.id()),
                sequence.options(),
                movedOrNull(sequence.identityOf()),
                sequence.column(),
                movedOrNull(sequence.ownedBy()),
                sequence.increment(),
                sequence.position(),
                sequence.called(),
                List.of(),
                0);
    }

    /** What else goes along; what does not stays where it is. */
    private Set<ObjectId> needs(Set<ObjectId> ids) {
        return ids.stream()
                .filter(id -> isOurs(id)
                        || sequences.stream().anyMatch(s -> s.id().equals(id))
                        || id.table() != null
                                && isOurs(ObjectId.table(id.schema(), Objects.requireNonNull(id.table()))))
                .map(this::moved)
                .collect(Collectors.toSet());
    }
}
