// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static dev.rollback.mysql.MysqlFixture.everything;
import static dev.rollback.mysql.MysqlFixture.read;
import static dev.rollback.mysql.MysqlFixture.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Fingerprint;
import dev.rollback.model.ObjectId;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import dev.rollback.testservers.TestRole;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each property of each kind of object is changed in turn: the model must show the change, and on which object. A new damage needs
 * no Java: see {@code damages.sql}.
 */
class MysqlDamageTest {
    /** @param product the only one that has it; empty for both */
    private record Damage(String name, String named, String product, String sql) {
        static Damage of(String block) {
            int end = block.indexOf('\n');
            String[] head = block.substring(0, end).split(" => ", -1);
            return new Damage(head[0], head[1], head.length > 2 ? head[2] : "", block.substring(end + 1));
        }
    }

    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void everyDamageShows(Supplier<TestMysqlServer> server) {
        try (TestDatabase database = everything(server.get());
                TestRole role = server.get().freshRole()) {
            DatabaseModel before = read(database);
            int damages = 0;
            for (Damage damage : damages(database, role)) {
                if (!damage.product.isEmpty()
                        && !damage.product.equals(server.get().product())) {
                    continue;
                }
                database.execute(damage.sql);
                DatabaseModel after = read(database);
                assertThat(different(before, after)).as(damage.name).contains(damage.named);
                before = after;
                damages++;
            }
            assertThat(damages).isGreaterThan(80);
        }
    }

    private static List<Damage> damages(TestDatabase database, TestRole role) {
        String text = resource("damages.sql").replace("%role%", role.name());
        return Arrays.stream(text.split("(?m)^--! "))
                .skip(1)
                .map(Damage::of)
                .map(d -> new Damage(d.name, d.named, d.product, d.sql.replace("%schema%", database.name())))
                .toList();
    }

    /** Kind and name, without the schema, of what is not the same. */
    private static List<String> different(DatabaseModel one, DatabaseModel other) {
        TreeSet<ObjectId> ids = new TreeSet<>();
        one.objects().forEach(o -> ids.add(o.id()));
        other.objects().forEach(o -> ids.add(o.id()));
        return ids.stream()
                .filter(id -> !Objects.equals(fingerprint(one, id), fingerprint(other, id)))
                .map(id -> id.kind().label() + " " + (id.table() == null ? "" : id.table() + ".")
                        + (id.schema().isEmpty() ? "%schema%" : id.name()))
                .map(name -> name.replaceAll("^primary key (.*)\\.PRIMARY$", "primary key $1"))
                .toList();
    }

    private static String fingerprint(DatabaseModel model, ObjectId id) {
        return model.find(id).map(Fingerprint::of).orElse("none");
    }
}
