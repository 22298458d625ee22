// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.model.ObjectId;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.Reversibility;
import dev.rollback.plan.StepKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepGraphTest {
    private final StepGraph graph = new StepGraph();

    @Test
    void ordersByRankAndName() {
        add("b", 2);
        add("a", 2);
        add("c", 1);

        assertThat(keys()).containsExactly("c", "a", "b");
    }

    @Test
    void whatMustComeFirstBeatsRank() {
        add("early", 1);
        add("late", 9);
        graph.before("late", "early");
        graph.before("late", "not planned");

        assertThat(keys()).containsExactly("late", "early");
    }

    @Test
    void namesTheStepsThatWaitForEachOther() {
        add("a", 1);
        add("b", 1);
        add("free", 1);
        graph.before("a", "b");
        graph.before("b", "a");

        assertThatThrownBy(this::keys)
                .isInstanceOf(StepGraph.CycleException.class)
                .hasMessage("a, b");
    }

    @Test
    void refusesToPlanTheSameTwice() {
        add("a", 1);

        assertThatThrownBy(() -> add("a", 1)).isInstanceOf(IllegalStateException.class);
    }

    private List<String> keys() {
        return graph.ordered().stream().map(Node::key).toList();
    }

    private void add(String key, int rank) {
        graph.add(new Node(
                key,
                rank,
                StepKind.CREATE,
                ObjectId.table("public", key),
                key,
                "",
                new Work.Statements(List.of("SELECT 1")),
                LockLevel.NONE,
                0,
                Reversibility.LOSSLESS));
    }
}
