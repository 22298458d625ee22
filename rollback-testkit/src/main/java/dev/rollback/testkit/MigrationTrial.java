// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import dev.rollback.Rollback;
import dev.rollback.testkit.MigrationResult.Outcome;
import dev.rollback.testkit.internal.trial.Bench;
import dev.rollback.testkit.internal.trial.Trying;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes every migration up, down, up, and down again after rows were written, and up for good, with generated rows in all tables; and
 * judges the structure and the rows by plain JDBC.
 *
 * <pre>{@code
 * MigrationTrial trial = MigrationTrial.of(dataSource, FlywayMigrations.in("classpath:db/migration")).build();
 * assertThat(trial.run()).allMatch(r -> r.outcome() == Outcome.REVERSED);
 * }</pre>
 *
 * <p>The database belongs to the trial: begin with one that is empty, or at a version to begin from. For one thread.
 */
public final class MigrationTrial {
    private final Trying trying;
    private final List<String> migrations;
    private int next;
    private String stoppedBy = "";

    private MigrationTrial(Trying trying, List<String> migrations) {
        this.trying = trying;
        this.migrations = List.copyOf(migrations);
    }

    public static Builder of(DataSource dataSource, MigrationSource source) {
        return new Builder(Objects.requireNonNull(dataSource, "dataSource"), Objects.requireNonNull(source, "source"));
    }

    /** What is tried, in order. */
    public List<String> migrations() {
        return migrations;
    }

    /** Tries all that are left. */
    public List<MigrationResult> run() throws Exception {
        List<MigrationResult> results = new ArrayList<>();
        while (next < migrations.size()) {
            results.add(next());
        }
        return results;
    }

    /** Tries the next one; after one that fails the others are not reached. */
    public MigrationResult next() throws Exception {
        String migration = migrations.get(next++);
        if (!stoppedBy.isEmpty()) {
            return new MigrationResult(
                    migration,
                    Outcome.NOT_REACHED,
                    List.of(),
                    List.of("After " + stoppedBy + " the database could not go on."),
                    List.of(),
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO);
        }
        stoppedBy = migration;
        MigrationResult result = trying.run(migration);
        if (trying.isApplied(migration)) {
            stoppedBy = "";
        }
        return result;
    }

    /** Collects what is needed; not safe for use by several threads. */
    public static final class Builder {
        private final DataSource dataSource;
        private final MigrationSource source;
        private final List<String> schemas = new ArrayList<>();
        private Consumer<Rollback.Builder> rollback = builder -> {};
        private boolean writes = true;
        private @Nullable StructureJudge judge;

        private Builder(DataSource dataSource, MigrationSource source) {
            this.dataSource = dataSource;
            this.source = source;
        }

        /** The schemas that are filled and judged; the connection's current one by default. */
        public Builder schemas(String... names) {
            schemas.addAll(List.of(names));
            return this;
        }

        /** What else the {@link Rollback} is told, such as the name of its backup schema. */
        public Builder rollback(Consumer<Rollback.Builder> more) {
            this.rollback = Objects.requireNonNull(more, "more");
            return this;
        }

        /** Whether each migration is also taken back with rows written in between; true by default. */
        public Builder writes(boolean between) {
            this.writes = between;
            return this;
        }

        /** A second opinion on the structure. */
        public Builder judge(StructureJudge second) {
            this.judge = Objects.requireNonNull(second, "second");
            return this;
        }

        /** Reads what is pending; nothing is run yet. */
        public MigrationTrial build() throws Exception {
            MigrationSteps steps = source.on(dataSource, rollback);
            Bench bench = new Bench(dataSource, schemas, steps.ownTables(), judge);
            return new MigrationTrial(new Trying(bench, steps, writes), steps.pending());
        }
    }
}
