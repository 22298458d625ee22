// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import java.util.Locale;

/** What the output looks like. */
enum Format {
    TEXT,
    JSON,
    SQL,
    MARKDOWN;

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a command without a plan can print. */
    boolean isGeneral() {
        return this == TEXT || this == JSON;
    }
}
