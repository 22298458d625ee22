// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.ddl;

import static dev.rollback.h2.catalog.H2Names.quote;

import dev.rollback.h2.catalog.H2Columns;
import dev.rollback.model.Column;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be changed in place. */
final class H2Changes {
    private H2Changes() {}

    static Optional<List<String>> change(SchemaObject live, SchemaObject snapshot) {
        if (live instanceof Sequence now && snapshot instanceof Sequence old) {
            return sequence(now, old);
        }
        if (live instanceof OpaqueObject now && snapshot instanceof OpaqueObject old) {
            boolean replaced = !old.replace().isEmpty() && now.shape().equals(old.shape());
            return replaced ? Optional.of(old.replace()) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<List<String>> sequence(Sequence now, Sequence old) {
        if (old.identityOf() != null) { // all options but the start
            return Optional.of(List.of("ALTER TABLE " + quote(old.identityOf()) + " ALTER COLUMN "
                    + quote(Objects.requireNonNull(old.column()))
                    + old.options()
                            .substring(old.options().indexOf(" INCREMENT"))
                            .replaceAll(" (?=INCREMENT|MINVALUE|MAXVALUE|NO CYCLE|(?<!NO )CYCLE|CACHE)", " SET ")));
        }
        boolean sameType = type(now).equals(type(old));
        return sameType
                ? Optional.of(List.of("ALTER SEQUENCE " + quote(old.id()) + " "
                        + old.options().substring(type(old).length()).strip()))
                : Optional.empty();
    }

    private static String type(Sequence sequence) {
        return sequence.options().substring(0, sequence.options().indexOf("START WITH"));
    }

    static Optional<String> needsRebuild(Table live, Table snapshot) {
        return live.attributes().equals(snapshot.attributes())
                ? Optional.empty()
                : Optional.of("it is " + live.attributes() + " and was " + snapshot.attributes());
    }

    /** H2 would convert values too, but rounds and cuts some of them without an error. */
    static Optional<String> needsRebuild(Column live, Column snapshot) {
        List<String> reasons = new ArrayList<>();
        String type = H2Columns.declaredType(live);
        String old = H2Columns.declaredType(snapshot);
        if (!type.equals(old) || !live.type().equals(snapshot.type())) {
            reasons.add("its type is " + type + " and was " + old);
        }
        if (!Objects.equals(live.generated(), snapshot.generated())) {
            reasons.add("it is generated " + as(live.generated()) + " and was " + as(snapshot.generated()));
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", reasons));
    }

    private static String as(@Nullable String generated) {
        return generated == null ? "not at all" : "as " + generated;
    }
}
