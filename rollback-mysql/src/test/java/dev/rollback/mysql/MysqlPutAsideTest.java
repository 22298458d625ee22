// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Stepwise.Move;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import dev.rollback.mysql.ddl.MysqlDdl;
import dev.rollback.mysql.server.MysqlStepwise;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A table that leaves its place is free of its triggers and foreign keys in the end, and has its rows. */
class MysqlPutAsideTest {
    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void withTriggersAndKeys(Supplier<TestMysqlServer> server) {
        try (TestDatabase db = server.get().freshDatabase();
                TestDatabase kept = server.get().freshDatabase()) {
            db.execute("""
                    CREATE TABLE parent (id int PRIMARY KEY);
                    CREATE TABLE bare (id int PRIMARY KEY, p int, q int,
                      FOREIGN KEY (p) REFERENCES parent (id), CONSTRAINT named FOREIGN KEY (q) REFERENCES parent (id));
                    CREATE TABLE triggered (id int PRIMARY KEY, p int, FOREIGN KEY (p) REFERENCES parent (id));
                    CREATE TRIGGER stamp BEFORE INSERT ON triggered FOR EACH ROW SET NEW.p = NEW.p;
                    INSERT INTO parent VALUES (1);
                    INSERT INTO bare VALUES (1, 1, 1);
                    INSERT INTO triggered VALUES (1, 1);
                    """);
            DatabaseModel model = MysqlFixture.read(db);
            for (String name : List.of("bare", "triggered")) {
                ObjectId id = ObjectId.table(db.name(), name);
                Table table = model.table(id).orElseThrow();
                List<SchemaObject> parts = model.partsOf(id);
                Relation aside = new Relation(kept.name(), "kept_" + name);
                MysqlStepwise stepwise = new MysqlStepwise(true);
                Relation between = stepwise.exchanged(table, parts, aside);
                assertThat(between.schema()).isEqualTo(name.equals("bare") ? kept.name() : db.name());
                MysqlFixture.run(db, stepwise.exchange(List.of(new Move(Relation.of(id), between))));
                MysqlFixture.run(db, new MysqlDdl(true).putAside(table, parts, List.of(), List.of(), aside));
            }
            assertThat(db.query("SHOW TABLES")).containsExactly(List.of("parent"));
            assertThat(db.query("SHOW TRIGGERS")).isEmpty();
            db.execute("DELETE FROM parent");
            assertThat(kept.query("SELECT count(*) FROM kept_bare JOIN kept_triggered"))
                    .containsExactly(List.of("1"));
        }
    }
}
