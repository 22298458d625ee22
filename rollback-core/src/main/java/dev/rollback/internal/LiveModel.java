// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.capture.Scope;
import dev.rollback.dialect.Dialect;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectKind;
import java.sql.Connection;
import java.sql.SQLException;

/** The live structure without anything of ours: what a run kept has the numbers of the user's tables, but is none any more. */
public final class LiveModel {
    private LiveModel() {}

    public static DatabaseModel read(Dialect dialect, Connection connection, Scope scope, String backupSchema)
            throws SQLException {
        DatabaseModel all = dialect.reader().read(connection, scope);
        return all.withObjects(all.objects().stream()
                .filter(o -> !o.id().schema().equals(backupSchema))
                .filter(o ->
                        o.id().kind() != ObjectKind.SCHEMA || !o.id().name().equals(backupSchema))
                .toList());
    }
}
