// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import java.sql.Connection;
import java.sql.SQLException;

/** A database server that the contract suites run on: what of a product they cannot know. */
public interface ContractServer extends ScenarioServer {

    @Override
    ContractDatabase freshDatabase();

    /** A name as it stands in a statement, whatever it is made of. */
    String quote(String name);

    /** The number that the product gives to a session, as its own lists of sessions show it. */
    String session(Connection connection) throws SQLException;

    /** The statement with which a session ends itself. */
    String endOfSession();
}
