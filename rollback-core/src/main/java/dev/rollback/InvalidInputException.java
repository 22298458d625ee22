// SPDX-License-Identifier: Apache-2.0
package dev.rollback;

/** The request names something that is not there, or is malformed. Nothing was touched. */
public final class InvalidInputException extends RollbackException {
    private static final long serialVersionUID = 1L;

    public InvalidInputException(String message) {
        super(message);
    }

    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
