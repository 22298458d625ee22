// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How long two ways to do the same take, in turn on one machine.
 *
 * @param ours in milliseconds, without the first time, which warms up
 * @param theirs the same of the other way
 */
public record Paired(List<Long> ours, List<Long> theirs) {

    /** @param after what follows each pair, which does not count */
    public static Paired measure(int pairs, Consumer<String> ours, Consumer<String> theirs, Runnable after) {
        Paired times = new Paired(new ArrayList<>(), new ArrayList<>());
        for (int pair = 0; pair <= pairs; pair++) {
            String label = "pair " + pair;
            long own = millis(() -> ours.accept(label));
            long their = millis(() -> theirs.accept(label));
            after.run();
            if (pair > 0) {
                times.ours.add(own);
                times.theirs.add(their);
            }
        }
        return times;
    }

    /** Ours by theirs, of the medians. */
    public double ratio() {
        return (double) median(ours) / median(theirs);
    }

    private static long millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    @Override
    public String toString() {
        return "ours %s ms, theirs %s ms, ratio of the medians %.2f".formatted(ours, theirs, ratio());
    }
}
