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

    /**
     * Climbs the rungs of the structure only (objects, definitions, states): a handful of catalog queries, whatever the number
     * of rows. For readiness checks and for databases whose rows go on.
     *
     * @throws dev.rollback.InvalidInputException when there is no backup of that label
     */
    Verification verifyStructure(String label);
}
