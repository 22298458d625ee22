// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2;

import dev.rollback.testkit.contract.ContractServer;
import dev.rollback.testkit.contract.Damage;
import dev.rollback.testkit.contract.DamageContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A new damage needs no Java: see {@code damages.sql}. */
class H2DamageTest extends DamageContract {

    @Override
    public ContractServer server() {
        return new ScenarioH2(";DATABASE_TO_LOWER=TRUE");
    }

    @Override
    protected String objects() {
        return resource("objects.sql");
    }

    @Override
    protected String migration() {
        return "DROP VIEW notes;\nALTER TABLE child DROP COLUMN note;\n";
    }

    @Override
    protected List<Damage> damages() {
        return Damage.all(resource("damages.sql"));
    }

    private static String resource(String name) {
        try (InputStream in = H2DamageTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
