// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.Server.Range;
import dev.rollback.dialect.Tokens;
import dev.rollback.dialect.TouchLog;
import dev.rollback.model.Column;
import dev.rollback.model.ObjectId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Brings what others write to one live table into its new form. */
final class Follower {
    private final Connection connection;
    private final TouchLog log;
    private final ObjectId table;
    private final Relation shadow;
    private final RowMerge merge;
    private final List<String> templates;
    private final String run;

    /**
     * @param templates the statements that copy a range of rows, with their marks
     */
    Follower(
            Connection connection,
            TouchLog log,
            ObjectId table,
            Relation shadow,
            RowMerge merge,
            List<String> templates,
            String run) {
        this.connection = connection;
        this.log = log;
        this.table = table;
        this.shadow = shadow;
        this.merge = merge;
        this.templates = List.copyOf(templates);
        this.run = run;
    }

    TouchLog log() {
        return log;
    }

    ObjectId table() {
        return table;
    }

    Relation live() {
        return Relation.of(table);
    }

    Relation shadow() {
        return shadow;
    }

    /**
     * Takes rows out again that were written since the copy began: what is left was never written, and is as it was at one moment.
     * They come back when the table has its keys.
     */
    void removeTouched() throws SQLException {
        if (log.take(Long.MAX_VALUE) > 0) {
            log.remove(shadow, false);
        }
        connection.commit();
    }

    /** Copies the rows of the oldest notes again, as they are now; tells how many notes there were. */
    long copyAgain(long most) throws SQLException {
        long notes = log.take(most);
        if (notes > 0) {
            log.remove(shadow, true);
            Range rows = log.rows();
            try (Statement statement = Queries.statement(connection)) {
                for (String template : templates) {
                    statement.executeLargeUpdate(template.replace(Tokens.RUN, run)
                            .replace(Tokens.SOURCE, rows.source())
                            .replace(Tokens.RANGE, rows.condition()));
                }
            }
            log.done();
        }
        connection.commit();
        return notes;
    }

    /** Whether the rows with recent keys hold the same values on both sides. */
    boolean isSameRecently() throws SQLException {
        List<Column> before = new ArrayList<>();
        List<Column> after = new ArrayList<>();
        for (ColumnRule rule : merge.rules()) {
            Column current = rule.current();
            if (current != null && merge.isPlain(rule)) {
                before.add(current);
                after.add(rule.target());
            }
        }
        return log.sumOfRecent(live(), before).equals(log.sumOfRecent(shadow, after));
    }
}
