// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.ddl;

import static dev.rollback.h2.catalog.H2Names.literal;
import static dev.rollback.h2.catalog.H2Names.quote;

import dev.rollback.dialect.Relation;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Statements that move sequences and identity columns ahead, never back. H2 takes an expression for the number that comes next. */
final class H2Positions {
    private H2Positions() {}

    static List<String> statements(Sequence sequence, List<Long> candidates, Optional<Relation> table) {
        boolean down = sequence.increment() < 0;
        List<String> next = new ArrayList<>();
        next.add(String.valueOf(sequence.called() ? sequence.position() + sequence.increment() : sequence.position()));
        candidates.forEach(c -> next.add(String.valueOf(c + sequence.increment())));
        next.add(current(sequence));
        table.ifPresent(t -> next.add("COALESCE((SELECT " + (down ? "MIN(" : "MAX(")
                + quote(Objects.requireNonNull(sequence.column())) + ") FROM " + quote(t) + ") + ("
                + sequence.increment()
                + "), " + next.get(0) + ")"));
        String furthest = (down ? "LEAST(" : "GREATEST(") + String.join(", ", next) + ")";
        ObjectId owner = sequence.identityOf();
        return List.of(
                owner == null
                        ? "ALTER SEQUENCE " + quote(sequence.id()) + " RESTART WITH " + furthest
                        : "ALTER TABLE " + quote(owner) + " ALTER COLUMN "
                                + quote(Objects.requireNonNull(sequence.column())) + " RESTART WITH " + furthest);
    }

    private static String current(Sequence sequence) {
        ObjectId owner = sequence.identityOf();
        String start = String.valueOf(sequence.position());
        return owner == null
                ? "COALESCE((SELECT BASE_VALUE FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = "
                        + literal(sequence.id().schema()) + " AND SEQUENCE_NAME = "
                        + literal(sequence.id().name()) + "), " + start + ")"
                : "COALESCE((SELECT IDENTITY_BASE FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = "
                        + literal(owner.schema()) + " AND TABLE_NAME = " + literal(owner.name())
                        + " AND COLUMN_NAME = " + literal(Objects.requireNonNull(sequence.column())) + "), " + start
                        + ")";
    }
}
