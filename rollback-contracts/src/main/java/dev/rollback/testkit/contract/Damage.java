// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import java.util.Arrays;
import java.util.List;

/**
 * Something done to a database behind the library's back.
 *
 * @param name what, in words
 * @param named what a finding must name
 * @param sql the statements
 */
public record Damage(String name, String named, String sql) {

    /** Each begins with a line such as <code>--! view dropped => view shop.busy</code>. */
    public static List<Damage> all(String script) {
        return Arrays.stream(script.split("(?m)^--! ")).skip(1).map(Damage::of).toList();
    }

    private static Damage of(String block) {
        int end = block.indexOf('\n');
        String[] head = block.substring(0, end).split(" => ", 2);
        return new Damage(head[0], head[1].strip(), block.substring(end + 1));
    }
}
