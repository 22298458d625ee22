// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.quickstart;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Chapters with their times, and facts in aligned lines. */
final class Console {
    private final PrintStream out;
    private int chapter;

    Console(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println();
        out.println(text);
        out.println("=".repeat(text.length()));
    }

    /** Does the work of a chapter, and tells how long it took. */
    <T> T chapter(String heading, Callable<T> work) throws Exception {
        chapter++;
        out.println();
        long start = System.nanoTime();
        T result = work.call();
        out.println(String.format(Locale.ROOT, "%d. %-80s %8s", chapter, heading, seconds(start)));
        return result;
    }

    void fact(String name, Object value) {
        out.println(String.format(Locale.ROOT, "   %-28s %s", name, value));
    }

    void fact(String name, long value) {
        out.println(String.format(Locale.ROOT, "   %-28s %,12d", name, value));
    }

    void result(Proof.Result result) {
        String verdict = result.wrong() == 0 ? "ok" : result.wrong() + " WRONG";
        out.println(String.format(Locale.ROOT, "   %-44s %,12d  %s", result.claim(), result.compared(), verdict));
    }

    void say(String text) {
        text.lines().forEach(line -> out.println(("   " + line).stripTrailing()));
    }

    private static String seconds(long start) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
    }
}
