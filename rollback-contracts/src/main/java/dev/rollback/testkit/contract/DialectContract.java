// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * What every dialect must do: all suites that need a server and nothing else. A dialect joins them with a subclass that names
 * its server. What its product has not, {@link ContractServer#lacking()} says: no suite is left out for it.
 * Each suite has a tag of its name, by which it can be run alone.
 */
public abstract class DialectContract implements Contract {
    @Nested
    @Tag("explicit-plans")
    class ExplicitPlans extends ExplicitPlanContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }

    @Nested
    @Tag("plans")
    class Plans extends PlanContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }

    @Nested
    @Tag("plan-files")
    class PlanFiles extends PlanFileContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }

    @Nested
    @Tag("again")
    class Again extends AgainContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }

    @Nested
    @Tag("events")
    class Events extends EventsContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }

    @Nested
    @Tag("audit")
    class Audit extends AuditContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }

    @Nested
    @Tag("housekeeping")
    class Housekeeping extends HousekeepingContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }

    @Nested
    @Tag("names")
    class Names extends NamesContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }

    @Nested
    @Tag("bad-names")
    class BadNames extends BadNameContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }

    @Nested
    @Tag("bad-schemas")
    class BadSchemas extends BadSchemaContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }

    @Nested
    @Tag("bad-backups")
    class BadBackups extends BadBackupContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }

    @Nested
    @Tag("read-only")
    class ReadOnly extends ReadOnlyContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }

    @Nested
    @Tag("rights")
    class Rights extends RightsContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }

    @Nested
    @Tag("pools")
    class Pools extends PoolContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }

    @Nested
    @Tag("connections")
    class Connections extends ConnectionContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }

    @Nested
    @Tag("locks")
    class Locks extends LocksContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }

    @Nested
    @Tag("threads")
    class Threads extends ThreadsContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }

    @Nested
    @Tag("interruptions")
    class Interruptions extends InterruptionContract {
        @Override
        public ContractServer server() {
            return DialectContract.this.server();
        }
    }
}
