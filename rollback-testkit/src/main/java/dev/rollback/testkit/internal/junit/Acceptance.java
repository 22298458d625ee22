// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.junit;

import dev.rollback.testkit.MigrationResult;
import dev.rollback.testkit.MigrationResult.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** Whether a result is what its test asks for. */
final class Acceptance {
    private final BaselineFile file;
    private final String budget;

    Acceptance(BaselineFile file, String budget) {
        this.file = file;
        this.budget = budget;
    }

    /** @param writing whether losses and refusals are about to be accepted */
    void check(MigrationResult result, boolean writing) throws IOException {
        Assumptions.assumeTrue(result.outcome() != Outcome.NOT_REACHED, result::toText);
        if (result.outcome() == Outcome.WRONG || result.outcome() == Outcome.FAILED) {
            throw new AssertionError(result.toText());
        }
        if (!writing) {
            checkLosses(result);
        }
        if (!budget.isEmpty() && result.exclusiveLock().compareTo(Duration.parse(budget)) > 0) {
            throw new AssertionError(result.migration() + ": readers and writers wait for " + result.exclusiveLock()
                    + " while it is taken back, longer than maxExclusiveLock = " + budget + ".");
        }
    }

    private void checkLosses(MigrationResult result) throws IOException {
        Set<String> accepted = file.accepted().getOrDefault(result.migration(), Set.of());
        Set<String> found = new LinkedHashSet<>(BaselineFile.of(result));
        List<String> failures = new ArrayList<>();
        List<String> missing = found.stream().filter(f -> !accepted.contains(f)).toList();
        List<String> stale = accepted.stream().filter(a -> !found.contains(a)).toList();
        if (!missing.isEmpty()) {
            failures.add(result.toText() + "\nNot accepted in " + file.path() + ". If it may be so, add\n"
                    + lines(result.migration(), missing) + "\nor write the file anew with -Drollback.baseline=write.");
        }
        if (!stale.isEmpty()) {
            failures.add(file.path() + " accepts what does not happen any more; remove\n"
                    + lines(result.migration(), stale));
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n", failures));
        }
    }

    /** Every migration of the file is there. */
    void checkNames(List<String> migrations) throws IOException {
        List<String> unknown = file.accepted().keySet().stream()
                .filter(m -> !migrations.contains(m))
                .toList();
        if (!unknown.isEmpty()) {
            throw new AssertionError(file.path() + " names migrations that were not tried: "
                    + String.join(", ", unknown) + ". There are " + String.join(", ", migrations) + ".");
        }
    }

    private static String lines(String migration, List<String> found) {
        return found.stream().map(f -> "    " + BaselineFile.line(migration, f)).collect(Collectors.joining("\n"));
    }
}
