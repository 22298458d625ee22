// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

/**
 * A user of the server, made for one test.
 *
 * @param database a database as this user sees it; it is not closed
 * @param drop drops the user
 */
public record ContractUser(String name, ContractDatabase database, Runnable drop) implements AutoCloseable {

    @Override
    public void close() {
        drop.run();
    }
}
