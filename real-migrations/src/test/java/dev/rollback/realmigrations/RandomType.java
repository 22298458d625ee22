// SPDX-License-Identifier: Apache-2.0
package dev.rollback.realmigrations;

import java.util.List;

/** Types that all products have, and what migrations make of them. */
enum RandomType {
    INT("int", "7"),
    BIGINT("bigint", "70000"),
    DECIMAL("decimal(14, 2)", "1.50"),
    WIDE_DECIMAL("decimal(24, 4)", "1.2500"),
    WORD("varchar(20)", "'some'"),
    LINE("varchar(60)", "'some more'"),
    TEXT("text", ""),
    DATE("date", "'2024-02-29'"),
    TIMESTAMP("timestamp", "'2024-02-29 12:00:00'");

    private final String sql;
    private final String literal;

    RandomType(String sql, String literal) {
        this.sql = sql;
        this.literal = literal;
    }

    String sql() {
        return sql;
    }

    /** A value that may be a default; empty when the type takes none everywhere. */
    String literal() {
        return literal;
    }

    boolean isIndexable() {
        return this != TEXT;
    }

    /** Wider ones, and some that lose a part. */
    List<RandomType> next() {
        return switch (this) {
            case INT -> List.of(BIGINT, DECIMAL, LINE);
            case BIGINT -> List.of(WIDE_DECIMAL, LINE);
            case DECIMAL -> List.of(WIDE_DECIMAL, LINE);
            case WIDE_DECIMAL -> List.of(LINE);
            case WORD -> List.of(LINE, TEXT);
            case LINE -> List.of(TEXT);
            case TEXT -> List.of();
            case DATE -> List.of(TIMESTAMP);
            case TIMESTAMP -> List.of(DATE);
        };
    }
}
