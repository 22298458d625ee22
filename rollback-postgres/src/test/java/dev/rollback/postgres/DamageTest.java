// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.testkit.contract.ContractServer;
import dev.rollback.testkit.contract.Damage;
import dev.rollback.testkit.contract.DamageContract;
import java.util.List;

/** A new damage needs no Java: see {@code damage/damages.sql}. */
class DamageTest extends DamageContract {

    @Override
    public ContractServer server() {
        return new ScenarioPostgres();
    }

    @Override
    protected String schema() {
        return "shop";
    }

    @Override
    protected String objects() {
        return PostgresFixture.resource("damage/before.sql");
    }

    @Override
    protected String migration() {
        return PostgresFixture.resource("damage/migrate.sql") + PostgresFixture.resource("damage/writes.sql");
    }

    @Override
    protected List<Damage> damages() {
        List<Damage> damages = Damage.all(PostgresFixture.resource("damage/damages.sql"));
        assertThat(damages).hasSizeGreaterThan(150);
        return damages;
    }
}
