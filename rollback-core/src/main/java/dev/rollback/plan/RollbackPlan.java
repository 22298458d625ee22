// SPDX-License-Identifier: Apache-2.0
package dev.rollback.plan;

import dev.rollback.RestoreMode;
import java.time.Duration;
import java.util.List;

/**
 * The way back, as data: nothing is changed by deriving it. A plan belongs to one database, one snapshot and one state of the
 * schema; it is run by the {@code Rollback} that made it, and refused when the schema has changed meanwhile. Immutable.
 */
public interface RollbackPlan {

    /** The label of the snapshot that it leads to, or the words of an explicit plan. */
    String target();

    /** Whether it does what a caller named by hand, instead of leading back to a snapshot. */
    boolean isExplicit();

    RestoreMode mode();

    /** In the order in which they run. Empty when the database already is what the snapshot says. */
    List<RollbackStep> steps();

    /** Everything that has no place in the old shape, counted. */
    List<Loss> losses();

    /** Why the plan cannot be run at all, each a sentence; empty when it can. */
    List<String> refusals();

    /** What the operator should know besides. */
    List<String> notes();

    Advice advice();

    /** SHA-256 over the snapshot, the schema that it starts from and all steps: equal hash, same run. */
    String hash();

    /** The fingerprint of the schema that it starts from. */
    String startsFrom();

    default boolean isEmpty() {
        return steps().isEmpty();
    }

    /** The worst of all steps and losses. */
    default Reversibility reversibility() {
        Reversibility least = lossesToAccept().isEmpty() ? Reversibility.LOSSLESS : Reversibility.LOSSY;
        return steps().stream()
                .map(RollbackStep::reversibility)
                .reduce(refusals().isEmpty() ? least : Reversibility.IMPOSSIBLE, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    default Duration estimate() {
        return steps().stream().map(RollbackStep::estimate).reduce(Duration.ZERO, Duration::plus);
    }

    /** Losses that must be accepted before the plan may run. */
    default List<Loss> lossesToAccept() {
        return losses().stream().filter(Loss::needsAcceptance).toList();
    }

    /** For people. */
    String toText();

    /** For tickets and reviews. */
    String toMarkdown();

    /** For machines and for keeping: carries its own hash and can be run later. */
    String toJson();

    /** As a migration script, for a forward fix. */
    String toSql();
}
