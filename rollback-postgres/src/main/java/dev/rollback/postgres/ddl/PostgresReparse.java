// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.ddl;

import java.util.regex.Pattern;

/**
 * The server prints {@code state IN ('a', 'b')} over a varchar with a cast of the whole array that it had added by itself. Read
 * back, that cast is an explicit one and moves into the elements, so that the definition would never be the same again. Without
 * the cast the server adds it as before.
 */
final class PostgresReparse {
    private static final String ELEMENT = "'(?:[^']|'')*'::(?:character varying|bpchar)";
    private static final Pattern ARRAY =
            Pattern.compile("\\((ARRAY\\[" + ELEMENT + "(?:, " + ELEMENT + ")*\\])\\)::text\\[\\]");

    private PostgresReparse() {}

    static String stable(String definition) {
        return ARRAY.matcher(definition).replaceAll("$1");
    }
}
