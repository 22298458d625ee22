// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What is true for the whole database.
 *
 * @param version the server's version
 * @param database the cluster's own number and the database's oid: both outlive renames
 * @param tablespace where relations are stored that have no tablespace of their own, quoted
 */
record PostgresFacts(String version, String database, String tablespace) {

    /** @throws IllegalStateException when the session is not prepared: definitions would be printed otherwise */
    static PostgresFacts read(PostgresRead read) throws SQLException {
        AtomicReference<PostgresFacts> facts = new AtomicReference<>();
        AtomicReference<String> system = new AtomicReference<>("unknown");
        boolean[] maySee = new boolean[1];
        read.each(PostgresCatalogQueries.FACTS, row -> {
            String path = row.text("search_path");
            if (!path.isEmpty() && !path.equals("\"\"")) {
                throw new IllegalStateException(
                        "the session is not prepared: search_path is " + path + ", but must be empty");
            }
            maySee[0] = row.flag("may_read_system");
            facts.set(new PostgresFacts(
                    row.text("version").split(" ", 2)[0], row.text("database"), row.text("tablespace")));
        });
        if (maySee[0]) {
            read.each(PostgresCatalogQueries.SYSTEM, row -> system.set(row.text("system")));
        }
        PostgresFacts found = Objects.requireNonNull(facts.get());
        return new PostgresFacts(found.version, system.get() + "/" + found.database, found.tablespace);
    }
}
