// SPDX-License-Identifier: Apache-2.0
package dev.rollback.revert;

/** What an operation is at, besides the steps of a plan. */
public enum Phase {
    PLANNING("planning"),
    CHECKING_BACKUP("checking the backup"),
    LOADING("loading the backup"),
    CAPTURING("capturing"),
    CATCHING_UP("catching up"),
    PROVING("proving"),
    VERIFYING("verifying");

    private final String label;

    Phase(String label) {
        this.label = label;
    }

    /** In words. */
    public String label() {
        return label;
    }
}
