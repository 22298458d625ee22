// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.Rollback;
import dev.rollback.capture.FileBackups;
import dev.rollback.testkit.contract.Paired;
import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.nio.file.Path;
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
    void keepsUpWithPgDump(@TempDir Path directory, @TempDir Path archives) throws Exception {
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
            Paired times = Paired.measure(
                    PAIRS,
                    rollback::capture,
                    label -> PgDump.archive(database, archives.resolve(label), LEVEL),
                    () -> rollback.prune(0));
            System.out.println("files beside pg_dump -Fc -Z" + LEVEL + ": " + times);
            assertThat(times.ratio()).isLessThan(MOST);
        }
    }
}
