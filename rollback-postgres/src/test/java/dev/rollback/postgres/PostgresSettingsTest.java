// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.model.DatabaseModel;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Setting;
import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
            assertThat(PgDump.schema(database)).isNotEqualTo(before);
            PostgresFixture.apply(database, different(model, PostgresFixture.read(database)));

            assertThat(PgDump.schema(database)).isEqualTo(before);
            assertThat(PostgresFixture.read(database).fingerprint()).isEqualTo(model.fingerprint());
        }
    }

    private static List<String> settings(DatabaseModel model) {
        return model.objects().stream()
                .flatMap(o -> o.settings().stream())
                .flatMap(s -> s.apply().stream())
                .toList();
    }

    private static List<String> different(DatabaseModel wanted, DatabaseModel live) {
        List<String> statements = new ArrayList<>();
        for (SchemaObject object : wanted.objects()) {
            SchemaObject now = live.find(object.id()).orElseThrow();
            assertThat(names(now)).as("settings of %s", object.id()).isEqualTo(names(object));
            for (int i = 0; i < object.settings().size(); i++) {
                Setting setting = object.settings().get(i);
                if (!setting.value().equals(now.settings().get(i).value())) {
                    statements.addAll(setting.apply());
                }
            }
        }
        return statements;
    }

    private static List<String> names(SchemaObject object) {
        return object.settings().stream().map(Setting::name).toList();
    }
}
