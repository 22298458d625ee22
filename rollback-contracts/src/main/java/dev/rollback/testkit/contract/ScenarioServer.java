// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import java.util.List;

/** A database server that scenarios run on. */
public interface ScenarioServer {

    /**
     * What a scenario calls the product: a file {@code before.NAME.sql} is taken before {@code before.sql}. The most special name
     * comes first, as in {@code mariadb, mysql}.
     */
    List<String> engines();

    int majorVersion();

    /** An empty database of its own. */
    ScenarioDatabase freshDatabase();
}
