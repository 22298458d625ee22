// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Ddl;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Stepwise;
import dev.rollback.dialect.Tokens;
import dev.rollback.model.ObjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names in the backup schema. The number of the run makes them unique there. */
final class Names {
    private static final String KEPT = "";

    private final Ddl ddl;
    private final Optional<Stepwise> stepwise;
    private final String backupSchema;
    private final Map<List<String>, Relation> given = new HashMap<>();

    Names(Dialect dialect, String backupSchema) {
        this.ddl = dialect.ddl();
        this.stepwise = dialect.stepwise();
        this.backupSchema = backupSchema;
    }

    /** Where the new table is filled before it moves to its place. */
    Relation shadow(ObjectId table) {
        return given.computeIfAbsent(key("new_", table), k -> {
            Relation named = named("new_", table);
            return stepwise.map(s -> s.shadow(table, named)).orElse(named);
        });
    }

    /** Where rows go that have no place in any partition. */
    Relation overflow(ObjectId table) {
        return unique("rest_", table);
    }

    /** Where old keys are found by new ones while rows are copied. */
    Relation keys(ObjectId table) {
        return unique("keys_", table);
    }

    /** All names given so far but those of what is kept. */
    List<Relation> scratch() {
        return given.entrySet().stream()
                .filter(e -> !e.getKey().get(0).equals(KEPT))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Where a table or type is kept that left its place. */
    Relation aside(ObjectId object) {
        return unique(KEPT, object);
    }

    private Relation unique(String purpose, ObjectId object) {
        return given.computeIfAbsent(key(purpose, object), k -> named(purpose, object));
    }

    private static List<String> key(String purpose, ObjectId object) {
        return List.of(purpose, object.toString());
    }

    /** Objects of one name in several schemas are numbered. */
    private Relation named(String purpose, ObjectId object) {
        String name = "run" + Tokens.RUN + "_" + purpose + object.name();
        String free = ddl.fit(name);
        for (int number = 2; isGiven(free); number++) {
            free = ddl.fit(name + "_" + number);
        }
        return new Relation(backupSchema, free);
    }

    private boolean isGiven(String name) {
        return given.values().stream().anyMatch(r -> r.name().equals(name));
    }
}
