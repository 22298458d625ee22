// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes from a dump what differs from run to run, and nothing else. */
final class PgDumpText {
    /** Only pg_dump's own comments and guards: a line of a function or of a row may begin in the same way. */
    private static final Pattern NOISE = Pattern.compile("""
            (?mx)
            ^--\\n--\\ (Name:|Data\\ for\\ Name:|PostgreSQL\\ database\\ dump).*\\n--\\n
            | ^--\\ Dumped\\ (from|by)\\ .*\\n
            | ^\\\\(restrict|unrestrict)\\ [A-Za-z0-9]+\\n
            """);

    private static final Pattern COPY = Pattern.compile("COPY .* FROM stdin;");
    private static final String END_OF_ROWS = "\\.";

    private static final Pattern SEQUENCE =
            Pattern.compile("SELECT pg_catalog\\.setval\\('(.*)', (-?\\d+, (?:true|false))\\);");

    private PgDumpText() {}

    static String withoutComments(String dump) {
        return NOISE.matcher(dump).replaceAll("").strip();
    }

    /** The dump with the rows of each table sorted, and its sequences apart, such as {@code public.seq -> 7, true}. */
    static PgDump.Data data(String dump) {
        StringBuilder tables = new StringBuilder();
        SortedMap<String, String> sequences = new TreeMap<>();
        List<String> rows = null;
        for (String line : dump.split("\n", -1)) {
            Matcher sequence = SEQUENCE.matcher(line);
            if (rows != null && line.equals(END_OF_ROWS)) {
                rows.stream().sorted().forEach(row -> tables.append(row).append('\n'));
                tables.append(line).append('\n');
                rows = null;
            } else if (rows != null) {
                rows.add(line);
            } else if (sequence.matches()) {
                sequences.put(sequence.group(1), sequence.group(2));
            } else if (!line.isEmpty()) {
                tables.append(line).append('\n');
                rows = COPY.matcher(line).matches() ? new ArrayList<>() : null;
            }
        }
        return new PgDump.Data(tables.toString(), sequences);
    }
}
