// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static dev.rollback.mysql.MysqlFixture.createAll;
import static dev.rollback.mysql.MysqlFixture.createStepByStep;
import static dev.rollback.mysql.MysqlFixture.dropAll;
import static dev.rollback.mysql.MysqlFixture.everything;
import static dev.rollback.mysql.MysqlFixture.read;
import static dev.rollback.mysql.MysqlFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.model.DatabaseModel;
import dev.rollback.model.SchemaObject;
import dev.rollback.testservers.MysqlDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read from a database, and nothing else, makes the same database again: mysqldump is the judge. */
class MysqlRoundTripTest {
    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void readTwiceIsReadOnce(Supplier<TestMysqlServer> server) {
        try (TestDatabase database = everything(server.get())) {
            assertThat(text(read(database))).isEqualTo(text(read(database)));
            assertThat(read(database).fingerprint()).isEqualTo(read(database).fingerprint());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void everythingIsMadeAgain(Supplier<TestMysqlServer> server) {
        try (TestDatabase database = everything(server.get())) {
            List<String> before = dump(database);
            DatabaseModel model = read(database);
            run(database, dropAll(model));
            assertThat(database.query("SHOW TABLES")).isEmpty();
            assertThat(read(database).objects()).hasSize(1);

            run(database, createAll(model, Optional.empty()));
            assertThat(dump(database)).containsExactlyElementsOf(before);
            assertThat(text(read(database))).isEqualTo(text(model));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void tablesAreMadeInAnotherSchemaAndMoveIntoPlace(Supplier<TestMysqlServer> server) {
        try (TestDatabase database = everything(server.get());
                TestDatabase shadows = server.get().freshDatabase()) {
            List<String> before = dump(database);
            DatabaseModel model = read(database);
            run(database, dropAll(model));
            run(database, createAll(model, Optional.of(shadows.name())));
            assertThat(dump(database)).containsExactlyElementsOf(before);
            assertThat(shadows.query("SHOW TABLES")).isEmpty();
        }
    }

    /** As the steps of a plan do it: rows would come between the table and its keys. */
    @ParameterizedTest
    @MethodSource("servers")
    void keysAreAddedOneByOne(Supplier<TestMysqlServer> server) {
        try (TestDatabase database = everything(server.get());
                TestDatabase shadows = server.get().freshDatabase()) {
            List<String> before = dump(database);
            DatabaseModel model = read(database);
            run(database, dropAll(model));
            run(database, createStepByStep(model, shadows.name()));
            assertThat(dump(database)).containsExactlyElementsOf(before);
        }
    }

    /** By lines, so that a failure names those that differ. */
    private static List<String> dump(TestDatabase database) {
        return MysqlDump.schema(database).lines().toList();
    }

    static String text(DatabaseModel model) {
        return model.objects().stream().map(MysqlRoundTripTest::text).collect(Collectors.joining("\n"));
    }

    private static String text(SchemaObject object) {
        List<String> settings = object.settings().stream()
                .map(s -> s.name() + " = " + s.value())
                .toList();
        return object.id() + ": " + object.definition() + settings;
    }
}
