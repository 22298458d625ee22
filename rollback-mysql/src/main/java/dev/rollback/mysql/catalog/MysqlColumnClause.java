// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.dialect.SqlTokens.Token;
import dev.rollback.model.Column;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a column's clause apart, as SHOW CREATE TABLE prints it, and puts one together. */
public final class MysqlColumnClause {
    private static final Set<String> AFTER_TYPE = Set.of("UNSIGNED", "ZEROFILL");
    /** What can follow a default; a default itself may be an expression of several words. */
    private static final Set<String> AFTER_DEFAULT =
            Set.of("ON", "COMMENT", "CHECK", "INVISIBLE", "WITHOUT", "WITH", "COLUMN_FORMAT", "STORAGE");

    private final String clause;
    private final List<Token> tokens;
    private final StringBuilder attributes = new StringBuilder();
    private int next;
    private boolean nullable = true;
    private @Nullable String defaultValue;
    private @Nullable String generated;
    private @Nullable String identity;
    private @Nullable String collation;

    private MysqlColumnClause(String clause) {
        this.clause = clause;
        this.tokens = MysqlTokens.of(clause);
    }

    /**
     * The column of a clause. A collation that is the table's own is left out: MySQL prints it, and takes it for a column's own
     * when it reads it back.
     *
     * @param options of the table
     */
    static Column parse(String clause, String options) {
        return new MysqlColumnClause(clause).parse(options);
    }

    /** The clause as in CREATE TABLE. */
    public static String of(Column column) {
        return withoutDefault(column)
                + (column.identity() == null ? "" : " " + column.identity())
                + (column.defaultValue() == null ? "" : " DEFAULT " + column.defaultValue())
                + (column.attributes().isEmpty() ? "" : " " + column.attributes());
    }

    private static String withoutDefault(Column column) {
        String base = MysqlNames.quote(column.name()) + " " + column.type()
                + (column.collation() == null ? "" : " " + column.collation());
        if (column.generated() != null) {
            return base + " GENERATED ALWAYS AS " + column.generated() + (column.nullable() ? "" : " NOT NULL");
        }
        // an old timestamp without a word would be NOT NULL
        String nullable = column.type().startsWith("timestamp") ? " NULL" : "";
        return base + (column.nullable() ? nullable : " NOT NULL");
    }

    private Column parse(String options) {
        String name = MysqlNames.unquote(tokens.get(next++).text());
        String type = type();
        while (next < tokens.size()) {
            attribute();
        }
        if (collation != null && (options + " ").contains(" " + collation.replace("COLLATE ", "COLLATE=") + " ")) {
            collation = null;
        }
        return new Column(
                name,
                type,
                false,
                nullable,
                defaultValue,
                generated,
                identity,
                collation,
                attributes.toString().strip(),
                0);
    }

    private String type() {
        int first = next++;
        while (next < tokens.size() && belongsToType(tokens.get(next))) {
            next++;
        }
        return words(first, next);
    }

    private static boolean belongsToType(Token token) {
        return token.isGroup()
                || AFTER_TYPE.contains(token.text().toUpperCase(Locale.ROOT))
                || token.text().contains(" COMPRESSED"); // MariaDB's, in a comment
    }

    private void attribute() {
        int first = next++;
        switch (tokens.get(first).text().toUpperCase(Locale.ROOT)) {
            case "CHARACTER" -> collate(first, 3);
            case "COLLATE" -> collate(first, 2);
            case "GENERATED" -> generated(first);
            case "NOT" -> {
                nullable = false;
                next++;
            }
            case "NULL" -> nullable = true;
            case "AUTO_INCREMENT" -> identity = "AUTO_INCREMENT";
            case "DEFAULT" -> defaultValue();
            default -> attributes.append(apart(first)).append(tokens.get(first).text());
        }
    }

    private void collate(int first, int words) {
        next = first + words;
        String text = words(first, next);
        collation = collation == null ? text : collation + " " + text;
    }

    /** {@code GENERATED ALWAYS AS (a + b) STORED}, or MariaDB's {@code GENERATED ALWAYS AS ROW START}. */
    private void generated(int first) {
        next = first + 5;
        generated = words(first + 3, next);
    }

    private void defaultValue() {
        int first = next++;
        while (next < tokens.size() && !endsDefault(tokens.get(next))) {
            next++;
        }
        defaultValue = words(first, next);
    }

    private static boolean endsDefault(Token token) {
        return token.text().startsWith("/*")
                || AFTER_DEFAULT.contains(token.text().toUpperCase(Locale.ROOT));
    }

    private String apart(int token) {
        return tokens.get(token - 1).end() < tokens.get(token).start() ? " " : "";
    }

    private String words(int from, int to) {
        return clause.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
