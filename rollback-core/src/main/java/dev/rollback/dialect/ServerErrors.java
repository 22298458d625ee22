// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import java.sql.SQLException;

/** Tells failures apart by SQLState and vendor code, never by text. */
@FunctionalInterface
public interface ServerErrors {

    Kind kind(SQLException failure);

    /** What the server said, with its details but not its whereabouts, in one line. */
    default String words(SQLException failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }

    /** What a failure means for the caller. */
    enum Kind {
        /** A lock was not to be had in time, or a deadlock: the same again may work. */
        CONFLICT("another session is in the way"),
        PERMISSION("a privilege is missing"),
        CONNECTION("the connection is lost or cannot be made"),
        AUTHENTICATION("the server refuses the login"),
        NO_SUCH_DATABASE("there is no such database"),
        READ_ONLY("the server or the transaction is read-only"),
        OUT_OF_SPACE("the server is out of space or memory"),
        OTHER("the server reports an error");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        /** In words, for messages. */
        public String meaning() {
            return meaning;
        }
    }
}
