// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.model.DatabaseModel;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Setting;
import dev.rollback.postgres.PostgresFixture;
import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What pg_dump prints is the judge of whether settings were restored. */
class PostgresSettingsTest {

    @Test
    void settingWhatIsSetChangesNothing() throws SQLException {
        try (PostgresFixture fixture = new PostgresFixture();
                TestDatabase database = fixture.everything()) {
            String before = PgDump.schema(database);
            DatabaseModel model = PostgresFixture.read(database);

            PostgresFixture.apply(database, settings(model));

            assertThat(PgDump.schema(database)).isEqualTo(before);
            assertThat(PostgresFixture.read(database).fingerprint()).isEqualTo(model.fingerprint());
        }
    }

    @Test
    void everySettingIsRestored() throws SQLException {
        try (PostgresFixture fixture = new PostgresFixture();
                TestDatabase database = fixture.everything()) {
            String before = PgDump.schema(database);
            DatabaseModel model = PostgresFixture.read(database);

            fixture.run(database, "other-settings.sql");
            DatabaseModel live = PostgresFixture.read(database);
            assertThat(kinds(changed(model, live)))
                    .isEqualTo(kinds(model.objects().stream()
                            .flatMap(o -> o.settings().stream().map(s -> new Changed(o, s)))
                            .toList()));
            PostgresFixture.apply(
                    database,
                    changed(model, live).stream()
                            .flatMap(c -> c.setting.apply().stream())
                            .toList());

            assertThat(PgDump.schema(database)).isEqualTo(before);
            assertThat(PostgresFixture.read(database).fingerprint()).isEqualTo(model.fingerprint());
        }
    }

    @Test
    void replacingSomethingByItselfChangesNothing() throws SQLException {
        try (PostgresFixture fixture = new PostgresFixture();
                TestDatabase database = fixture.everything()) {
            String before = PgDump.schema(database);
            DatabaseModel model = PostgresFixture.read(database);

            List<String> statements = model.all(OpaqueObject.class)
                    .flatMap(o -> o.replace().stream())
                    .toList();
            PostgresFixture.apply(database, statements);

            assertThat(statements).isNotEmpty();
            assertThat(PgDump.schema(database)).isEqualTo(before);
        }
    }

    @Test
    void definitionsAreReplacedInPlace() throws SQLException {
        try (PostgresFixture fixture = new PostgresFixture();
                TestDatabase database = fixture.everything()) {
            String before = PgDump.schema(database);
            DatabaseModel model = PostgresFixture.read(database);

            fixture.run(database, "other-definitions.sql");
            DatabaseModel live = PostgresFixture.read(database);
            List<OpaqueObject> changed = model.all(OpaqueObject.class)
                    .filter(o -> !o.definition().equals(opaque(live, o).definition()))
                    .toList();
            assertThat(changed).extracting(o -> o.id().kind()).hasSize(12);
            changed.forEach(
                    o -> assertThat(opaque(live, o).shape()).as("%s", o.id()).isEqualTo(o.shape()));
            PostgresFixture.apply(
                    database,
                    changed.stream().flatMap(o -> o.replace().stream()).toList());

            assertThat(PgDump.schema(database)).isEqualTo(before);
        }
    }

    private static OpaqueObject opaque(DatabaseModel model, OpaqueObject other) {
        return PostgresFixture.find(model, OpaqueObject.class, other.id());
    }

    private static List<String> settings(DatabaseModel model) {
        return model.objects().stream()
                .flatMap(o -> o.settings().stream())
                .flatMap(s -> s.apply().stream())
                .toList();
    }

    /** A setting of the model that the live database has with another value. */
    private record Changed(SchemaObject object, Setting setting) {}

    private static List<Changed> changed(DatabaseModel wanted, DatabaseModel live) {
        List<Changed> changed = new ArrayList<>();
        for (SchemaObject object : wanted.objects()) {
            SchemaObject now = live.find(object.id()).orElseThrow();
            assertThat(names(now)).as("settings of %s", object.id()).isEqualTo(names(object));
            for (int i = 0; i < object.settings().size(); i++) {
                Setting setting = object.settings().get(i);
                if (!setting.value().equals(now.settings().get(i).value())) {
                    changed.add(new Changed(object, setting));
                }
            }
        }
        return changed;
    }

    private static List<String> names(SchemaObject object) {
        return object.settings().stream().map(Setting::name).toList();
    }

    /** Kinds of objects with kinds of settings, without those that ask for a server of another build. */
    private static SortedSet<String> kinds(List<Changed> settings) {
        return settings.stream()
                .map(c -> c.object.id().kind() + " "
                        + c.setting.name().replaceFirst("^(column|constraint|trigger) .* (\\w+)$", "$1 $2"))
                .filter(k -> !k.endsWith(" access method") && !k.endsWith(" tablespace"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
