// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of Liquibase's table, whole.
 *
 * @param values of {@link #COLUMNS}
 */
public record ChangelogRow(List<@Nullable String> values) {
    static final List<String> COLUMNS = List.of(
            "ID",
            "AUTHOR",
            "FILENAME",
            "DATEEXECUTED",
            "ORDEREXECUTED",
            "EXECTYPE",
            "MD5SUM",
            "DESCRIPTION",
            "COMMENTS",
            "TAG",
            "LIQUIBASE",
            "CONTEXTS",
            "LABELS",
            "DEPLOYMENT_ID");
    /** No value. What is encoded has no such character. */
    private static final String NONE = "~";

    public ChangelogRow {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    @Nullable
    String value(String column) {
        return values.get(COLUMNS.indexOf(column));
    }

    private String text(String column) {
        return String.valueOf(value(column));
    }

    String id() {
        return text("ID");
    }

    /** What Liquibase tells change sets apart by, in its own way of writing. */
    String path() {
        return text("FILENAME") + "::" + id() + "::" + text("AUTHOR");
    }

    int order() {
        return Integer.parseInt(text("ORDEREXECUTED"));
    }

    /** In the clock of the server or the host, as Liquibase wrote it. */
    LocalDateTime date() {
        return Timestamp.valueOf(text("DATEEXECUTED")).toLocalDateTime();
    }

    boolean hasTag(String tag) {
        return tag.equals(value("TAG"));
    }

    /** Run again since it ran first: a change set that runs on change or always. */
    boolean isRerun() {
        return "RERAN".equals(value("EXECTYPE"));
    }

    /** Everything that the row says, for the journal. */
    String words() {
        return path() + " ("
                + COLUMNS.stream()
                        .skip(3)
                        .filter(c -> value(c) != null)
                        .map(c -> c + " " + value(c))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    String encoded() {
        return values.stream()
                .map(v -> v == null ? NONE : URLEncoder.encode(v, StandardCharsets.UTF_8))
                .collect(Collectors.joining("\t"));
    }

    static ChangelogRow decoded(String line) {
        List<@Nullable String> values = new ArrayList<>();
        for (String value : Arrays.asList(line.split("\t", -1))) {
            values.add(value.equals(NONE) ? null : URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return new ChangelogRow(values);
    }
}
