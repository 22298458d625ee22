// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.PlanOptions;
import dev.rollback.RestoreMode;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.Backup;
import dev.rollback.capture.Scope;
import dev.rollback.dialect.Server;
import dev.rollback.dialect.Server.Size;
import dev.rollback.internal.capture.SchemaBackups;
import dev.rollback.internal.plan.LastWriter;
import dev.rollback.internal.plan.Mark;
import dev.rollback.internal.plan.Marking;
import dev.rollback.internal.plan.PlanInput;
import dev.rollback.internal.revert.Journal;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a plan to a backup is derived from. */
final class BackupInput {
    private final Context context;
    private final SchemaBackups backups;
    private final Journal journal;

    BackupInput(Context context, SchemaBackups backups, Journal journal) {
        this.context = context;
        this.backups = backups;
        this.journal = journal;
    }

    PlanInput of(Connection connection, String label, PlanOptions options) throws SQLException {
        Backup backup = backups.require(connection, label);
        Schemas.requireKnown(context, connection, List.of(backup.model()));
        Set<String> there = new HashSet<>(context.store().relations(connection));
        List<String> gone = backup.tables().stream()
                .filter(t -> !there.contains(t.storedAs()))
                .map(t -> "The rows of " + t.table().path() + " are gone: there is no table "
                        + context.store().schema() + "." + t.storedAs() + ".")
                .toList();
        if (!gone.isEmpty()) {
            throw new RollbackRefusedException(gone);
        }
        context.dialect().server().beginSnapshot(connection, Patience.READ_TIMEOUT);
        DatabaseModel live = LiveModel.read(
                context.dialect(),
                connection,
                Scope.following(backup.model(), context.schemas()),
                context.store().schema());
        Set<ObjectId> only = new HashSet<>();
        options.only().forEach(t -> only.add(TableNames.find(List.of(backup.model(), live), t)));
        Mark mark = new Marking(context).find(connection, label);
        return new PlanInput(
                context.dialect(),
                label,
                backup.model(),
                backup,
                live,
                options.mode(),
                only,
                options.closing(),
                context.store().schema(),
                sizes(connection, live),
                lastWriter(connection, backup, live, mark, options.mode()),
                mark);
    }

    private LastWriter lastWriter(Connection connection, Backup backup, DatabaseModel live, Mark mark, RestoreMode mode)
            throws SQLException {
        Server server = context.dialect().server();
        if (mode == RestoreMode.IMAGE) {
            return LastWriter.UNKNOWN.since(server.writtenBefore(backup.position()));
        }
        return new LastWriter(
                mark.position().isEmpty()
                        ? server.writtenByMigration(connection, backup, live, journal.positions(connection))
                        : server.writtenBefore(mark.position()),
                server.writtenBefore(backup.position()),
                mark.unchanged(context.dialect().marks(), live));
    }

    private Map<ObjectId, Size> sizes(Connection connection, DatabaseModel live) throws SQLException {
        return context.dialect()
                .server()
                .sizes(connection, live.all(Table.class).map(Table::id).toList());
    }
}
