// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Stepwise;
import dev.rollback.dialect.Stepwise.Move;
import dev.rollback.internal.Context;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Before an interrupted run is planned again: what it left among the users' tables is put where it belongs. */
public final class Settling {
    private final Context context;
    private final Journal journal;

    public Settling(Context context, Journal journal) {
        this.context = context;
        this.journal = journal;
    }

    public void settle(Connection connection, long run) throws SQLException {
        Stepwise stepwise = context.dialect().stepwise().orElse(null);
        if (stepwise != null) {
            stepwise.settle(connection, names(run), context.schemas(), left(connection, run));
        }
    }

    /** How names that a run gave begin. */
    static String names(long run) {
        return "run" + run + "_";
    }

    private List<Move> left(Connection connection, long run) {
        List<Move> moves = new ArrayList<>();
        for (Map.Entry<String, String> kept : journal.kept(connection, run).entrySet()) {
            Relation aside = new Relation(context.store().schema(), kept.getKey());
            String path = kept.getValue();
            context.schemas().stream()
                    .filter(schema -> path.startsWith(schema + "."))
                    .map(schema -> new Relation(schema, path.substring(schema.length() + 1)))
                    .forEach(place -> moves.add(new Move(place, aside)));
        }
        return moves;
    }
}
