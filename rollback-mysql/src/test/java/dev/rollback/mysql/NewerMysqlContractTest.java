// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import dev.rollback.testkit.contract.AgainContract;
import dev.rollback.testkit.contract.AuditContract;
import dev.rollback.testkit.contract.BadBackupContract;
import dev.rollback.testkit.contract.ContractServer;
import dev.rollback.testkit.contract.EventsContract;
import dev.rollback.testkit.contract.ExplicitPlanContract;
import dev.rollback.testkit.contract.HousekeepingContract;
import dev.rollback.testkit.contract.InterruptionContract;
import dev.rollback.testkit.contract.PlanContract;
import dev.rollback.testkit.contract.PlanFileContract;
import dev.rollback.testkit.contract.ThreadsContract;
import dev.rollback.testservers.TestMysql;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What every dialect must pass, on a newer MySQL. */
@EnabledIfEnvironmentVariable(named = "TEST_MYSQL9_URL", matches = ".+")
class NewerMysqlContractTest {
    @Nested
    class ExplicitPlans extends ExplicitPlanContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMysql.newer().orElseThrow());
        }
    }

    @Nested
    class Plans extends PlanContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMysql.newer().orElseThrow());
        }
    }

    @Nested
    class Again extends AgainContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMysql.newer().orElseThrow());
        }
    }

    @Nested
    class Audit extends AuditContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMysql.newer().orElseThrow());
        }
    }

    @Nested
    class Events extends EventsContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMysql.newer().orElseThrow());
        }
    }

    @Nested
    class Housekeeping extends HousekeepingContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMysql.newer().orElseThrow());
        }
    }

    @Nested
    class Interruptions extends InterruptionContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMysql.newer().orElseThrow());
        }
    }

    @Nested
    class BadBackups extends BadBackupContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMysql.newer().orElseThrow());
        }
    }

    @Nested
    class PlanFiles extends PlanFileContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMysql.newer().orElseThrow());
        }
    }

    @Nested
    class Threads extends ThreadsContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMysql.newer().orElseThrow());
        }
    }
}
