// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2;

import dev.rollback.testkit.contract.AgainContract;
import dev.rollback.testkit.contract.AuditContract;
import dev.rollback.testkit.contract.BadBackupContract;
import dev.rollback.testkit.contract.BadNameContract;
import dev.rollback.testkit.contract.BadSchemaContract;
import dev.rollback.testkit.contract.ConnectionContract;
import dev.rollback.testkit.contract.Contract;
import dev.rollback.testkit.contract.ContractServer;
import dev.rollback.testkit.contract.EventsContract;
import dev.rollback.testkit.contract.ExplicitPlanContract;
import dev.rollback.testkit.contract.HousekeepingContract;
import dev.rollback.testkit.contract.InterruptionContract;
import dev.rollback.testkit.contract.LocksContract;
import dev.rollback.testkit.contract.NamesContract;
import dev.rollback.testkit.contract.PlanContract;
import dev.rollback.testkit.contract.PlanFileContract;
import dev.rollback.testkit.contract.PoolContract;
import dev.rollback.testkit.contract.ReadOnlyContract;
import dev.rollback.testkit.contract.RightsContract;
import dev.rollback.testkit.contract.ThreadsContract;
import org.junit.jupiter.api.Nested;

/** What every dialect must pass. */
class H2ContractTest {
    private static final String LOWER = ";DATABASE_TO_LOWER=TRUE";

    interface Here extends Contract {
        @Override
        default ContractServer server() {
            return new ScenarioH2(LOWER);
        }
    }

    @Nested
    class ExplicitPlans extends ExplicitPlanContract implements Here {}

    @Nested
    class Plans extends PlanContract implements Here {}

    @Nested
    class Again extends AgainContract implements Here {}

    @Nested
    class Audit extends AuditContract implements Here {}

    @Nested
    class Events extends EventsContract implements Here {}

    @Nested
    class Housekeeping extends HousekeepingContract implements Here {}

    @Nested
    class Interruptions extends InterruptionContract implements Here {}

    @Nested
    class BadBackups extends BadBackupContract implements Here {}

    @Nested
    class PlanFiles extends PlanFileContract implements Here {}

    @Nested
    class Threads extends ThreadsContract implements Here {}

    @Nested
    class BadNames extends BadNameContract implements Here {}

    @Nested
    class BadSchemas extends BadSchemaContract implements Here {}

    @Nested
    class Rights extends RightsContract implements Here {}

    @Nested
    class Locks extends LocksContract implements Here {}

    @Nested
    class Pools extends PoolContract implements Here {}

    @Nested
    class Connections extends ConnectionContract implements Here {}

    @Nested
    class Names extends NamesContract implements Here {}

    @Nested
    class ReadOnly extends ReadOnlyContract implements Here {}
}
