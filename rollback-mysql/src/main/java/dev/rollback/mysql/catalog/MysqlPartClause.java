// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.RollbackRefusedException;
import dev.rollback.dialect.SqlTokens.Token;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the clause of a key, check or foreign key apart, as SHOW CREATE TABLE prints it, and puts one together. */
public final class MysqlPartClause {
    private static final String PRIMARY = "PRIMARY";
    /** A literal with the name of a character set in which plain characters are the same as in any other; others before it. */
    private static final Pattern CHARSET = Pattern.compile("(`(?:[^`]++|``)*+`|(?<!\\w)'(?:[^'\\\\]++|\\\\.|'')*+')"
            + "|\\b_(?!binary|ucs2|utf16|utf32)[a-z0-9]++('(?:[ -&(-\\[\\]-~]++|\\\\[ -~]|'')*+')");

    private final ObjectId table;
    private final String clause;
    private final List<Token> tokens;

    private MysqlPartClause(ObjectId table, String clause) {
        this.table = table;
        this.clause = clause;
        this.tokens = MysqlTokens.of(clause);
    }

    /** A constraint or an index; empty for what is neither, as a period. */
    static Optional<SchemaObject> parse(ObjectId table, String clause) {
        return new MysqlPartClause(table, clause).parse();
    }

    /** The clause as in CREATE TABLE. */
    public static String of(SchemaObject part) {
        String text = part instanceof Index index ? index.using() : ((Constraint) part).text();
        String name = MysqlNames.quote(part.id().name());
        return switch (part.id().kind()) {
            case PRIMARY_KEY -> text;
            case CHECK, FOREIGN_KEY -> "CONSTRAINT " + name + " " + text;
            default -> {
                int end = text.indexOf("KEY ") + "KEY ".length();
                yield text.substring(0, end) + name + " " + text.substring(end);
            }
        };
    }

    /** What lets one ALTER TABLE make all of these: in place InnoDB makes one full-text index at a time. */
    public static Optional<String> byCopy(Collection<? extends SchemaObject> parts) {
        long fullText = parts.stream()
                .filter(p -> p instanceof Index index && index.using().startsWith("FULLTEXT "))
                .count();
        return fullText > 1 ? Optional.of("ALGORITHM=COPY") : Optional.empty();
    }

    private Optional<SchemaObject> parse() {
        Token first = tokens.get(0);
        if (first.is("PRIMARY")) {
            return Optional.of(key(ObjectKind.PRIMARY_KEY, PRIMARY, 2, clause));
        }
        if (first.is("CONSTRAINT")) {
            String name = MysqlNames.unquote(tokens.get(1).text());
            return Optional.of(tokens.get(2).is("CHECK") ? check(name) : foreignKey(name));
        }
        int key = 0;
        while (key < tokens.size() && !tokens.get(key).is("KEY")) {
            key++;
        }
        return key == tokens.size() ? Optional.empty() : Optional.of(index(key));
    }

    private SchemaObject index(int key) {
        Token name = tokens.get(key + 1);
        boolean unique = tokens.get(0).is("UNIQUE");
        String text = clause.substring(0, name.start())
                + clause.substring(tokens.get(key + 2).start());
        String plain = MysqlNames.unquote(name.text());
        if (unique && columns(key + 2) != null) {
            return key(ObjectKind.UNIQUE_KEY, plain, key + 2, text);
        }
        List<String> columns = columns(key + 2);
        return new Index(
                ObjectId.on(ObjectKind.INDEX, table, plain),
                unique,
                columns == null ? List.of() : columns,
                text,
                true,
                null,
                List.of(),
                Set.of(),
                0);
    }

    private Constraint key(ObjectKind kind, String name, int group, String text) {
        List<String> columns = columns(group);
        return constraint(kind, name, columns == null ? List.of() : columns, null, List.of(), text);
    }

    /** MySQL changes the character set of a literal from one ALTER TABLE to the next. */
    private Constraint check(String name) {
        String text = CHARSET.matcher(clause.substring(tokens.get(2).start()))
                .replaceAll(m -> Matcher.quoteReplacement(m.group(1) == null ? m.group(2) : m.group(1)));
        return constraint(ObjectKind.CHECK, name, MysqlNames.within(text), null, List.of(), text);
    }

    private Constraint foreignKey(String name) {
        int references = 0;
        while (references < tokens.size() && !tokens.get(references).is("REFERENCES")) {
            references++;
        }
        if (references == tokens.size()
                || !tokens.get(2).is("FOREIGN")
                || !clause.matches("(?s)(?:[^`]++|`(?:[^`]|``)*+`(?!\\w))*+")) {
            throw new RollbackRefusedException("A foreign key of " + table
                    + " has a backtick in its name or in that of a column, which the server does not write so that it"
                    + " can be read. Rename it first.");
        }
        boolean qualified = tokens.get(references + 2).is(".");
        int last = references + (qualified ? 3 : 1);
        ObjectId target = ObjectId.table(
                qualified ? MysqlNames.unquote(tokens.get(references + 1).text()) : table.schema(),
                MysqlNames.unquote(tokens.get(last).text()));
        String text =
                clause.substring(tokens.get(2).start(), tokens.get(references).end())
                        + " " + MysqlNames.quote(target)
                        + clause.substring(tokens.get(last).end());
        return constraint(ObjectKind.FOREIGN_KEY, name, names(references - 1), target, names(last + 1), text);
    }

    private Constraint constraint(
            ObjectKind kind,
            String name,
            List<String> columns,
            @Nullable ObjectId references,
            List<String> referenced,
            String text) {
        return new Constraint(
                ObjectId.on(kind, table, name),
                columns,
                references,
                referenced,
                text,
                true,
                null,
                List.of(),
                Set.of(),
                0);
    }

    private List<String> names(int group) {
        return MysqlTokens.elements(tokens.get(group).text()).stream()
                .map(MysqlNames::unquote)
                .toList();
    }

    /** The columns of a key; null if one is an expression, a prefix or a period. */
    private @Nullable List<String> columns(int group) {
        List<String> columns = new ArrayList<>();
        for (String element : MysqlTokens.elements(tokens.get(group).text())) {
            List<Token> words = MysqlTokens.of(element);
            boolean plain =
                    words.size() == 1 || words.size() == 2 && words.get(1).is("DESC");
            if (!plain || words.get(0).isGroup()) {
                return null;
            }
            columns.add(MysqlNames.unquote(words.get(0).text()));
        }
        return columns;
    }
}
