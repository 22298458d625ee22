// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.RollbackRefusedException;
import dev.rollback.plan.ExplicitPlan;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;

/** Tests of calls that must fail with a sentence that names the culprit. */
public record WrongInput(Sample sample) {

    /** What is called with names that are not there or not allowed. */
    public DynamicTest invalid(String name, Consumer<Rollback> action, String... named) {
        return dynamicTest(
                name, () -> sample.fails(InvalidInputException.class, () -> action.accept(sample.rollback()), named));
    }

    /** A plan named by hand that has such names. */
    public DynamicTest explicit(String name, Consumer<ExplicitPlan.Builder> wish, String... named) {
        return invalid(name, r -> r.plan(plan(wish)), named);
    }

    /** A plan named by hand that asks for what other objects need. */
    public DynamicTest refused(String name, Consumer<ExplicitPlan.Builder> wish, String... named) {
        Rollback rollback = sample.rollback();
        return dynamicTest(
                name,
                () -> sample.fails(
                        RollbackRefusedException.class,
                        () -> rollback.revert(rollback.plan(plan(wish)), Sample.accepting()),
                        named));
    }

    private static ExplicitPlan plan(Consumer<ExplicitPlan.Builder> wish) {
        ExplicitPlan.Builder builder = ExplicitPlan.builder();
        wish.accept(builder);
        return builder.build();
    }
}
