// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import dev.rollback.model.Column;
import dev.rollback.model.OpaqueObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether values fit a user's type as it was before the migration. Enums and domains are judged by their old definition, since the
 * live type may have the same name; the rest by asking the server, which knows the old type only once it is back.
 */
final class PostgresUserTypes {
    private static final Pattern ENUM = Pattern.compile("CREATE TYPE (.+) AS ENUM \\(", Pattern.DOTALL);
    private static final Pattern DOMAIN =
            Pattern.compile("CREATE DOMAIN (.+?) AS (.+?)(?: COLLATE .*?)?(?: DEFAULT .*?)?( NOT NULL)?");
    private static final Pattern CHECK = Pattern.compile("ALTER DOMAIN .+? ADD CONSTRAINT .+? CHECK (\\(.*\\))");
    /** The word outside of quotes; quoted parts are matched too, to be passed over. */
    private static final Pattern VALUE = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\bVALUE\\b");

    private PostgresUserTypes() {}

    /** See {@link PostgresConversions#misfit}; {@code types} are the old definitions of types that are not the same now. */
    static Optional<String> misfit(String value, Column from, Column to, List<OpaqueObject> types) {
        if (to.userType()) {
            boolean array = to.type().endsWith("[]");
            String name = array ? to.type().substring(0, to.type().length() - 2) : to.type();
            for (OpaqueObject type : types) {
                if (isNamed(type, name)) {
                    Optional<String> misfit = misfit(value, from, to, type.definition(), array);
                    if (misfit.isPresent()) {
                        return misfit;
                    }
                }
            }
        }
        return PostgresConversions.misfit(value, from, to);
    }

    /** The server quotes names only where needed. */
    private static boolean isNamed(OpaqueObject type, String name) {
        String schema = type.id().schema();
        String own = type.id().name();
        String plain = schema + "." + own;
        return name.equals(plain) || unquoted(name).equals(plain);
    }

    private static String unquoted(String name) {
        return name.replaceAll("\"((?:[^\"]|\"\")*)\"", "$1").replace("\"\"", "\"");
    }

    private static Optional<String> misfit(String value, Column from, Column to, String definition, boolean array) {
        if (ENUM.matcher(definition).lookingAt()) {
            String labels =
                    new PostgresClauses(definition.substring(definition.indexOf(" AS ENUM "))).firstParentheses();
            return Optional.of(enumMisfit(value, labels.isBlank() ? "NULL" : labels.strip(), array));
        }
        return array ? Optional.empty() : domainMisfit(value, from, to, definition);
    }

    private static String enumMisfit(String value, String labels, boolean array) {
        String list = "ARRAY[" + labels.replaceAll("\\s*\n\\s*", " ") + "]::text[]";
        return array
                ? "NOT array_remove(" + value + "::text::text[], NULL) <@ " + list
                : "NOT " + value + "::text = ANY (" + list + ")";
    }

    private static Optional<String> domainMisfit(String value, Column from, Column to, String definition) {
        List<String> statements = List.of(definition.split(";\n"));
        Matcher domain = DOMAIN.matcher(statements.get(0));
        if (!domain.matches()) {
            return Optional.empty();
        }
        String base = domain.group(2);
        Column text = new Column(to.name(), "text", false, true, null, null, null, null, "", 0);
        Column plain = new Column(to.name(), base, base.contains("."), true, null, null, null, null, "", 0);
        String asText = value + "::text";
        String converted = "(" + PostgresConversions.convert(asText, text, plain) + ")";
        List<String> conditions = new ArrayList<>();
        for (String statement : statements.subList(1, statements.size())) {
            Matcher check = CHECK.matcher(statement);
            if (check.matches()) {
                conditions.add("(" + withValue(check.group(1), converted) + ") IS NOT FALSE");
            }
        }
        String checks = "NOT (" + PostgresRows.and(conditions) + ")";
        String fits = PostgresConversions.misfit(asText, text, plain)
                .map(misfit -> "CASE WHEN " + misfit + " THEN true ELSE " + checks + " END")
                .orElse(checks);
        boolean notNull = domain.group(3) != null;
        return Optional.of(
                notNull ? "(" + asText + " IS NULL OR " + fits + ")" : "(" + asText + " IS NOT NULL AND " + fits + ")");
    }

    private static String withValue(String check, String value) {
        return VALUE.matcher(check)
                .replaceAll(m -> Matcher.quoteReplacement(m.group().equals("VALUE") ? value : m.group()));
    }
}
