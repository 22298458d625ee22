// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the servers' own mysqldump or mariadb-dump says of a database: a judge that shares no code with ours. The environment
 * variable MYSQLDUMP names one for MySQL; else it is looked for on the PATH, and else the embedded MariaDB's is taken.
 */
public final class MysqlDump {
    /** Lines of the dump program itself: its head, its tail and the sandbox switch of later clients. */
    private static final Pattern NOISE = Pattern.compile(
            "(?m)^(-- (MySQL|MariaDB) dump .*|-- Host: .*|-- Server version\\s.*|-- Dump completed.*|/\\*M?!999999.*)\\n");

    private MysqlDump() {}

    /** The definitions, with triggers, routines, events and the positions of AUTO_INCREMENT. */
    public static String schema(TestDatabase database) {
        return TriggerOrder.sorted(run(database, "--no-data", "--routines", "--triggers", "--events"))
                + TriggerOrder.of(database, List.of(database.name()));
    }

    /** The rows of all tables, each in a statement of its own, in the order of the primary key. */
    public static String data(TestDatabase database) {
        return run(
                database,
                "--no-create-info",
                "--skip-triggers",
                "--skip-extended-insert",
                "--complete-insert",
                "--order-by-primary",
                "--hex-blob");
    }

    /** Definitions and rows of some databases of the same server. */
    public static String everything(TestDatabase database, List<String> names) {
        List<String> options = new ArrayList<>(
                List.of("--routines", "--triggers", "--events", "--order-by-primary", "--hex-blob", "--databases"));
        options.addAll(names);
        return TriggerOrder.sorted(run(database, options)) + TriggerOrder.of(database, names);
    }

    private static String run(TestDatabase database, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add(database.name());
        return run(database, all);
    }

    private static String run(TestDatabase database, List<String> options) {
        TestMysqlServer server = (TestMysqlServer) database.server();
        Path program = MysqlClient.find(server);
        List<String> command = new ArrayList<>(List.of(program.toString(), "--no-defaults"));
        command.addAll(server.clientOptions());
        command.add("--user=" + database.user());
        command.add("--default-character-set=utf8mb4");
        command.add("--skip-comments");
        command.add("--skip-opt");
        command.add("--create-options");
        command.add("--quote-names");
        command.add("--single-transaction");
        if (MysqlClient.isMariaDb(program)) {
            command.add("--skip-ssl");
        } else {
            command.addAll(List.of("--set-gtid-purged=OFF", "--column-statistics=0", "--ssl-mode=DISABLED"));
            command.addAll(List.of("--get-server-public-key", "--no-tablespaces"));
        }
        command.addAll(options);
        String dump = Commands.output(command, "", "MYSQL", Map.of("MYSQL_PWD", database.password()));
        return NOISE.matcher(dump.replace("`" + database.name() + "`", "`DATABASE`"))
                .replaceAll("")
                .strip();
    }
}
