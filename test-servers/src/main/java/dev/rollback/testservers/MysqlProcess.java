// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server process of MySQL or MariaDB on a copy of a data directory, stopped and removed with the JVM. */
final class MysqlProcess {
    /** The data directory that every process begins with a copy of, below the unpacked server. */
    static final String TEMPLATE = "template";

    private static final int ATTEMPTS = 3;
    private static final int SECONDS = 60;

    private MysqlProcess() {}

    /**
     * Starts a server and waits until it answers.
     *
     * @param driver the word after {@code jdbc:}
     * @param parameters of the URL, with the question mark
     */
    static ServerAddress start(String driver, Path base, Path program, List<String> options, String parameters)
            throws Exception {
        Path work = Files.createTempDirectory("rollback-" + driver);
        Path data = work.resolve("data");
        Commands.output(
                List.of("cp", "-a", "--reflink=auto", base.resolve(TEMPLATE).toString(), data.toString()), "");
        Files.deleteIfExists(data.resolve("auto.cnf")); // the server's own id
        Path log = work.resolve("log");
        // a server that starts removes what it takes for leftovers there, also those of another one that runs
        Path temporary = Files.createDirectory(work.resolve("tmp"));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) { // the port may be taken meanwhile
            int port = freePort();
            List<String> command = new ArrayList<>(command(program, base, data));
            command.addAll(List.of(
                    "--bind-address=127.0.0.1",
                    "--port=" + port,
                    "--socket=" + work.resolve("s"),
                    "--pid-file=" + work.resolve("pid"),
                    "--tmpdir=" + temporary,
                    "--innodb-flush-log-at-trx-commit=0",
                    "--innodb-doublewrite=OFF"));
            command.addAll(options);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, work)));
            ServerAddress address =
                    new ServerAddress("jdbc:" + driver + "://127.0.0.1:" + port + "/" + parameters, "root", "");
            if (answers(address, process)) {
                return address;
            }
        }
        throw new IOException(program + " does not start: " + Files.readString(log));
    }

    /** The program with what it needs to know in any case. */
    static List<String> command(Path program, Path base, Path data) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + data,
                "--lc-messages-dir=" + base.resolve("share"),
                "--character-sets-dir=" + base.resolve("share/charsets")));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root"); // it refuses to run as root unless told to
        }
        return command;
    }

    /** Waits for an answer; false if the process ends before. */
    static boolean answers(ServerAddress address, Process process) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            try (Connection connection =
                    DriverManager.getConnection(address.url("mysql"), address.user(), address.password())) {
                if (connection.isValid(SECONDS)) {
                    return true;
                }
            } catch (SQLException notYet) {
                Thread.sleep(50);
            }
        }
        return false;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void stop(Process process, Path work) {
        process.destroyForcibly(); // its data goes with it
        try {
            process.waitFor(20, TimeUnit.SECONDS);
            Commands.output(List.of("rm", "-rf", work.toString()), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
