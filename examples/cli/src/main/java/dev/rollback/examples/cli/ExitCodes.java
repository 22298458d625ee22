// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.InvalidInputException;
import dev.rollback.RollbackRefusedException;
import picocli.CommandLine.ParameterException;

/** What the exit codes mean, the same for every command. */
final class ExitCodes {
    /** Done and verified. */
    static final int DONE = 0;
    /** A check found differences; each was listed. */
    static final int DIFFERENCES = 1;
    /** Wrong usage or bad input; nothing was touched. */
    static final int BAD_INPUT = 2;
    /** Refused, with reasons; nothing was touched. */
    static final int REFUSED = 3;
    /** The database or the machine failed. */
    static final int FAILED = 4;

    private ExitCodes() {}

    static int of(Throwable failure) {
        if (failure instanceof InvalidInputException || failure instanceof ParameterException) {
            return BAD_INPUT;
        }
        return failure instanceof RollbackRefusedException ? REFUSED : FAILED;
    }
}
