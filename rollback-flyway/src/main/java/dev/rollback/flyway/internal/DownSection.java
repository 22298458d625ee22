// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a migration's file that tells how to undo it: what follows {@code -- DOWN}, {@code -- +goose Down} or
 * {@code -- rollback}, in comments, as Flyway runs everything else. A line {@code --rollback drop table t;} counts by itself.
 */
final class DownSection {
    private static final Pattern BEGIN =
            Pattern.compile("\\s*--\\s*(\\+goose\\s+Down|DOWN|rollback)\\s*:?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern END =
            Pattern.compile("\\s*--\\s*(\\+goose\\s+)?Up\\s*:?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE = Pattern.compile("\\s*--\\s*rollback\\s+(\\S.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern GOOSE = Pattern.compile("\\s*--\\s*\\+goose\\s.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENTED = Pattern.compile("\\s*-- ?(.*)");
    private static final List<String> AROUND = List.of("/*", "*/");

    private DownSection() {}

    /** The statements without their comment marks; empty when there are none, or when Flyway has run them. */
    static Optional<String> of(String file) {
        StringBuilder sql = new StringBuilder();
        boolean inside = false;
        boolean block = false;
        for (String line : file.lines().toList()) {
            Matcher single = LINE.matcher(line);
            if (BEGIN.matcher(line).matches()) {
                inside = true;
            } else if (single.matches()) {
                sql.append(single.group(1)).append('\n');
            } else if (END.matcher(line).matches()) {
                inside = false;
            } else if (inside && !GOOSE.matcher(line).matches()) {
                Matcher commented = COMMENTED.matcher(line);
                if (AROUND.contains(line.strip())) {
                    block = line.strip().equals("/*");
                } else if (block) {
                    sql.append(line).append('\n');
                } else if (commented.matches()) {
                    sql.append(commented.group(1)).append('\n');
                } else if (!line.isBlank()) {
                    return Optional.empty();
                }
            }
        }
        return sql.toString().isBlank() ? Optional.empty() : Optional.of(sql.toString());
    }
}
