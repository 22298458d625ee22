// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

/** What every suite asks a dialect: where its tests run. */
public interface Contract {
    ContractServer server();
}
