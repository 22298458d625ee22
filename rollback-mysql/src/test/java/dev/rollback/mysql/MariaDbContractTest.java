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
import dev.rollback.testservers.TestMariaDb;
import org.junit.jupiter.api.Nested;

/** What every dialect must pass, on MariaDB. */
class MariaDbContractTest {
    @Nested
    class ExplicitPlans extends ExplicitPlanContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMariaDb.shared());
        }
    }

    @Nested
    class Plans extends PlanContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMariaDb.shared());
        }
    }

    @Nested
    class Again extends AgainContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMariaDb.shared());
        }
    }

    @Nested
    class Audit extends AuditContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMariaDb.shared());
        }
    }

    @Nested
    class Events extends EventsContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMariaDb.shared());
        }
    }

    @Nested
    class Housekeeping extends HousekeepingContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMariaDb.shared());
        }
    }

    @Nested
    class Interruptions extends InterruptionContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMariaDb.shared());
        }
    }

    @Nested
    class BadBackups extends BadBackupContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMariaDb.shared());
        }
    }

    @Nested
    class PlanFiles extends PlanFileContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMariaDb.shared());
        }
    }

    @Nested
    class Threads extends ThreadsContract {
        @Override
        protected ContractServer server() {
            return new ScenarioMysql(TestMariaDb.shared());
        }
    }
}
