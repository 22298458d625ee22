// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import java.util.regex.Pattern;

/** Names of what notes others' writes during a run: {@code rollback_touched_7_1}, and its triggers of one letter more. */
public final class MysqlTouches {
    /** How all of them begin. */
    public static final String PREFIX = "rollback_touched_";

    private static final Pattern TABLE = Pattern.compile(PREFIX + "\\d+_\\d+");
    private static final Pattern TRIGGER = Pattern.compile(PREFIX + "\\d+_\\d+_[iud]");

    private MysqlTouches() {}

    public static boolean isTable(String name) {
        return TABLE.matcher(name).matches();
    }

    public static boolean isTrigger(String name) {
        return TRIGGER.matcher(name).matches();
    }
}
