// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What PostgreSQL's own pg_dump says of a database: a judge that shares no code with ours. It is
 * looked for in the environment variable PG_DUMP, on the PATH and where Debian and Red Hat put it,
 * and must not be older than the server.
 */
public final class PgDump {
    private PgDump() {}

    /** The rows of all tables, in a fixed order, and the states of the sequences. */
    public record Data(String tables, SortedMap<String, String> sequences) {}

    /**
     * The definitions, with owners and privileges, without pg_dump's own comments.
     *
     * @param schemas exact names; none means the whole database
     */
    public static String schema(TestDatabase database, String... schemas) {
        return PgDumpText.withoutComments(run(database, "--schema-only", schemas));
    }

    /**
     * The rows, sorted within each table, and the sequences.
     *
     * @param schemas exact names; none means the whole database
     */
    public static Data data(TestDatabase database, String... schemas) {
        return PgDumpText.data(PgDumpText.withoutComments(run(database, "--data-only", schemas)));
    }

    /** An archive in pg_dump's custom format, compressed with gzip. */
    public static void archive(TestDatabase database, Path file, int level) {
        run(database, "--format=custom", List.of("--compress=" + level, "--file=" + file));
    }

    private static String run(TestDatabase database, String kind, String... schemas) {
        return run(
                database,
                kind,
                Stream.of(schemas)
                        .map(s -> "--schema=\"" + s.replace("\"", "\"\"") + "\"")
                        .toList());
    }

    private static String run(TestDatabase database, String kind, List<String> more) {
        PGSimpleDataSource address = new PGSimpleDataSource();
        address.setURL(database.url());
        List<String> command = new ArrayList<>();
        command.add(PgClient.find("pg_dump", database.server()).toString());
        command.add(kind);
        command.add("--host=" + address.getServerNames()[0]);
        command.add("--port=" + address.getPortNumbers()[0]);
        command.add("--username=" + database.user());
        command.add("--no-password");
        command.add("--lock-wait-timeout=30s");
        command.add("--encoding=UTF8");
        command.addAll(more);
        command.add(database.name());
        return Commands.output(command, "", "PG", Map.of("PGPASSWORD", database.password()));
    }
}
