// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

/** What a product may do without; the suites show then that whoever asks for it is refused by name. */
public enum Feature {
    /** Tables in parts. */
    PARTITIONS,
    /** Sessions that may only read: where there are none, nobody can have meant it. */
    READ_ONLY_SESSIONS,
    /** Which tables a session has locked: where nobody tells, the session alone is named. */
    LOCKED_TABLES,
    /** Sessions of others while a run goes on: where it has the database for itself, they wait or are turned away. */
    OTHERS_DURING_A_RUN
}
