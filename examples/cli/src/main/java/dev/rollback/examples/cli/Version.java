// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(RollbackCli.class.getPackage().getImplementationVersion())
                .orElse("(development)");
        return new String[] {
            "rollback " + version,
            "Java " + System.getProperty("java.version")
                    + ", databases: PostgreSQL 15 to 18, MySQL 8.0 to 9, MariaDB 10.11 to 11, H2 2.x"
        };
    }
}
