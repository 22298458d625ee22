// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import java.sql.SQLException;

/** Runs all steps of a plan, again after a conflict, until the caller's patience ends. */
interface Execution {

    /** All steps, with the proof that can be made while nobody else changes what they change. */
    Attempt run() throws SQLException;

    /** What a failure left behind, for the operator. */
    Aftermath aftermath();

    /** What a failure left behind. */
    enum Aftermath {
        /** One transaction held everything, and it is gone. */
        UNDONE("all steps were undone in one transaction; the database is as it was before the run."),
        /** Nothing but shadows in the backup schema had been made, and they are gone. */
        UNTOUCHED("no table was changed, and what was built beside them was removed;"
                + " the database is as it was before the run."),
        /** The same, but somebody holds the tables so that triggers on them could not be removed. */
        NOTED(
                "no table was changed, but triggers that note what is written to them are still there, as other sessions hold"
                        + " the tables. They harm nobody; the next run removes them, and so does 'cleanup'."),
        /** The same, but not even shadows could be removed: the connection is gone, or the server does not let them go. */
        BUILT(
                "no table was changed, but what was built beside them could not be removed and may still be in the backup schema."),
        /** Tables have their old names back, and could not get the new ones again; nothing else was changed. */
        RENAMED("tables have their old names back, and nothing else was changed."),
        /** Some steps are done and cannot be undone by the server. */
        HALF_WAY("the steps before it are done and recorded, the others are not; every replaced table is kept.");

        private final String words;

        Aftermath(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** Whether the run goes on by being resumed, and not by being begun again. */
        boolean staysOpen() {
            return this == HALF_WAY || this == BUILT || this == RENAMED;
        }
    }
}
