// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import dev.rollback.verify.Finding;
import dev.rollback.verify.Verification;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a comparison with a snapshot. */
public final class VerificationAssert extends AbstractAssert<VerificationAssert, Verification> {
    VerificationAssert(Verification actual) {
        super(actual, VerificationAssert.class);
    }

    /** No level found a difference. */
    public VerificationAssert isClean() {
        isNotNull();
        if (!actual.isClean()) {
            failWithMessage(
                    "The database differs from '%s':%n%s",
                    actual.target(),
                    actual.findings().stream().map(Finding::toString).collect(Collectors.joining("\n")));
        }
        return this;
    }
}
