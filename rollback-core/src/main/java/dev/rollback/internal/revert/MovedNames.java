// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.dialect.Ddl;
import dev.rollback.dialect.Relation;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the qualified names of relations in what the server printed, and puts them into another schema. */
final class MovedNames {
    private static final String NAME = "\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|[^\\s\"'`().,;]+";
    private static final Pattern QUALIFIED = Pattern.compile("(" + NAME + ")\\.(" + NAME + ")");
    private static final Pattern REFERENCES =
            Pattern.compile("\\bREFERENCES (?<name>(?:" + NAME + ")\\.(?:" + NAME + "))");
    private static final Pattern LITERAL = Pattern.compile("'([^']*+(?:''[^']*+)*+)'");

    private final Ddl ddl;
    private final String schema;

    MovedNames(Ddl ddl, String schema) {
        this.ddl = ddl;
        this.schema = schema;
    }

    /** The words of a foreign key that points to a table; empty when they do not name it. */
    Optional<String> references(String words, Relation table) {
        Matcher matcher = REFERENCES.matcher(words);
        return matcher.find() && parsed(matcher.group("name")).equals(Optional.of(table))
                ? Optional.of(words.substring(0, matcher.start("name")) + moved(table) + words.substring(matcher.end()))
                : Optional.empty();
    }

    /** A default, with the names of sequences that stand in it as literals. */
    String literals(String value, Collection<Relation> sequences) {
        return LITERAL.matcher(value)
                .replaceAll(match ->
                        Matcher.quoteReplacement(parsed(match.group(1).replace("''", "'"))
                                .filter(sequences::contains)
                                .map(sequence -> "'" + moved(sequence).replace("'", "''") + "'")
                                .orElse(match.group())));
    }

    private String moved(Relation relation) {
        return ddl.quote(new Relation(schema, relation.name()));
    }

    private static Optional<Relation> parsed(String qualified) {
        Matcher matcher = QUALIFIED.matcher(qualified);
        return matcher.matches()
                ? Optional.of(new Relation(unquoted(matcher.group(1)), unquoted(matcher.group(2))))
                : Optional.empty();
    }

    private static String unquoted(String name) {
        char quote = name.charAt(0);
        return quote == '"' || quote == '`'
                ? name.substring(1, name.length() - 1).replace(String.valueOf(quote) + quote, String.valueOf(quote))
                : name;
    }
}
