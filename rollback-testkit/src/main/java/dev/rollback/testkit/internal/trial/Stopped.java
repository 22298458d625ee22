// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.trial;

import dev.rollback.testkit.MigrationResult.Outcome;
import java.util.List;

/** A trial that need not go on, with what it found. */
final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;
    private final transient List<String> findings;

    Stopped(Outcome outcome, List<String> findings) {
        super(String.join("\n", findings));
        this.outcome = outcome;
        this.findings = findings;
    }

    Outcome outcome() {
        return outcome;
    }

    List<String> findings() {
        return findings;
    }
}
