// SPDX-License-Identifier: Apache-2.0
package dev.rollback.plan;

/** What a step does. */
public enum StepKind {
    RENAME("rename"),
    CREATE("create"),
    REPLACE("replace"),
    ALTER("alter"),
    BUILD("build"),
    COPY_ROWS("copy rows"),
    RESTORE_ROWS("restore rows"),
    RESTORE_VALUES("restore values"),
    CHECK_ROWS("check rows"),
    REMOVE_ROWS("remove rows"),
    DROP("drop"),
    PUT_ASIDE("put aside"),
    EXCHANGE("exchange"),
    SWAP("swap"),
    SET("set"),
    POSITION("position"),
    RECORD("record");

    private final String label;

    StepKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
