// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The dump program that operators of MySQL and MariaDB take for large databases: the one that MYDUMPER names or one on the PATH. */
public final class Mydumper {
    private Mydumper() {}

    /** Writes definitions and rows of a database into a directory, compressed with gzip at its usual level. */
    public static void dump(TestDatabase database, Path directory) {
        TestMysqlServer server = (TestMysqlServer) database.server();
        List<String> command = new ArrayList<>(List.of(find().toString()));
        command.addAll(server.addressOptions());
        command.add("--user=" + database.user());
        if (!database.password().isEmpty()) {
            command.add("--password=" + database.password());
        }
        command.add("--database=" + database.name());
        command.add("--outputdir=" + directory);
        command.add("--trx-consistency-only");
        command.add("--compress");
        Commands.output(command, "");
    }

    private static Path find() {
        String given = System.getenv("MYDUMPER");
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, "mydumper"));
        Stream<Path> candidates = given == null || given.isBlank() ? onPath : Stream.of(Path.of(given));
        return candidates
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> MissingServer.because("no mydumper in MYDUMPER or on the PATH"));
    }
}
