// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Scripts that every product says in its own words: resources of this package, {@code NAME.ENGINE.sql} before {@code NAME.sql}, as
 * those of scenarios. A dialect may bring its own. Parts of a script begin with a line such as {@code --@ migrate}.
 */
final class ContractSql {
    private ContractSql() {}

    /** One part of a script. */
    static String part(ContractServer server, String name, String part) {
        String script = find(server, name);
        for (String block : script.split("(?m)^--@ ")) {
            if (block.startsWith(part + "\n")) {
                return block.substring(part.length() + 1);
            }
        }
        throw new IllegalStateException(name + " has no part " + part);
    }

    static String find(ContractServer server, String name) {
        List<String> tried = new ArrayList<>();
        server.engines().forEach(engine -> tried.add(name + "." + engine + ".sql"));
        tried.add(name + ".sql");
        for (String file : tried) {
            try (InputStream in = ContractSql.class.getResourceAsStream(file)) {
                if (in != null) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("bring one of these resources with the tests of the dialect: " + tried);
    }
}
