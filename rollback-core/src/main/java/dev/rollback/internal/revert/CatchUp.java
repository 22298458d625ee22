// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.RollbackListener;
import dev.rollback.dialect.ServerErrors;
import dev.rollback.dialect.ServerErrors.Kind;
import dev.rollback.internal.report.Words;
import dev.rollback.revert.Phase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies rows again that others have written, until so few are left that writers need to wait for moments only. */
final class CatchUp {
    private static final long BATCH = 50_000;
    /** Rows that are copied again in a blink. */
    private static final long FEW = 1_000;

    private static final int TURNS_WITHOUT_GAIN = 10;

    private final Connection connection;
    private final List<Follower> followers;
    private final ServerErrors errors;
    private final RollbackListener listener;
    private @Nullable SQLException failure;

    CatchUp(Connection connection, List<Follower> followers, ServerErrors errors, RollbackListener listener) {
        this.connection = connection;
        this.followers = List.copyOf(followers);
        this.errors = errors;
        this.listener = listener;
    }

    /**
     * While others go on writing.
     *
     * @throws NotOnline when they write faster than their rows can be copied
     */
    void untilFewAreLeft() throws SQLException {
        long left = backlog();
        long least = left;
        for (int without = 0; left > FEW; ) {
            failure = null;
            listener.working(Phase.CATCHING_UP, Words.rows(left) + " written meanwhile");
            for (Follower follower : followers) {
                turn(follower);
            }
            left = backlog();
            without = left < least ? 0 : without + 1;
            least = Math.min(least, left);
            if (without == TURNS_WITHOUT_GAIN) {
                throw failure != null
                        ? new NotOnline("rows written meanwhile do not fit", failure)
                        : new NotOnline("others write faster than their rows can be copied again");
            }
        }
    }

    /** What fails now may only have been read at different moments; with writers waiting it fails again, or not. */
    private void turn(Follower follower) throws SQLException {
        try {
            long turn = follower.log().backlog();
            for (long done = 0; done < turn; ) {
                long notes = follower.copyAgain(BATCH);
                done = notes == 0 ? turn : done + notes;
            }
        } catch (SQLException e) {
            if (isFatal(e)) {
                throw e;
            }
            failure = e;
            connection.rollback();
        }
    }

    private boolean isFatal(SQLException e) throws SQLException {
        Kind kind = errors.kind(e);
        return kind != Kind.OTHER || connection.isClosed();
    }

    /**
     * While writers wait: everything, in one moment's state.
     *
     * @throws NotOnline when a row does not fit
     */
    void drain() throws SQLException {
        for (Follower follower : followers) {
            try {
                while (follower.copyAgain(Long.MAX_VALUE) > 0) {
                    // what was written before the writers began to wait
                }
            } catch (SQLException e) {
                if (errors.kind(e) != Kind.OTHER) {
                    throw e;
                }
                throw new NotOnline("a row written to " + follower.table().path() + " meanwhile does not fit", e);
            }
        }
    }

    private long backlog() throws SQLException {
        long backlog = 0;
        for (Follower follower : followers) {
            backlog += follower.log().backlog();
        }
        connection.commit();
        return backlog;
    }
}
