// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.Rollback;
import dev.rollback.RollbackListener;
import dev.rollback.RollbackReport;
import dev.rollback.capture.FileBackups;
import dev.rollback.revert.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.postgresql.ds.PGSimpleDataSource;

/** A whole rollback of a large partitioned table, to be run in a JVM of its own with a small heap. */
final class LargeTable {
    private LargeTable() {}

    public static void main(String[] args) throws Exception {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(args[0]);
        dataSource.setUser(args[1]);
        dataSource.setPassword(args[2]);
        int[] events = {0};
        Rollback.Builder builder = Rollback.builder(dataSource)
                .schemas("public")
                .listener(new RollbackListener() {
                    @Override
                    public void progress(Progress progress) {
                        events[0]++;
                    }
                });
        if (args.length > 4) {
            builder.backups(FileBackups.in(Path.of(args[4])));
        }
        Rollback rollback = builder.build();
        Instant began = Instant.now();
        rollback.capture("before");
        System.out.println("capture " + Duration.between(began, Instant.now()).toMillis() + " ms");
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(args[3]);
        }
        began = Instant.now();
        RollbackReport report = rollback.revert(rollback.plan("before"));
        System.out.println("rollback " + Duration.between(began, Instant.now()).toMillis() + " ms, " + events[0]
                + " progress events, heap " + Runtime.getRuntime().maxMemory() / 1024 / 1024 + " MB");
        began = Instant.now();
        boolean clean = rollback.verify("before").isClean();
        System.out.println("verify " + Duration.between(began, Instant.now()).toMillis() + " ms");
        if (!report.isProven() || !clean) {
            System.out.println(report.toText());
            System.exit(1);
        }
    }
}
