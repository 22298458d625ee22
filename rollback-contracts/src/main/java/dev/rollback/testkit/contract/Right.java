// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import java.util.Arrays;
import java.util.List;

/**
 * Something that a user may or may not, as a script tells it.
 *
 * @param named what the refusal must say
 * @param take the statements that take it away
 * @param give those that give it back
 */
record Right(String named, String take, String give) {

    /**
     * Each begins with a line such as {@code --! lacks SELECT on table orders}, its second half with {@code --! back}. Without a
     * second half, what the user was revoked is granted again.
     */
    static List<Right> all(String script) {
        return Arrays.stream(script.split("(?m)^--! (?!back)"))
                .skip(1)
                .map(Right::of)
                .toList();
    }

    private static Right of(String block) {
        String[] halves = block.split("(?m)^--! back$");
        int end = halves[0].indexOf('\n');
        String take = halves[0].substring(end);
        String give = halves.length > 1
                ? halves[1]
                : take.replace("REVOKE ", "GRANT ").replace(" FROM ", " TO ");
        return new Right(halves[0].substring(0, end).strip(), take, give);
    }
}
