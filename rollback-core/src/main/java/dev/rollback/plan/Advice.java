// SPDX-License-Identifier: Apache-2.0
package dev.rollback.plan;

import java.util.List;

/**
 * What an experienced operator would do, and why. Advice decides nothing.
 *
 * @param decision the way recommended
 * @param reasons each a sentence; never empty
 */
public record Advice(Decision decision, List<String> reasons) {

    /** The four ways out of a bad deployment. */
    public enum Decision {
        /** Roll back the application only; the old release can live with the new schema. */
        KEEP_SCHEMA("keep the schema, roll back only the application"),
        /** Write the way back as a new migration and deploy it in the usual way. */
        FORWARD_FIX("forward fix: deploy the way back as a new migration"),
        /** Run this plan. */
        ROLL_BACK("roll back with this plan"),
        /** Restore from an external backup. */
        RESTORE("restore from an external backup");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Advice {
        reasons = List.copyOf(reasons);
    }
}
