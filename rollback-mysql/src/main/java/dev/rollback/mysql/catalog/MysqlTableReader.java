// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.model.Column;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables with their columns, keys, checks, foreign keys and positions of AUTO_INCREMENT. */
final class MysqlTableReader {
    private static final String UNREADABLE = "\ufffd";

    private final MysqlRead read;
    private final MysqlPrivileges privileges;

    MysqlTableReader(MysqlRead read, MysqlPrivileges privileges) {
        this.read = read;
        this.privileges = privileges;
    }

    void read(List<ObjectId> ids) throws SQLException {
        Map<ObjectId, MysqlShown> shown = read.show("TABLE", ids);
        MysqlTableIds numbers = new MysqlTableIds(read);
        for (Map.Entry<ObjectId, MysqlShown> one : shown.entrySet()) {
            add(one.getKey(), MysqlCreateTable.of(one.getValue().statement()), numbers.of(one.getKey()));
        }
    }

    private void add(ObjectId id, MysqlCreateTable create, long number) {
        List<Column> columns = create.columns().stream()
                .map(c -> MysqlColumnClause.parse(c, create.options()))
                .toList();
        List<SchemaObject> parts = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String clause : create.parts()) {
            Optional<SchemaObject> part = MysqlPartClause.parse(id, clause);
            part.ifPresentOrElse(parts::add, () -> others.add(clause));
        }
        parts.forEach(read::add);
        columns.stream()
                .filter(c -> c.identity() != null)
                .forEach(c -> read.add(identity(id, c.name(), Math.max(1, create.position()))));
        String alter = "ALTER TABLE " + MysqlNames.quote(id);
        MysqlSettings settings = new MysqlSettings()
                .add("comment", create.comment(), alter + " COMMENT = " + orEmpty(create.comment()))
                .add(privileges.of(id));
        settings.add(MysqlKeyOrder.setting(id, parts, read.product()));
        read.add(new Table(
                id,
                columns,
                create.options(),
                create.partitions().isEmpty() ? null : create.partitions(),
                null,
                null,
                others,
                limit(create, columns),
                settings.sorted(),
                Set.of(),
                number,
                0));
    }

    private static String orEmpty(String literal) {
        return literal.isEmpty() ? "''" : literal;
    }

    /** Counts as used: the number that comes next is beyond all that were given, whether their rows are there or not. */
    private static Sequence identity(ObjectId table, String column, long position) {
        ObjectId id = ObjectId.of(ObjectKind.SEQUENCE, table.schema(), table.name() + "." + column);
        return new Sequence(id, "AUTO_INCREMENT", table, column, null, 1, position, true, List.of(), 0);
    }

    /** What rows written before a rollback would lose, and what the server does not print. */
    private static String limit(MysqlCreateTable create, List<Column> columns) {
        List<String> limits = new ArrayList<>();
        if (create.options().contains("WITH SYSTEM VERSIONING")) {
            limits.add("is system-versioned, and a new table would not have its history");
        }
        columns.stream()
                .filter(c -> String.valueOf(c.defaultValue()).contains(UNREADABLE))
                .forEach(c -> limits.add("has bytes that are no text as the default of column " + c.name()));
        return String.join(", ", limits);
    }
}
