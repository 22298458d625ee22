// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.ddl;

import dev.rollback.capture.Scope;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Tokens;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Setting;
import dev.rollback.model.Table;
import dev.rollback.postgres.catalog.PostgresSchemaReader;
import dev.rollback.postgres.server.PostgresSession;
import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/** A database with the schemas {@code app} and {@code kept}, and what a run does with statements. */
public final class DdlFixture implements AutoCloseable {
    static final String KEPT = "kept";

    final PostgresDdl ddl = new PostgresDdl();
    public final TestDatabase database = TestPostgres.shared().freshDatabase();

    public DdlFixture(String script) {
        database.execute("CREATE SCHEMA app; CREATE SCHEMA kept; SET search_path = app;" + script);
    }

    public DatabaseModel read() {
        try (Connection connection = database.connection();
                PostgresSession session = PostgresSession.prepare(connection)) {
            return new PostgresSchemaReader().read(connection, Scope.of(List.of("app")));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In one transaction and without a search path, as in a run. */
    void run(List<String> statements) {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            PostgresSession.prepare(connection);
            statement.setEscapeProcessing(false);
            connection.setAutoCommit(false);
            for (String sql : statements) {
                try {
                    statement.execute(sql.replace(Tokens.RUN, "7"));
                } catch (SQLException e) {
                    throw new IllegalStateException(e.getMessage() + "\n  in: " + sql, e);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the model has, for people to read where it differs; and pg_dump's word, where one fits the server. */
    String state() {
        String model = read().objects().stream()
                .map(o -> o.id() + ": " + o.definition()
                        + o.settings().stream()
                                .map(s -> "\n  " + s.name() + " = " + s.value())
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
        try {
            return model + "\n" + PgDump.schema(database, "app");
        } catch (TestAbortedException noPgDump) {
            return model;
        }
    }

    static int version() {
        return TestPostgres.shared().majorVersion();
    }

    List<String> names(String schema) {
        return database
                .query("SELECT c.relname FROM pg_class c WHERE c.relnamespace = '" + schema + "'::regnamespace"
                        + " ORDER BY c.relname")
                .stream()
                .map(r -> String.valueOf(r.get(0)))
                .toList();
    }

    static Relation shadow(ObjectId table) {
        return new Relation(KEPT, "run" + Tokens.RUN + "_new_" + table.name());
    }

    static Relation aside(ObjectId table) {
        return new Relation(KEPT, "run" + Tokens.RUN + "_" + table.name());
    }

    /** Roots before their partitions. */
    static List<Table> trees(DatabaseModel model) {
        List<Table> tables = new ArrayList<>();
        List<Table> open = new ArrayList<>(model.all(Table.class).toList());
        while (!open.isEmpty()) {
            for (Table table : List.copyOf(open)) {
                if (open.stream().noneMatch(t -> t.id().equals(table.partitionOf()))) {
                    tables.add(table);
                    open.remove(table);
                }
            }
        }
        return tables;
    }

    /** Builds all tables anew beside themselves, swaps them, and keeps the old ones. */
    List<String> rebuild(DatabaseModel model) {
        List<String> sql = new ArrayList<>();
        List<Table> tables = trees(model);
        List<Constraint> foreignKeys = model.all(Constraint.class)
                .filter(c -> c.id().kind() == ObjectKind.FOREIGN_KEY)
                .toList();
        List<SchemaObject> parts = model.objects().stream()
                .filter(o -> o.id().kind() != ObjectKind.FOREIGN_KEY)
                .filter(o -> o instanceof Constraint || o instanceof Index)
                .toList();
        for (Table table : tables) {
            sql.addAll(ddl.createTable(table, shadow(table.id())));
            if (table.partitionOf() != null) {
                sql.addAll(ddl.attachPartition(table, shadow(table.id()), shadow(table.partitionOf())));
            }
        }
        for (Table table : tables) {
            parts.stream().filter(p -> isOf(p, table)).forEach(p -> sql.addAll(ddl.createPart(p, shadow(table.id()))));
        }
        foreignKeys.forEach(k -> sql.addAll(ddl.drop(k)));
        sql.addAll(putAside(model));
        tables.forEach(t -> sql.addAll(ddl.moveIntoPlace(shadow(t.id()), Relation.of(t.id()))));
        sql.addAll(finish(model, tables, foreignKeys));
        return sql;
    }

    List<String> putAside(DatabaseModel model) {
        List<String> sql = new ArrayList<>();
        List<OpaqueObject> statistics = opaque(model, ObjectKind.STATISTICS);
        statistics.forEach(s -> sql.addAll(ddl.drop(s)));
        for (Table table : trees(model)) {
            List<SchemaObject> parts = model.partsOf(table.id()).stream()
                    .filter(p -> p.id().kind() != ObjectKind.FOREIGN_KEY)
                    .toList();
            List<Sequence> own = model.all(Sequence.class)
                    .filter(s -> table.id().equals(s.identityOf()))
                    .toList();
            List<Sequence> detached = model.all(Sequence.class)
                    .filter(s -> table.id().equals(s.ownedBy()))
                    .toList();
            sql.addAll(ddl.putAside(table, parts, own, detached, aside(table.id())));
        }
        return sql;
    }

    private List<String> finish(DatabaseModel model, List<Table> tables, List<Constraint> foreignKeys) {
        List<String> sql = new ArrayList<>();
        for (Table table : tables) {
            List<Sequence> identities = model.all(Sequence.class)
                    .filter(s -> table.id().equals(s.identityOf()))
                    .toList();
            sql.addAll(ddl.createIdentities(table, identities));
            sql.addAll(ddl.setDefaults(table, table.columns()));
        }
        for (ObjectKind kind : List.of(
                ObjectKind.STATISTICS,
                ObjectKind.RULE,
                ObjectKind.TRIGGER,
                ObjectKind.POLICY,
                ObjectKind.PUBLICATION_TABLE)) {
            opaque(model, kind).forEach(o -> sql.addAll(ddl.create(o, List.of())));
        }
        foreignKeys.forEach(k -> sql.addAll(ddl.create(k, List.of())));
        for (SchemaObject object : model.objects()) {
            boolean anew = object instanceof Table
                    || object instanceof Sequence
                    || object.id().table() != null
                    || object.id().kind() == ObjectKind.STATISTICS;
            object.settings().stream()
                    .filter(s -> anew && !s.initial())
                    .map(Setting::apply)
                    .forEach(sql::addAll);
        }
        return sql;
    }

    private static List<OpaqueObject> opaque(DatabaseModel model, ObjectKind kind) {
        return model.all(OpaqueObject.class).filter(o -> o.id().kind() == kind).toList();
    }

    private static boolean isOf(SchemaObject part, Table table) {
        return table.id().name().equals(part.id().table())
                && table.id().schema().equals(part.id().schema());
    }

    @Override
    public void close() {
        database.close();
    }
}
