// SPDX-License-Identifier: Apache-2.0
package dev.rollback.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name unquoted name
 * @param type the type as the server prints it, with length and precision
 * @param userType true when the type is one of the users' own (enum, domain, composite, range) or of an extension
 * @param nullable false for NOT NULL
 * @param defaultValue the default expression as the server prints it; null without one, and for generated columns
 * @param generated the expression of a generated column with its storage, as in {@code (a + b) STORED}; null for others
 * @param identity {@code ALWAYS} or {@code BY DEFAULT} for identity columns; null for others
 * @param collation the collation, quoted and qualified, where it differs from the type's own; null otherwise
 * @param attributes further words that belong to the column's definition (visibility, character set); empty for none
 * @param nativeNo the server's own number of the column, which survives a rename; 0 where the product has none
 */
public record Column(
        String name,
        String type,
        boolean userType,
        boolean nullable,
        @Nullable String defaultValue,
        @Nullable String generated,
        @Nullable String identity,
        @Nullable String collation,
        String attributes,
        int nativeNo) {
    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(attributes, "attributes");
    }

    public boolean isGenerated() {
        return generated != null;
    }

    /** Whether both have the same type, collation and way of being computed: a value of one can be taken as it is. */
    public boolean sameValues(Column other) {
        return type.equals(other.type)
                && Objects.equals(collation, other.collation)
                && Objects.equals(generated, other.generated)
                && attributes.equals(other.attributes);
    }

    public Column withName(String newName) {
        return new Column(
                newName, type, userType, nullable, defaultValue, generated, identity, collation, attributes, nativeNo);
    }

    /** Everything but the server's number, in one line. */
    public String definition() {
        return name + " " + type
                + (collation == null ? "" : " collate " + collation)
                + (nullable ? "" : " not null")
                + (defaultValue == null ? "" : " default " + defaultValue)
                + (generated == null ? "" : " generated " + generated)
                + (identity == null ? "" : " identity " + identity)
                + (attributes.isEmpty() ? "" : " " + attributes);
    }
}
