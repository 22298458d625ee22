// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Ddl;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Tokens;
import dev.rollback.model.ObjectId;

/** Names in the backup schema. The number of the run makes them unique there. */
final class Names {
    private final Ddl ddl;
    private final String backupSchema;

    Names(Ddl ddl, String backupSchema) {
        this.ddl = ddl;
        this.backupSchema = backupSchema;
    }

    /** Where the new table is filled before it moves to its place. */
    Relation shadow(ObjectId table) {
        return new Relation(backupSchema, ddl.fit("run" + Tokens.RUN + "_new_" + table.name()));
    }

    /** Where a table or type is kept that left its place. */
    Relation aside(ObjectId object) {
        return new Relation(backupSchema, ddl.fit("run" + Tokens.RUN + "_" + object.name()));
    }
}
