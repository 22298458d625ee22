// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import org.opentest4j.TestAbortedException;

/** What happens to a test whose server or client cannot be had. */
final class MissingServer {
    private MissingServer() {}

    /**
     * The exception to throw: it skips the test, and says so on standard error; with
     * {@code -Dtestservers.required=true} it fails the test.
     */
    static RuntimeException because(String reason) {
        if (Boolean.getBoolean("testservers.required")) {
            return new IllegalStateException(reason + " (testservers.required is set)");
        }
        System.err.println("Test skipped: " + reason);
        return new TestAbortedException(reason);
    }
}
