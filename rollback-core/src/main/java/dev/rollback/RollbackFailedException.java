// SPDX-License-Identifier: Apache-2.0
package dev.rollback;

/** The database or the machine failed. The message says what happened, to what, and which state the database is in. */
public final class RollbackFailedException extends RollbackException {
    private static final long serialVersionUID = 1L;

    private final String state;
    private final String next;

    /**
     * @param message what happened, to which object
     * @param state the state of the database now, as a sentence
     * @param next what to do next, as a sentence
     * @param cause the failure underneath
     */
    public RollbackFailedException(String message, String state, String next, Throwable cause) {
        super(message + "\nState: " + state + "\nNext: " + next, cause);
        this.state = state;
        this.next = next;
    }

    /** The state of the database, as a sentence. */
    public String state() {
        return state;
    }

    /** What to do next, as a sentence. */
    public String next() {
        return next;
    }
}
