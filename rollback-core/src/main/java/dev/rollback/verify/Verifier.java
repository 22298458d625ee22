// SPDX-License-Identifier: Apache-2.0
package dev.rollback.verify;

/** Compares the database with a snapshot. Changes nothing. */
public interface Verifier {

    /**
     * Climbs every rung of the ladder.
     *
     * @throws dev.rollback.InvalidInputException when there is no backup of that label
     */
    Verification verify(String label);
}
