// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import dev.rollback.InvalidInputException;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupTable;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.internal.Rights;
import dev.rollback.internal.Store;
import dev.rollback.internal.TableNames;
import dev.rollback.internal.Version;
import dev.rollback.model.Column;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Describes copies that somebody else's script made as a backup; from then on they are checked like any other. */
public final class Adopting {
    private final Dialect dialect;
    private final Store store;
    private final SchemaBackups backups;

    public Adopting(Dialect dialect, Store store, SchemaBackups backups) {
        this.dialect = dialect;
        this.store = store;
        this.backups = backups;
    }

    public Backup adopt(Connection connection, String label, String structure, Map<String, String> copies)
            throws SQLException {
        Backup shape = backups.require(connection, structure);
        new Rights(dialect).requireWritable(connection, "adoption of '" + label + "'");
        if (backups.find(connection, label).isPresent()) {
            throw new InvalidInputException("There is a backup with the label '" + label + "' already.");
        }
        Set<String> there = new HashSet<>(store.relations(connection));
        List<BackupTable> tables = new ArrayList<>();
        for (Map.Entry<String, String> copy : copies.entrySet()) {
            ObjectId id = TableNames.find(List.of(shape.model()), copy.getKey());
            if (!there.contains(copy.getValue())) {
                throw new InvalidInputException(
                        "There is no table " + store.schema() + "." + copy.getValue() + " to adopt.");
            }
            tables.add(describe(
                    connection, shape.model().table(id).orElseThrow(), new Relation(store.schema(), copy.getValue())));
        }
        Backup backup = new Backup(
                label,
                Instant.now(),
                Version.current(),
                "schema",
                Backup.Origin.ADOPTED,
                shape.position(),
                shape.notes(),
                shape.model(),
                tables);
        SchemaBackups.insert(connection, store, backup);
        return backup;
    }

    private BackupTable describe(Connection connection, Table table, Relation copy) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet columns = connection.getMetaData().getColumns(null, copy.schema(), copy.name(), null)) {
            while (columns.next()) {
                names.add(columns.getString("COLUMN_NAME"));
            }
        }
        List<Column> stored = table.storedColumns().stream()
                .filter(c -> names.contains(c.name()))
                .toList();
        if (stored.size() != table.storedColumns().size()) {
            throw new InvalidInputException(
                    "The copy " + copy + " lacks columns of " + table.id().path() + ": it has " + names + ".");
        }
        try (Statement statement = Queries.statement(connection);
                ResultSet row = statement.executeQuery(dialect.rows().checksum(copy, stored))) {
            row.next();
            return new BackupTable(
                    table.id(),
                    copy.name(),
                    stored.stream().map(Column::name).toList(),
                    row.getLong(1),
                    row.getString(2),
                    0);
        }
    }
}
