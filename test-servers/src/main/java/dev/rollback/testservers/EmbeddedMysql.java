// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MySQL 8.0 from Maven Central; the data is in a temporary directory, gone with the JVM. */
final class EmbeddedMysql {
    private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";
    /** Later versions refuse the login of clients that lack a plugin for the newer default. */
    private static final List<String> OPTIONS = List.of(
            "--skip-log-bin",
            "--mysqlx=OFF",
            "--innodb-use-native-aio=0",
            "--innodb-redo-log-capacity=16M",
            "--default-authentication-plugin=mysql_native_password");

    private EmbeddedMysql() {}

    static ServerAddress start() throws Exception {
        ServerCache.requireLinux("MySQL");
        Path base = ServerCache.directory("mysql-8.0.31", EmbeddedMysql::unpack);
        return MysqlProcess.start(
                "mysql", base, base.resolve("bin/mysqld"), OPTIONS, "?sslMode=DISABLED&allowPublicKeyRetrieval=true");
    }

    private static void unpack(Path directory) throws IOException, InterruptedException {
        try (InputStream archive = EmbeddedMysql.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new IOException("no " + ARCHIVE + " on the class path");
            }
            Commands.feed(List.of("tar", "-xz", "--no-same-owner", "-C", directory.toString()), archive);
        }
        Path program = directory.resolve("bin/mysqld");
        if (!Commands.succeeds(List.of(program.toString(), "--no-defaults", "--version"))) {
            stubLibraries(directory.resolve("lib/private")); // this machine lacks libaio1 or libnuma1
        }
        List<String> initialize =
                new ArrayList<>(MysqlProcess.command(program, directory, directory.resolve(MysqlProcess.TEMPLATE)));
        initialize.add("--initialize-insecure");
        initialize.addAll(OPTIONS);
        Commands.output(initialize, "");
    }

    /** With innodb_use_native_aio=0 nothing of libaio is called, and of libnuma only what -1 answers with "none". */
    private static void stubLibraries(Path directory) throws IOException {
        StubLibrary.write(
                directory.resolve("libaio.so.1"),
                "io_setup@LIBAIO_0.4",
                "io_getevents@LIBAIO_0.4",
                "io_submit@LIBAIO_0.1");
        StubLibrary.write(
                directory.resolve("libnuma.so.1"),
                "numa_available@libnuma_1.1",
                "numa_alloc_local@libnuma_1.1",
                "numa_free@libnuma_1.1",
                "numa_bitmask_free@libnuma_1.2",
                "numa_get_mems_allowed@libnuma_1.2");
    }
}
