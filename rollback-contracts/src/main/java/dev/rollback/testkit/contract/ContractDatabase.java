// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that one contract test has to itself, with its backup schema. */
public interface ContractDatabase extends ScenarioDatabase {

    /** The schema that unqualified names mean. */
    String schema();

    /** A backup schema that no other test uses at the same time; closing the database drops it. */
    String backupSchema();

    /** The rows of a query as text, SQL null as null. */
    List<List<@Nullable String>> query(String sql);

    /**
     * Structure and rows of those of some schemas that are there, in the words of the product's dump program: equal before and
     * after when nothing was touched.
     */
    String everything(List<String> schemas);

    /** A copy of everything, our backups too, where the product makes one in a moment; closing it drops it. */
    default Optional<ContractDatabase> copy() {
        return Optional.empty();
    }

    /** The ways in which a host makes sessions of this database read-only, by what one calls them. */
    Map<String, DataSource> readOnly();

    /** A new user who may log in to this database, and nothing else. */
    ContractUser freshUser();

    /** Ends all sessions of this database but the one that asks. */
    void endOtherSessions();
}
