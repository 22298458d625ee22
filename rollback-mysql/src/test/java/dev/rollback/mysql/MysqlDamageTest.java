// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.testkit.contract.ContractServer;
import dev.rollback.testkit.contract.Damage;
import dev.rollback.testkit.contract.DamageContract;
import dev.rollback.testservers.TestMariaDb;
import dev.rollback.testservers.TestMysql;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Each property of each kind of object. A new damage needs no Java: see {@code damages.sql}. */
class MysqlDamageTest {

    @Nested
    class Mysql extends Damages {
        Mysql() {
            super("mysql", "");
        }

        @Override
        public ContractServer server() {
            return new ScenarioMysql(TestMysql.shared());
        }
    }

    @Nested
    @EnabledIfEnvironmentVariable(named = "TEST_MYSQL9_URL", matches = ".+")
    class NewerMysql extends Damages {
        NewerMysql() {
            super("mysql", "");
        }

        @Override
        public ContractServer server() {
            return new ScenarioMysql(TestMysql.newer().orElseThrow());
        }
    }

    /** Tables with system versioning are not captured. */
    @Nested
    class MariaDb extends Damages {
        MariaDb() {
            super("mariadb", "DROP TABLE versioned, versioned_explicit;");
        }

        @Override
        public ContractServer server() {
            return new ScenarioMysql(TestMariaDb.shared());
        }
    }

    abstract static class Damages extends DamageContract {
        private final String product;
        private final String uncaptured;

        Damages(String product, String uncaptured) {
            this.product = product;
            this.uncaptured = uncaptured;
        }

        @Override
        protected String objects() {
            return MysqlFixture.resource("everything.sql")
                    + MysqlFixture.resource("everything-" + product + ".sql")
                    + uncaptured;
        }

        @Override
        protected String migration() {
            return "ALTER TABLE parent ADD COLUMN added integer; DROP VIEW cascaded;";
        }

        @Override
        protected List<Damage> damages() {
            List<Damage> damages = Stream.of("damages.sql", "damages-" + product + ".sql")
                    .flatMap(name -> Damage.all(MysqlFixture.resource(name)).stream())
                    .toList();
            assertThat(damages).hasSizeGreaterThan(80);
            return damages;
        }
    }
}
