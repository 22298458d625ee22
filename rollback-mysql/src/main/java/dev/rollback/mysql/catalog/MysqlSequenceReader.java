// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.dialect.SqlTokens.Token;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Sequence;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sequences of MariaDB. Each is a table of one row, so that all are read in one query. */
final class MysqlSequenceReader {
    private final MysqlRead read;

    MysqlSequenceReader(MysqlRead read) {
        this.read = read;
    }

    void read(List<ObjectId> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        Map<ObjectId, MysqlShown> shown = read.show("SEQUENCE", ids);
        Map<Integer, Long> positions = new HashMap<>();
        Map<Integer, Long> increments = new HashMap<>();
        read.eachOf(
                IntStream.range(0, ids.size())
                        .mapToObj(i ->
                                "SELECT " + i + " AS no, next_not_cached_value AS position, increment AS step FROM "
                                        + MysqlNames.quote(ids.get(i)))
                        .collect(Collectors.joining(" UNION ALL ")),
                row -> {
                    positions.put((int) row.number("no"), row.number("position"));
                    increments.put((int) row.number("no"), row.number("step"));
                });
        for (int i = 0; i < ids.size(); i++) {
            ObjectId id = ids.get(i);
            read.add(new Sequence(
                    id,
                    options(Objects.requireNonNull(shown.get(id)).statement()),
                    null,
                    null,
                    null,
                    increments.getOrDefault(i, 1L),
                    positions.getOrDefault(i, 1L),
                    false,
                    List.of(),
                    0));
        }
    }

    /** What follows the name. */
    private static String options(String text) {
        List<Token> tokens = MysqlTokens.of(text);
        int name = 0;
        while (!tokens.get(name).text().startsWith("`")) {
            name++;
        }
        return text.substring(tokens.get(name).end()).strip();
    }
}
