// SPDX-License-Identifier: Apache-2.0
package dev.rollback;

import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupCheck;
import dev.rollback.capture.BackupSummary;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.capture.FileBackups;
import dev.rollback.capture.Restored;
import dev.rollback.dialect.Dialect;
import dev.rollback.internal.Engine;
import dev.rollback.internal.Settings;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.revert.Run;
import dev.rollback.verify.HostCheck;
import dev.rollback.verify.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes a database back to what it was before a migration, and proves it, without losing what was written since.
 *
 * <pre>{@code
 * Rollback rollback = Rollback.builder(dataSource).schemas("public").build();
 * rollback.capture("before-v42");               // 1. before the migration
 * // ... the migration runs, the application writes ...
 * RollbackPlan plan = rollback.plan("before-v42");   // 2. changes nothing
 * RollbackReport report = rollback.revert(plan);     // 3. safety capture, revert, verify, record
 * Verification proof = rollback.verify("before-v42"); // 4. whenever you like
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads; one run at a time is let through by a lock in the database. An
 * operation takes one connection at a time from the data source, so a pool of one is enough; where the product commits every change of structure by
 * itself, a capture takes a second one and a run more, and asks for them before it changes anything. Connections go back as they came.
 */
public final class Rollback {
    private final Engine engine;

    private Rollback(Engine engine) {
        this.engine = engine;
    }

    /**
     * Begins with the only thing that has no default.
     *
     * @param dataSource gives connections that may write; a connection that is read-only is left so, and what
     *     would write refuses
     */
    public static Builder builder(DataSource dataSource) {
        return new Builder(Objects.requireNonNull(dataSource, "dataSource"));
    }

    /** Captures structure and all rows; see {@link #capture(CaptureOptions)}. */
    public Backup capture(String label) {
        return capture(CaptureOptions.of(label));
    }

    /**
     * Captures structure and rows in one consistent snapshot, while readers and writers go on.
     *
     * @throws InvalidInputException when the label is taken, or a schema or table does not exist
     * @throws RollbackFailedException when the database fails; nothing of the attempt is left behind
     */
    public Backup capture(CaptureOptions options) {
        return engine.capture(options);
    }

    /**
     * Describes tables that somebody else's script copied before the migration as a backup.
     *
     * @param label the new label
     * @param structure a backup of the old structure, captured by this library from any database of that version
     * @param copies for each table, the relation of the backup schema that holds its rows, as in {@code users ->
     *     users_backup}
     */
    public Backup adopt(String label, String structure, Map<String, String> copies) {
        return engine.adopt(label, structure, copies);
    }

    /**
     * Says that the migration after a backup has ended and that what is written from now on is the application's. Optional, and
     * cheap when the migration left rows alone and rows tell when they were written, as on PostgreSQL; on MySQL and MariaDB every
     * row is read once. With it a rollback knows exactly which rows the migration itself rewrote, inserted and deleted; without
     * it only what the migration wrote in the same transactions as its structural changes is known, where the server can tell,
     * and deleted rows stay deleted.
     *
     * @throws InvalidInputException when there is no such backup, or it was marked already
     */
    public void markMigrated(String label) {
        engine.markMigrated(label);
    }

    /** Whether {@link #markMigrated} was called for a backup. */
    public boolean isMarked(String label) {
        return engine.isMarked(label);
    }

    /** All backups, newest first. */
    public List<BackupSummary> backups() {
        return engine.backups();
    }

    /** The whole description of a backup; empty when there is none of that label. */
    public Optional<Backup> backup(String label) {
        return engine.backup(label);
    }

    /** The schema that holds everything of ours. */
    public String backupSchema() {
        return engine.backupSchema();
    }

    /** Recomputes the counts and checksums of a backup. */
    public BackupCheck checkBackup(String label) {
        return engine.checkBackup(label, false);
    }

    /** Restores a backup into a scratch schema, compares, and drops the scratch schema. */
    public BackupCheck drillBackup(String label) {
        return engine.checkBackup(label, true);
    }

    /**
     * Makes the tables of a backup anew, with their rows, in a schema that has none of these names: beside damaged ones to look at or to
     * swap, or in the place of dropped ones. They get their columns, defaults, partitions, keys, checks, indexes, the sequences of
     * their columns and the foreign keys among them, and are compared with the backup. Owner, grants, comments, triggers and policies stay
     * behind, and the result names them. The history has a row of it.
     *
     * @param schema is made when it is not there
     * @throws InvalidInputException when there is no such backup, or the schema cannot be filled
     * @throws RollbackRefusedException when the schema has a table of these names, or the rows are not those that were captured;
     *     nothing of the attempt stays
     */
    public Restored restore(String label, String schema) {
        return engine.restore(label, schema);
    }

    /** Derives the way back with the default options. */
    public RollbackPlan plan(String label) {
        return plan(label, PlanOptions.defaults());
    }

    /**
     * Derives the way back from the live database to a snapshot. Changes nothing.
     *
     * @throws InvalidInputException when there is no such backup or a named table does not exist
     * @throws RollbackRefusedException when the backup does not belong to this database or fails its check
     */
    public RollbackPlan plan(String label, PlanOptions options) {
        return engine.plan(label, options);
    }

    /** Resolves a plan named by hand against the live database. Changes nothing. */
    public RollbackPlan plan(ExplicitPlan explicit) {
        return engine.plan(explicit);
    }

    /**
     * Takes up a saved plan.
     *
     * @param json what {@link RollbackPlan#toJson()} gave
     * @throws InvalidInputException when the text is no plan or was edited
     * @throws RollbackRefusedException when the database has drifted since, naming what drifted
     */
    public RollbackPlan loadPlan(String json) {
        return engine.loadPlan(json);
    }

    /**
     * Asks whether a run may begin now. {@link #revert} asks the same under its lock; asking before a long planning saves its time.
     *
     * @throws RollbackRefusedException when a run is going on, or an interrupted one waits for {@code resume}
     */
    public void requireIdle() {
        engine.requireIdle();
    }

    /** Runs a plan with the default options: no data loss accepted. */
    public RollbackReport revert(RollbackPlan plan) {
        return revert(plan, RevertOptions.defaults());
    }

    /**
     * Runs a plan: lock, check of the backup, gates, safety capture, steps, verification, record.
     *
     * @throws RollbackRefusedException when it must not run; nothing was touched
     * @throws RollbackFailedException when the database fails; the message says in which state it is and what to do next
     */
    public RollbackReport revert(RollbackPlan plan, RevertOptions options) {
        return engine.revert(plan, options);
    }

    /**
     * Continues a run that was interrupted, to the same end.
     *
     * @param run its number; null for the only open one
     */
    public RollbackReport resume(@Nullable String run) {
        return engine.resume(run);
    }

    /** Compares the database with a snapshot, level by level. Changes nothing. */
    public Verification verify(String label) {
        return engine.verify(label);
    }

    /**
     * Compares the structure with a snapshot and looks at no row: fast enough for a readiness check at startup, which asks
     * whether the schema is the one that this release expects. Changes nothing.
     */
    public Verification verifyStructure(String label) {
        return engine.verifyStructure(label);
    }

    /** Open runs, kept originals, backups. */
    public Status status() {
        return engine.status();
    }

    /** All runs, newest first. */
    public List<Run> history() {
        return engine.history();
    }

    /**
     * Drops what a run kept.
     *
     * @return the relations dropped, as in {@code migration_backup.r7_users}
     */
    public List<String> cleanup(String run) {
        return engine.cleanup(run);
    }

    /** Drops what all runs kept that ended longer ago than this; tells which runs stay, and why. */
    public Removal cleanupOlderThan(Duration age) {
        return engine.cleanupOlderThan(age);
    }

    /**
     * Deletes backups by age, never one that an open run or a kept original needs.
     *
     * @return the labels deleted, and those that stay with the reason
     */
    public Removal prune(int keepDays) {
        return engine.prune(keepDays);
    }

    /** Collects what a {@link Rollback} needs; not safe for use by several threads. */
    public static final class Builder {
        private final DataSource dataSource;
        private final List<String> schemas = new ArrayList<>();
        private final List<String> excluded = new ArrayList<>();
        private final List<Gate> gates = new ArrayList<>();
        private final List<HostCheck> checks = new ArrayList<>();
        private final List<RollbackListener> listeners = new ArrayList<>();
        private String backupSchema = "migration_backup";
        private Duration lockPatience = Duration.ofMinutes(1);
        private @Nullable Dialect dialect;
        private @Nullable FileBackups files;

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /** The schemas to look after; the connection's current schema by default. */
        public Builder schemas(String... names) {
            return schemas(List.of(names));
        }

        /** The schemas to look after; the connection's current schema by default. */
        public Builder schemas(List<String> names) {
            for (String name : names) {
                if (name.isBlank()) {
                    throw new InvalidInputException("A schema name must not be blank.");
                }
                schemas.add(name);
            }
            return this;
        }

        /**
         * Tables that are left alone, with or without their schema: neither captured nor compared nor changed. Meant for the
         * records of migration tools. A backup remembers them, whoever uses it later.
         */
        public Builder exclude(String... tables) {
            excluded.addAll(List.of(tables));
            return this;
        }

        /** Where everything of ours lives; {@code migration_backup} by default. */
        public Builder backupSchema(String name) {
            if (name.isBlank()) {
                throw new InvalidInputException("The backup schema must not be blank.");
            }
            this.backupSchema = name;
            return this;
        }

        /** The dialect; by default the only one on the class path that knows the database product. */
        public Builder dialect(Dialect explicit) {
            this.dialect = Objects.requireNonNull(explicit, "dialect");
            return this;
        }

        /**
         * Captures into files; by default into the backup schema. Backups of both kinds are listed and used; one in files is
         * loaded into the backup schema for a plan, and leaves it when the run to it has ended.
         */
        public Builder backups(FileBackups inFiles) {
            this.files = Objects.requireNonNull(inFiles, "inFiles");
            return this;
        }

        /**
         * How long a capture, a plan, a mark, a verification and the clean-up go on trying while other sessions hold locks, in
         * attempts of two seconds; a minute by default. A run has its own, {@link RevertOptions#lockPatience()}.
         */
        public Builder lockPatience(Duration patience) {
            if (patience.isNegative() || patience.isZero()) {
                throw new InvalidInputException("The lock patience must be positive, got " + patience + ".");
            }
            this.lockPatience = patience;
            return this;
        }

        /** Adds a listener. */
        public Builder listener(RollbackListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /** Adds a gate; all are asked, before the first change. */
        public Builder gate(Gate gate) {
            gates.add(Objects.requireNonNull(gate, "gate"));
            return this;
        }

        /** Adds a check to every verification. */
        public Builder check(HostCheck check) {
            checks.add(Objects.requireNonNull(check, "check"));
            return this;
        }

        /**
         * Connects once, to find the dialect and the current schema.
         *
         * @throws InvalidInputException when no dialect, or more than one, knows the database product
         * @throws RollbackFailedException when the database cannot be reached
         */
        public Rollback build() {
            return new Rollback(Engine.open(
                    dataSource,
                    Optional.ofNullable(dialect),
                    Optional.ofNullable(files),
                    new Settings(schemas, excluded, backupSchema, listeners, gates, checks, lockPatience)));
        }
    }
}
