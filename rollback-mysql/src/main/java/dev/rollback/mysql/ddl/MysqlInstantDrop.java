// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.ddl;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * MySQL's instant way to drop a column keeps it under a longer name, which is cut at 64 bytes: within a character the statement fails
 * ("Failed to update columns dictionary object", seen with 8.0.31 and 9.7). Such columns go by a copy of the table.
 */
final class MysqlInstantDrop {
    /** What is left of 64 bytes beside the longest words that the server puts in front. */
    private static final int ROOM = 24;

    private MysqlInstantDrop() {}

    /** A further clause of the ALTER TABLE that drops these columns. */
    static String avoid(Collection<String> columns) {
        return columns.stream().anyMatch(MysqlInstantDrop::mayBeCut) ? ", ALGORITHM=COPY" : "";
    }

    private static boolean mayBeCut(String column) {
        int bytes = column.getBytes(StandardCharsets.UTF_8).length;
        return bytes > ROOM && bytes > column.length();
    }
}
