// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Functions, procedures and aggregates. */
final class PostgresRoutineReader {
    private final PostgresRead read;
    private final PostgresPrivileges privileges;

    PostgresRoutineReader(PostgresRead read, PostgresPrivileges privileges) {
        this.read = read;
        this.privileges = privileges;
    }

    void read() throws SQLException {
        read.eachInScope(PostgresObjectQueries.ROUTINES, row -> read.add(PostgresClass.ROUTINE, routine(row)));
    }

    private OpaqueObject routine(CatalogRow row) throws SQLException {
        ObjectKind kind = kind(row.text("kind"));
        String name = kind.name() + " " + row.text("sql");
        // the server itself prints CREATE OR REPLACE
        String create = kind == ObjectKind.AGGREGATE
                ? "CREATE OR REPLACE AGGREGATE " + row.text("aggregate_sql") + " (\n    " + row.text("aggregate")
                        + "\n)"
                : row.text("text").stripTrailing();
        long oid = row.number("oid");
        String signature = row.text("signature");
        PostgresSettings settings = new PostgresSettings()
                .owner("ALTER " + name, row.text("owner"))
                .comment(name, read.comment(PostgresClass.ROUTINE, oid))
                .add(privileges.of(
                        PostgresPrivileges.On.ROUTINE,
                        PostgresClass.ROUTINE,
                        oid,
                        kind == ObjectKind.PROCEDURE ? row.text("sql") : signature,
                        signature,
                        row.text("owner")));
        return new OpaqueObject(
                ObjectId.of(kind, row.text("schema"), row.text("name")),
                create,
                List.of(create),
                List.of("DROP " + name),
                List.of(create),
                row.text("shape"),
                settings.sorted(),
                Set.of(),
                oid);
    }

    private static ObjectKind kind(String code) {
        return switch (code) {
            case "p" -> ObjectKind.PROCEDURE;
            case "a" -> ObjectKind.AGGREGATE;
            default -> ObjectKind.FUNCTION;
        };
    }
}
