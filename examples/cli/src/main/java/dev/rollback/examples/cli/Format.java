// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

/** What the output looks like. */
enum Format {
    TEXT,
    JSON,
    SQL,
    MARKDOWN;

    /** What a command without a plan can print. */
    boolean isGeneral() {
        return this == TEXT || this == JSON;
    }
}
