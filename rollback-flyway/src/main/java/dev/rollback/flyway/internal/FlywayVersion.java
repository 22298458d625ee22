// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.Flyway;

/** Which Flyway is on the class path. */
public final class FlywayVersion {
    private static final String RESOURCE = "/org/flywaydb/core/internal/version.txt";
    private static final int OLDEST = 10;

    private FlywayVersion() {}

    /** @throws InvalidInputException for one that this library does not work with */
    public static void requireSupported() {
        try (InputStream in = Flyway.class.getResourceAsStream(RESOURCE)) {
            refuseOld(in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new InvalidInputException("The version of Flyway on the class path cannot be read.", e);
        }
    }

    static void refuseOld(String version) {
        String major = version.split("\\.", 2)[0];
        if (!major.matches("\\d{1,6}") || Integer.parseInt(major) < OLDEST) {
            throw new InvalidInputException(
                    "Flyway " + version + " is on the class path; rollback-flyway works with Flyway " + OLDEST
                            + " and newer. Upgrade flyway-core and its database module.");
        }
    }
}
