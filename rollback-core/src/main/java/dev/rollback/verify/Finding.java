// SPDX-License-Identifier: Apache-2.0
package dev.rollback.verify;

import java.util.Objects;

/**
 * A difference.
 *
 * @param level the rung that found it
 * @param object the object concerned, in words
 * @param message what is different
 */
public record Finding(Level level, String object, String message) {
    public Finding {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return level.label() + ": " + object + ": " + message;
    }
}
