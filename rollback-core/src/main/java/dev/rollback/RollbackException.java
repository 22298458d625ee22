// SPDX-License-Identifier: Apache-2.0
package dev.rollback;

/**
 * Why an operation did not happen. The three kinds differ in what the caller can do next: correct the input, decide about the
 * reasons, or look after the database.
 */
public abstract sealed class RollbackException extends RuntimeException
        permits InvalidInputException, RollbackRefusedException, RollbackFailedException {
    private static final long serialVersionUID = 1L;

    RollbackException(String message) {
        super(message);
    }

    RollbackException(String message, Throwable cause) {
        super(message, cause);
    }
}
