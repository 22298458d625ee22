// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all relations have: tables, views, sequences, composite types. */
record PostgresRelation(
        long oid,
        char kind,
        String schema,
        String name,
        String sql,
        String owner,
        boolean unlogged,
        long storage,
        List<String> options,
        @Nullable String method,
        @Nullable String tablespace) {

    boolean isTable() {
        return kind == 'r' || kind == 'p';
    }

    boolean isView() {
        return kind == 'v' || kind == 'm';
    }

    ObjectId id() {
        return switch (kind) {
            case 'v' -> ObjectId.of(ObjectKind.VIEW, schema, name);
            case 'm' -> ObjectId.of(ObjectKind.MATERIALIZED_VIEW, schema, name);
            case 'S' -> ObjectId.of(ObjectKind.SEQUENCE, schema, name);
            case 'c' -> ObjectId.of(ObjectKind.TYPE, schema, name);
            case 'f' -> ObjectId.of(ObjectKind.OTHER, schema, "foreign table " + name);
            default -> ObjectId.table(schema, name);
        };
    }

    /** The identity of something that belongs to this relation. */
    ObjectId part(ObjectKind part, String partName) {
        return new ObjectId(part, schema, name, partName);
    }

    /** How ALTER and COMMENT name it. */
    String word() {
        return switch (kind) {
            case 'v' -> "VIEW";
            case 'm' -> "MATERIALIZED VIEW";
            case 'S' -> "SEQUENCE";
            case 'c' -> "TYPE";
            case 'f' -> "FOREIGN TABLE";
            default -> "TABLE";
        };
    }

    /** ALTER of this relation alone, without partitions and children. */
    String alter() {
        return "ALTER " + word() + (isTable() || kind == 'f' ? " ONLY " : " ") + sql;
    }
}
