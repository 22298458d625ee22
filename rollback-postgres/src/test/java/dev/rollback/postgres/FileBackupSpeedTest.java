// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.Rollback;
import dev.rollback.capture.FileBackups;
import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture of two million rows into files beside pg_dump with the same level (its gzip, our zstd), in turn on one machine. */
class FileBackupSpeedTest {
    private static final int LEVEL = 3;
    private static final int PAIRS = 5;
    /** The aim is 1.3; machines that do other work as well are noisy. */
    private static final double MOST = 1.5;

    @Test
    @Tag("long")
    void keepsUpWithPgDump(@TempDir Path directory) throws Exception {
        try (TestDatabase database = TestPostgres.shared().freshDatabase()) {
            database.execute("""
                    CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL, email text NOT NULL,
                        created_at timestamptz NOT NULL, amount numeric(12, 2), status varchar(20), note text);
                    INSERT INTO orders SELECT i, i * 7919 % 100000, 'user' || i || '@example.org',
                        '2024-01-01'::timestamptz + make_interval(secs => i * 13), (i % 100000) / 7.0,
                        (ARRAY['new', 'paid', 'sent', 'returned'])[1 + i % 4], md5(i::text) || ' ' || md5((i * 3)::text)
                    FROM generate_series(1, 2000000::bigint) i;
                    """);
            Rollback rollback = Rollback.builder(database.dataSource())
                    .schemas("public")
                    .backups(FileBackups.in(directory).withLevel(LEVEL))
                    .build();
            List<Long> ours = new ArrayList<>();
            List<Long> theirs = new ArrayList<>();
            for (int pair = 0; pair <= PAIRS; pair++) {
                String label = "pair " + pair;
                long own = millis(() -> rollback.capture(label));
                Path archive = Files.createTempFile("archive", ".dump");
                long their = millis(() -> PgDump.archive(database, archive, LEVEL));
                Files.delete(archive);
                rollback.prune(0);
                if (pair > 0) { // the first one warms up
                    ours.add(own);
                    theirs.add(their);
                }
            }
            double ratio = (double) median(ours) / median(theirs);
            System.out.printf(
                    "files %s ms, pg_dump -Fc -Z%d %s ms, ratio of the medians %.2f%n", ours, LEVEL, theirs, ratio);
            assertThat(ratio).isLessThan(MOST);
        }
    }

    private static long millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
