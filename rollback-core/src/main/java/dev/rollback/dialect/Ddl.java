// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.model.Column;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the statements that make, alter and remove objects. Every name in them is quoted where it must be. */
public interface Ddl {

    /** A name as it stands in a statement. */
    String quote(String name);

    /** A qualified name as it stands in a statement. */
    default String quote(Relation relation) {
        return quote(relation.schema()) + "." + quote(relation.name());
    }

    /** A name for something of ours that fits the product's limit and stays unique: long ones end in a hash. */
    String fit(String name);

    /** What a script of these statements needs before it, when people run it in one transaction of their own. */
    List<String> scriptBegin();

    /** What removes the traces of {@link #scriptBegin} from the session. */
    List<String> scriptEnd();

    /** Makes the schema that everything of ours lives in, if it is not there. */
    List<String> createSchemaIfMissing(String schema);

    /** Gives a schema, table, sequence or type its old name, and its old schema. */
    List<String> rename(ObjectId now, ObjectId old);

    /** Whether views, triggers and the like know relations by number, so that their text follows a renamed one. */
    boolean textFollowsRename();

    /** The name that a part has once its table has another name: some are named after their table, and follow it. */
    String nameOnRenamed(ObjectId part, String table);

    /** The kinds of parts that share one set of names in a whole schema with this kind; none where each table has names of its own. */
    default Set<ObjectKind> namedTogether(ObjectKind kind) {
        return Set.of();
    }

    /** Makes a table with its columns, without defaults, identity, constraints and indexes. */
    List<String> createTable(Table table, Relation as);

    /** Sets the defaults of a table that stands under its own name; the others have none. */
    List<String> setDefaults(Table table, List<Column> columns);

    /** Attaches a partition made by {@link #createTable} to its parent. */
    List<String> attachPartition(Table partition, Relation as, Relation parent);

    /** Makes a partition for rows that have no place in any other; empty when every row has one. */
    List<String> createOverflow(Table partitioned, List<Table> partitions, Relation as, Relation overflow);

    /** Makes the identity columns of a table that stands under its own name. */
    List<String> createIdentities(Table table, List<Sequence> sequences);

    /** Makes a constraint or an index on a relation that may still be a shadow of its table. */
    List<String> createPart(SchemaObject part, Relation on);

    /**
     * Makes any other object.
     *
     * @param standing of the table of a foreign key: indexes that are there already and shall stay as they are
     */
    List<String> create(SchemaObject object, List<Index> standing);

    /** Removes an object. */
    List<String> drop(SchemaObject object);

    /** A table as it is when it has these keys, indexes and checks and no others; the same where a table tells of none of them. */
    default Table withParts(Table table, List<SchemaObject> parts) {
        return table;
    }

    /** Puts back in order what making a part has moved about on a table that stays where it is. */
    default List<String> afterCreate(SchemaObject part, Table table) {
        return List.of();
    }

    /** What can be done in place instead of dropping and creating an object; empty when nothing can. */
    Optional<List<String>> change(SchemaObject live, SchemaObject snapshot);

    /** Why a table's own attributes and partitioning cannot be altered in place; empty when they are the same or can. */
    Optional<String> needsRebuild(Table live, Table snapshot);

    /** Whether a constraint or an index cannot be dropped from its table, or made, while the table stays. */
    boolean isTied(SchemaObject part, Table table);

    /** Why a column cannot be altered in place to the snapshot's; empty when it can. */
    Optional<String> needsRebuild(Column live, Column snapshot);

    /**
     * Alters a table in place: drops columns, renames them back, drops defaults, changes nullability and identity. Defaults are
     * set by {@link #setDefaults}, as they may need objects that are made later.
     *
     * @param live the live table, under its old name and with its live column names
     * @param snapshot what it must become
     * @param renamed live column name to old column name
     * @param sequences the snapshot's identity sequences of the table
     */
    List<String> alterTable(Table live, Table snapshot, Map<String, String> renamed, List<Sequence> sequences);

    /** Drops columns of a table. */
    List<String> dropColumns(ObjectId table, List<String> columns);

    /**
     * Moves a table into the backup schema, without anything that would tie it to the user's objects.
     *
     * @param table the table, under its present name
     * @param parts its constraints, indexes, triggers, policies, rules, statistics and publications
     * @param own sequences that belong to its columns and go along
     * @param detached sequences that belong to its columns and stay
     * @param aside its new name
     */
    List<String> putAside(
            Table table, List<SchemaObject> parts, List<Sequence> own, List<Sequence> detached, Relation aside);

    /** Moves a type into the backup schema, as a relation kept there still needs it. */
    List<String> putTypeAside(ObjectId type, Relation aside);

    /** Moves a shadow to its place. */
    List<String> moveIntoPlace(Relation shadow, Relation place);

    /** Sets the position of a sequence to the furthest of some candidates, never back. */
    List<String> position(Sequence sequence, List<Long> candidates, Optional<Relation> table);

    /** Drops a relation or type of ours; no error when it is not there. */
    List<String> dropKept(String kind, Relation kept);
}
