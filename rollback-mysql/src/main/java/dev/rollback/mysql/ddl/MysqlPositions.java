// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.ddl;

import static dev.rollback.mysql.catalog.MysqlNames.literal;
import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Relation;
import dev.rollback.model.Sequence;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Statements that move AUTO_INCREMENT and MariaDB's sequences ahead, never back. */
final class MysqlPositions {
    private MysqlPositions() {}

    static List<String> statements(Sequence sequence, Collection<Long> candidates, Optional<Relation> table) {
        Stream<Long> all = Stream.concat(Stream.of(sequence.position()), candidates.stream());
        if (sequence.identityOf() == null) {
            long furthest = sequence.increment() < 0
                    ? all.mapToLong(Long::longValue).min().orElseThrow()
                    : all.mapToLong(Long::longValue).max().orElseThrow();
            // SETVAL itself does not go back
            return List.of("DO SETVAL(" + quote(sequence.id()) + ", " + furthest + ", FALSE)");
        }
        long furthest = all.mapToLong(Long::longValue).max().orElseThrow();
        Relation relation = table.orElse(Relation.of(Objects.requireNonNull(sequence.identityOf())));
        return identity(relation, furthest);
    }

    /** The new value cannot be an expression, so the statement is put together by the server. */
    private static List<String> identity(Relation table, long furthest) {
        return List.of(
                """
                SET @rollback_position = (
                  SELECT concat('ALTER TABLE ', %s, ' AUTO_INCREMENT = ', greatest(%d, coalesce(AUTO_INCREMENT, 1)))
                  FROM information_schema.TABLES
                  WHERE TABLE_SCHEMA = %s AND TABLE_NAME = %s)""".formatted(literal(quote(table)), furthest, literal(table.schema()), literal(table.name())),
                "PREPARE rollback_position FROM @rollback_position",
                "EXECUTE rollback_position",
                "DEALLOCATE PREPARE rollback_position");
    }
}
