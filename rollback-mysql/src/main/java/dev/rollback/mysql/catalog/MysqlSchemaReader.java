// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.capture.SchemaReader;
import dev.rollback.capture.Scope;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the catalogs of MySQL and MariaDB: lists of objects from the information schema, definitions from SHOW CREATE, which
 * alone prints all of them. A schema is a database here. DDL of others is seen between two queries.
 */
public final class MysqlSchemaReader implements SchemaReader {
    /** The reader needs no settings. */
    public MysqlSchemaReader() {}

    @Override
    public DatabaseModel read(Connection connection, Scope scope) throws SQLException {
        MysqlRead read = new MysqlRead(connection, scope.schemas());
        Map<String, String> collations = new LinkedHashMap<>();
        Map<String, String> charsets = new LinkedHashMap<>();
        read.each(MysqlCatalogQueries.SCHEMATA, row -> {
            collations.put(row.text("name"), row.text("collation"));
            charsets.put(row.text("name"), row.text("charset"));
        });
        read.limitTo(scope.schemas().stream().filter(collations::containsKey).toList());
        MysqlPrivileges privileges = new MysqlPrivileges(read);
        read.schemas().forEach(s -> read.add(schema(s, charsets.get(s) + " COLLATE " + collations.get(s), privileges)));
        List<ObjectId> tables = new ArrayList<>();
        List<ObjectId> sequences = new ArrayList<>();
        read.each(MysqlCatalogQueries.TABLES, row -> {
            boolean sequence = row.text("kind").equals("SEQUENCE");
            ObjectKind kind = sequence ? ObjectKind.SEQUENCE : ObjectKind.TABLE;
            (sequence ? sequences : tables).add(ObjectId.of(kind, row.text("schema"), row.text("name")));
        });
        new MysqlTableReader(read, privileges).read(tables);
        new MysqlSequenceReader(read).read(sequences);
        new MysqlViewReader(read, privileges).read();
        MysqlStoredReader stored = new MysqlStoredReader(read, privileges, collations);
        stored.readRoutines();
        stored.readTriggers();
        stored.readEvents();
        return model(read, scope);
    }

    private static DatabaseModel model(MysqlRead read, Scope scope) throws SQLException {
        List<String> server = new ArrayList<>();
        boolean mariaDb = read.product().mariaDb();
        read.eachOf(
                mariaDb ? MysqlCatalogQueries.SERVER_MARIADB : MysqlCatalogQueries.SERVER,
                row -> server.addAll(List.of(row.text("server"), row.text("version"))));
        return new DatabaseModel(
                read.product().name(),
                server.get(1),
                server.get(0),
                scope.schemas(),
                new MysqlDependencies(read.objects()).resolve());
    }

    private static OpaqueObject schema(String name, String charset, MysqlPrivileges privileges) {
        ObjectId id = ObjectId.of(ObjectKind.SCHEMA, "", name);
        String quoted = MysqlNames.quote(name);
        return new OpaqueObject(
                id,
                "schema",
                List.of("CREATE DATABASE " + quoted),
                List.of("DROP DATABASE " + quoted),
                List.of(),
                "",
                new MysqlSettings()
                        .add(
                                "character set",
                                charset,
                                false,
                                List.of("ALTER DATABASE " + quoted + " CHARACTER SET " + charset))
                        .add(privileges.of(id))
                        .sorted(),
                Set.of(),
                0);
    }
}
