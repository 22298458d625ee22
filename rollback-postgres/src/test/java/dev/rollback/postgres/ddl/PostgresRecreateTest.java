// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.dialect.Relation;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Setting;
import dev.rollback.model.Table;
import dev.rollback.postgres.PostgresFixture;
import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Everything that was read can be made anew from the model alone, in the order of its dependencies. */
class PostgresRecreateTest {

    @Test
    void theModelIsEnoughToMakeEverythingAnew() throws SQLException {
        try (PostgresFixture fixture = new PostgresFixture();
                TestDatabase database = fixture.everything()) {
            database.execute("DROP TABLE app.derived, app.base, app.typed");
            String before = PgDump.schema(database);
            DatabaseModel model = PostgresFixture.read(database);

            PostgresFixture.apply(database, drops(model));
            assertThat(PostgresFixture.read(database).objects()).isEmpty();
            PostgresFixture.apply(database, new Creation(model).statements());

            assertThat(PgDump.schema(database)).isEqualTo(before);
            assertThat(PostgresFixture.read(database).fingerprint()).isEqualTo(model.fingerprint());
        }
    }

    static List<String> drops(DatabaseModel model) {
        List<String> statements = new ArrayList<>();
        for (SchemaObject object : model.objects()) {
            switch (object.id().kind()) {
                case PUBLICATION, SCHEMA -> new PostgresDdl().drop(object).forEach(s -> statements.add(s + " CASCADE"));
                default -> {}
            }
        }
        return statements;
    }

    /** Creates objects after what they need, in the order of their kinds. */
    static final class Creation {
        private final PostgresDdl ddl = new PostgresDdl();
        private final DatabaseModel model;
        private final Set<ObjectId> done = new TreeSet<>();
        private final List<String> statements = new ArrayList<>();

        Creation(DatabaseModel model) {
            this.model = model;
        }

        List<String> statements() {
            model.objects().forEach(this::create);
            for (SchemaObject object : model.objects()) {
                for (Setting setting : object.settings()) {
                    if (!setting.initial()) {
                        statements.addAll(setting.apply());
                    }
                }
            }
            return statements;
        }

        private void create(SchemaObject object) {
            if (!done.add(object.id())) {
                return;
            }
            needed(object).forEach(id -> model.find(id).ifPresent(this::create));
            if (object instanceof Table table) {
                create(table);
            } else {
                statements.addAll(ddl.create(object, List.of()));
            }
        }

        private static Set<ObjectId> needed(SchemaObject object) {
            Set<ObjectId> needed = new TreeSet<>(object.dependsOn());
            ObjectId id = object.id();
            if (id.table() != null) {
                String relation = Objects.requireNonNull(id.table());
                needed.add(ObjectId.table(id.schema(), relation));
                needed.add(ObjectId.of(ObjectKind.VIEW, id.schema(), relation));
                needed.add(ObjectId.of(ObjectKind.MATERIALIZED_VIEW, id.schema(), relation));
            }
            return needed;
        }

        private void create(Table table) {
            statements.addAll(ddl.createTable(table, Relation.of(table.id())));
            statements.addAll(ddl.setDefaults(table, table.columns()));
            statements.addAll(ddl.createIdentities(
                    table,
                    model.all(Sequence.class)
                            .filter(s -> table.id().equals(s.identityOf()))
                            .toList()));
            ObjectId parent = table.partitionOf();
            if (parent != null) {
                statements.addAll(ddl.attachPartition(table, Relation.of(table.id()), Relation.of(parent)));
            }
        }
    }
}
