// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** A database server that the contract suites run on: what of a product they cannot know. */
public interface ContractServer extends ScenarioServer {

    @Override
    ContractDatabase freshDatabase();

    /** What the product has not. */
    default Set<Feature> lacking() {
        return Set.of();
    }

    /** Schemas of the product's own, which are nobody's to roll back. */
    List<String> systemSchemas();

    /** Names that this product allows and others do not: the longest, of any characters. */
    List<String> oddNames();

    /** A name as it stands in a statement, whatever it is made of. */
    String quote(String name);

    /** Sources that give no connection: servers that do not answer, users and databases that are not there. */
    List<Unreachable> unreachable(ContractDatabase database);

    /** The number that the product gives to a session, as its own lists of sessions show it. */
    String session(Connection connection) throws SQLException;

    /** The statement with which a session ends itself. */
    String endOfSession();
}
