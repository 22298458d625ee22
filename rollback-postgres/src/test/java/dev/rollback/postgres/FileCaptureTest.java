// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.capture.FileBackups;
import dev.rollback.testkit.contract.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures into files that are killed, that are in each other's way, and that go through a link. */
class FileCaptureTest {
    @TempDir
    private Path directory;

    private Rollback rollback(Sample sample) {
        return sample.builder().backups(FileBackups.in(directory)).build();
    }

    /** A machine that goes down in the middle of a capture. */
    @Test
    void killedInTheMiddle() throws Exception {
        try (Sample sample = Sample.fresh(
                new ScenarioPostgres(),
                "CREATE TABLE big AS SELECT i, md5(i::text) FROM generate_series(1, 1500000) i")) {
            Process capture = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            LargeTable.class.getName(),
                            ScenarioPostgres.of(sample).url(),
                            ScenarioPostgres.of(sample).user(),
                            ScenarioPostgres.of(sample).password(),
                            "",
                            directory.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            long limit = System.nanoTime() + 120_000_000_000L;
            while (written() == 0) {
                assertThat(System.nanoTime()).as("nothing was written").isLessThan(limit);
                assertThat(capture.isAlive()).isTrue();
                Thread.sleep(5);
            }
            capture.destroyForcibly().waitFor();
            assertThat(written()).isPositive();
            Rollback rollback = rollback(sample);
            assertThat(rollback.backups()).isEmpty();
            sample.refuses(InvalidInputException.class, () -> rollback.plan("before"), "before");
            sample.execute("DELETE FROM big WHERE i > 10");
            rollback.capture("before");
            assertThat(directory.toFile().list()).hasSize(1);
            assertThat(rollback.drillBackup("before").problems()).isEmpty();
        }
    }

    /** Bytes of rows in folders that are not complete. */
    private long written() throws IOException {
        long bytes = 0;
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path file : found.filter(f -> f.toString().endsWith(".zst")).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    @Test
    void ofTwoCapturesWithOneLabelOneWins() throws Exception {
        try (Sample sample = Sample.fresh(
                new ScenarioPostgres(), "CREATE TABLE big AS SELECT md5(i::text) FROM generate_series(1, 200000) i")) {
            Rollback rollback = rollback(sample);
            CyclicBarrier together = new CyclicBarrier(2);
            Callable<String> capture = () -> {
                together.await();
                try {
                    rollback.capture("before");
                    return "captured";
                } catch (InvalidInputException e) {
                    return e.getMessage();
                }
            };
            ExecutorService two = Executors.newFixedThreadPool(2);
            try {
                List<String> ends = new ArrayList<>();
                for (Future<String> end : two.invokeAll(List.of(capture, capture))) {
                    ends.add(end.get());
                }
                assertThat(ends).containsOnlyOnce("captured");
                assertThat(ends).anyMatch(end -> end.contains("already"));
            } finally {
                two.shutdownNow();
            }
            assertThat(directory.toFile().list()).hasSize(1);
            assertThat(rollback.checkBackup("before").isSound()).isTrue();
        }
    }

    @Test
    void theDirectoryMayBeALink() throws Exception {
        try (Sample sample = Sample.fresh(new ScenarioPostgres())) {
            Path target = Files.createDirectory(directory.resolve("target"));
            Path link = Files.createSymbolicLink(directory.resolve("link"), target);
            Rollback linked = sample.builder().backups(FileBackups.in(link)).build();
            linked.capture("before");
            assertThat(sample.builder()
                            .backups(FileBackups.in(target))
                            .build()
                            .checkBackup("before")
                            .isSound())
                    .isTrue();
            assertThat(linked.prune(0).removed()).containsExactly("before");
            assertThat(target).isEmptyDirectory();
            Files.delete(target);
            sample.refuses(
                    InvalidInputException.class,
                    () -> sample.builder().backups(FileBackups.in(link)).build(),
                    link.toString());
        }
    }
}
