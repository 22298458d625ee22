// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.names;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Tokens;
import dev.rollback.model.Fingerprint;
import dev.rollback.model.ObjectId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names in statements, and names of ours that fit the limit of 63 bytes. */
public final class PostgresNames {
    private static final int LIMIT = 63;
    private static final int RUN_BYTES = 6;
    private static final int HASH = 8;

    private PostgresNames() {}

    public static String quote(String name) {
        return PostgresIdentifiers.quote(name);
    }

    public static String quote(String schema, String name) {
        return PostgresIdentifiers.quote(schema, name);
    }

    public static String quote(Relation relation) {
        return PostgresIdentifiers.quote(relation.schema(), relation.name());
    }

    public static String quote(ObjectId id) {
        return PostgresIdentifiers.quote(id.schema(), id.name());
    }

    /** Cuts the longest stretch of a name that is too long, never a token, and ends it in a hash of the whole. */
    public static String fit(String name) {
        int excess = bytes(name) - LIMIT;
        if (excess <= 0) {
            return name;
        }
        List<String> parts = new ArrayList<>(List.of(name.split(Pattern.quote(Tokens.RUN), -1)));
        int longest = 0;
        for (int i = 1; i < parts.size(); i++) {
            if (utf8(parts.get(i)) > utf8(parts.get(longest))) {
                longest = i;
            }
        }
        String part = parts.get(longest);
        parts.set(longest, cut(part, utf8(part) - excess - HASH - 1));
        return String.join(Tokens.RUN, parts) + "_" + Fingerprint.of(name).substring(0, HASH);
    }

    private static String cut(String text, int bytes) {
        int end = text.length();
        while (end > 0 && utf8(text.substring(0, end)) > bytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    private static int bytes(String name) {
        int tokens = name.split(Pattern.quote(Tokens.RUN), -1).length - 1;
        return utf8(name.replace(Tokens.RUN, "")) + tokens * RUN_BYTES;
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
