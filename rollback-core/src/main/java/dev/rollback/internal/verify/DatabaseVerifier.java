// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.verify;

import dev.rollback.capture.Backup;
import dev.rollback.capture.Scope;
import dev.rollback.internal.Context;
import dev.rollback.internal.Patience;
import dev.rollback.internal.Rights;
import dev.rollback.internal.Schemas;
import dev.rollback.internal.capture.SchemaBackups;
import dev.rollback.model.DatabaseModel;
import dev.rollback.verify.Verification;
import dev.rollback.verify.Verification.Rung;
import dev.rollback.verify.Verifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Climbs the whole ladder against a backup. */
public final class DatabaseVerifier implements Verifier {
    private final Context context;
    private final SchemaBackups backups;

    public DatabaseVerifier(Context context, SchemaBackups backups) {
        this.context = context;
        this.backups = backups;
    }

    @Override
    public Verification verify(String label) {
        return climb(label, true);
    }

    @Override
    public Verification verifyStructure(String label) {
        return climb(label, false);
    }

    private Verification climb(String label, boolean rows) {
        return context.sessions()
                .call(
                        "verification against '" + label + "'",
                        c -> new Rights(context.dialect())
                                .reading(
                                        c,
                                        context.readingAll(),
                                        d -> context.patience().reading(d, again -> climb(again, label, rows))));
    }

    private Verification climb(Connection connection, String label, boolean rows) throws SQLException {
        Backup backup = backups.require(connection, label);
        Schemas.requireKnown(context, connection, List.of(backup.model()));
        context.dialect().server().beginSnapshot(connection, Patience.READ_TIMEOUT);
        DatabaseModel live = context.dialect()
                .reader()
                .read(
                        connection,
                        Scope.of(backup.model().schemas())
                                .without(backup.model().excluded()));
        Ladder ladder = new Ladder(connection, context, backup.model(), live);
        List<Rung> rungs = new ArrayList<>(ladder.structure(id -> true));
        if (rows) {
            rungs.addAll(ladder.rows(backup));
            rungs.addAll(ladder.others(context.checks()));
        }
        connection.rollback();
        connection.setAutoCommit(true);
        return new Verification(label, rungs);
    }
}
