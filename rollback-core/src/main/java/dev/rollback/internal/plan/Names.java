// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Ddl;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Tokens;
import dev.rollback.model.ObjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names in the backup schema. The number of the run makes them unique there. */
final class Names {
    private static final String KEPT = "";

    private final Ddl ddl;
    private final String backupSchema;
    private final Map<List<String>, String> given = new HashMap<>();

    Names(Ddl ddl, String backupSchema) {
        this.ddl = ddl;
        this.backupSchema = backupSchema;
    }

    /** Where the new table is filled before it moves to its place. */
    Relation shadow(ObjectId table) {
        return unique("new_", table);
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
                .map(e -> new Relation(backupSchema, e.getValue()))
                .toList();
    }

    /** Where a table or type is kept that left its place. */
    Relation aside(ObjectId object) {
        return unique(KEPT, object);
    }

    /** Objects of one name in several schemas are numbered. */
    private Relation unique(String purpose, ObjectId object) {
        return new Relation(
                backupSchema,
                given.computeIfAbsent(
                        List.of(purpose, object.toString()),
                        k -> free("run" + Tokens.RUN + "_" + purpose + object.name())));
    }

    private String free(String name) {
        String free = ddl.fit(name);
        for (int number = 2; given.containsValue(free); number++) {
            free = ddl.fit(name + "_" + number);
        }
        return free;
    }
}
