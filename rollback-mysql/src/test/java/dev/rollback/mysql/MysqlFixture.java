// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import dev.rollback.capture.Scope;
import dev.rollback.dialect.Relation;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Setting;
import dev.rollback.model.Table;
import dev.rollback.mysql.catalog.MysqlKeyOrder;
import dev.rollback.mysql.catalog.MysqlSchemaReader;
import dev.rollback.mysql.catalog.MysqlSession;
import dev.rollback.mysql.ddl.MysqlDdl;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMariaDb;
import dev.rollback.testservers.TestMysql;
import dev.rollback.testservers.TestMysqlServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Databases with every kind of object, on every server that there is. */
final class MysqlFixture {
    static final MysqlDdl DDL = new MysqlDdl(true);

    private MysqlFixture() {}

    /** Started when a test asks, so that a missing one skips its own tests only. */
    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        Stream<Named<Supplier<TestMysqlServer>>> usual =
                Stream.of(Named.of("MySQL", TestMysql::shared), Named.of("MariaDB", TestMariaDb::shared));
        return Stream.concat(
                usual,
                TestMysql.newer().map(s -> Named.<Supplier<TestMysqlServer>>of("newer MySQL", () -> s)).stream());
    }

    /** A database with what both products have and what only this one has. */
    static TestDatabase everything(TestMysqlServer server) {
        TestDatabase database = server.freshDatabase();
        database.execute(resource("everything.sql"));
        database.execute(resource("everything-" + server.product().toLowerCase(Locale.ROOT) + ".sql"));
        return database;
    }

    static String resource(String name) {
        try (InputStream in = MysqlFixture.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DatabaseModel read(TestDatabase database) {
        try (Connection connection = database.connection();
                MysqlSession session = MysqlSession.prepare(connection)) {
            return read(connection, database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static DatabaseModel read(Connection connection, TestDatabase database) throws SQLException {
        return new MysqlSchemaReader().read(connection, Scope.of(List.of(database.name())));
    }

    /** Runs statements in one session, as a run does. */
    static void run(TestDatabase database, List<String> statements) {
        String current = "";
        try (Connection connection = database.connection();
                MysqlSession session = MysqlSession.prepare(connection);
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                current = sql;
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + "\n  in: " + current, e);
        }
    }

    /** What drops every object but the schema, each before what it needs. */
    static List<String> dropAll(DatabaseModel model) {
        List<SchemaObject> ordered = new ArrayList<>(ordered(model));
        Collections.reverse(ordered);
        List<String> sql = new ArrayList<>();
        model.objects().stream()
                .filter(o -> o.id().kind() == ObjectKind.FOREIGN_KEY)
                .forEach(k -> sql.addAll(DDL.drop(k)));
        for (SchemaObject object : ordered) {
            if (object.id().table() == null) {
                sql.addAll(DDL.drop(object));
            }
        }
        return sql;
    }

    /** What makes every object but the schema, each after what it needs; tables as shadows first if there is a place for them. */
    static List<String> createAll(DatabaseModel model, Optional<String> shadows) {
        List<String> sql = new ArrayList<>();
        for (SchemaObject object : ordered(model)) {
            if (object instanceof Table table) {
                sql.addAll(createTable(model, table, shadows));
            } else if (object instanceof OpaqueObject || object instanceof Sequence || isForeignKey(object)) {
                sql.addAll(DDL.create(object, List.of()));
            }
        }
        model.all(Table.class).forEach(t -> sql.addAll(DDL.setDefaults(t, t.columns())));
        model.all(Sequence.class).forEach(s -> sql.addAll(DDL.position(s, List.of(), Optional.empty())));
        for (SchemaObject object : model.objects()) {
            object.settings().stream()
                    .filter(s -> !s.initial() && !s.name().equals(MysqlKeyOrder.NAME))
                    .map(Setting::apply)
                    .forEach(sql::addAll);
        }
        return sql;
    }

    /** The same as a run does it: a bare table, all its parts, its place, its settings. */
    static List<String> createStepByStep(DatabaseModel model, String shadows) {
        List<String> sql = new ArrayList<>();
        List<Table> tables = model.all(Table.class).toList();
        for (SchemaObject object : ordered(model)) {
            if (object instanceof Table table) {
                Relation shadow = new Relation(shadows, "new_" + tables.indexOf(table));
                sql.addAll(DDL.createTable(table, shadow));
                sql.addAll(MysqlDdl.complete(table, inline(model, table), shadow));
                sql.addAll(DDL.moveIntoPlace(shadow, Relation.of(table.id())));
            } else if (object instanceof OpaqueObject || object instanceof Sequence || isForeignKey(object)) {
                sql.addAll(DDL.create(object, List.of()));
            }
        }
        tables.forEach(t -> sql.addAll(DDL.setDefaults(t, t.columns())));
        model.all(Sequence.class).forEach(s -> sql.addAll(DDL.position(s, List.of(), Optional.empty())));
        model.objects()
                .forEach(o -> o.settings().stream()
                        .filter(s -> !s.initial())
                        .map(Setting::apply)
                        .forEach(sql::addAll));
        return sql;
    }

    private static boolean isForeignKey(SchemaObject object) {
        return object.id().kind() == ObjectKind.FOREIGN_KEY;
    }

    private static List<String> createTable(DatabaseModel model, Table table, Optional<String> shadows) {
        Relation place = Relation.of(table.id());
        Relation first = shadows.map(
                        s -> new Relation(s, "new_" + Math.abs(table.id().hashCode())))
                .orElse(place);
        List<String> sql = new ArrayList<>(DDL.createTable(table, inline(model, table), first));
        if (shadows.isPresent()) {
            sql.addAll(DDL.moveIntoPlace(first, place));
        }
        return sql;
    }

    /** Keys, indexes and checks. */
    static List<SchemaObject> inline(DatabaseModel model, Table table) {
        return model.partsOf(table.id()).stream()
                .filter(p -> p.id().kind() != ObjectKind.FOREIGN_KEY && p.id().kind() != ObjectKind.TRIGGER)
                .toList();
    }

    private static List<SchemaObject> ordered(DatabaseModel model) {
        Set<ObjectId> done = new LinkedHashSet<>();
        model.objects().stream()
                .filter(o -> o.id().kind() != ObjectKind.SCHEMA)
                .forEach(o -> visit(model, o, done, new HashSet<>()));
        return done.stream().map(id -> model.find(id).orElseThrow()).toList();
    }

    private static void visit(DatabaseModel model, SchemaObject object, Set<ObjectId> done, Set<ObjectId> open) {
        if (done.contains(object.id()) || !open.add(object.id())) {
            return;
        }
        object.dependsOn().stream()
                .map(model::find)
                .flatMap(Optional::stream)
                .forEach(o -> visit(model, o, done, open));
        done.add(object.id());
    }
}
