// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.runbook;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Plain SQL against copies that the library knows nothing of. Each question is answered with a number. */
final class SecondOpinion {
    private final DataSource source;
    private final String witness;

    SecondOpinion(DataSource source, String witness) {
        this.source = source;
        this.witness = witness;
    }

    /** Questions with the number that was found and the one that is right. */
    Map<String, long[]> ask(int collected) throws SQLException {
        Map<String, long[]> answers = new LinkedHashMap<>();
        answers.put("partitions left", pair("""
                SELECT COUNT(*), 0 FROM information_schema.partitions
                WHERE table_schema = DATABASE() AND partition_name IS NOT NULL"""));
        answers.put("columns of the primary key of the snapshots", pair("""
                SELECT COUNT(*), 1 FROM information_schema.key_column_usage WHERE table_schema = DATABASE()
                AND table_name = 'ride_status_snapshots' AND constraint_name = 'PRIMARY'"""));
        answers.put("foreign keys of snapshots and rides", pair("""
                SELECT COUNT(*), 2 FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE()"""));
        answers.put("columns and tables of the feature", pair("""
                SELECT COUNT(*), 0 FROM information_schema.columns WHERE table_schema = DATABASE()
                AND (column_name IN ('data_source', 'themeparks_wiki_id')
                     OR table_name IN ('entity_metadata', 'queue_data', 'import_checkpoints', 'storage_metrics', 'data_quality_log'))"""));
        answers.put("old snapshots as they were", pair("""
                SELECT SUM(s.ride_id = w.ride_id AND s.recorded_at = w.recorded_at AND s.is_open = w.is_open
                           AND s.wait_minutes <=> w.wait_minutes), COUNT(*)
                FROM %s.ride_status_snapshots w LEFT JOIN ride_status_snapshots s ON s.snapshot_id = w.snapshot_id
                WHERE w.snapshot_id %% 1000 NOT IN (3, 7)""".formatted(witness)));
        answers.put("snapshots corrected since", pair("""
                SELECT SUM(s.wait_minutes = 5), COUNT(*) FROM %s.ride_status_snapshots w
                LEFT JOIN ride_status_snapshots s ON s.snapshot_id = w.snapshot_id
                WHERE w.snapshot_id %% 1000 = 3""".formatted(witness)));
        answers.put("snapshots deleted since that are back", pair("""
                SELECT COUNT(*), 0 FROM ride_status_snapshots s JOIN %s.ride_status_snapshots w
                ON s.snapshot_id = w.snapshot_id WHERE w.snapshot_id %% 1000 = 7""".formatted(witness)));
        answers.put("snapshots of the new release", pair("""
                SELECT COUNT(*), 90 FROM ride_status_snapshots WHERE recorded_at = '2025-07-01 09:00:00'"""));
        answers.put("snapshots of the forgotten cron job", pair("""
                SELECT COUNT(*), %d FROM ride_status_snapshots WHERE recorded_at = '2025-07-02 09:00:00'
                AND wait_minutes = %d""".formatted(collected, Collector.WAIT_MINUTES)));
        return answers;
    }

    private long[] pair(String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return new long[] {row.getLong(1), row.getLong(2)};
        }
    }
}
