// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import dev.rollback.dialect.Queries;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the current user and his active roles may do, as SHOW GRANTS tells it. */
final class MysqlGrants {
    private static final Pattern NAME = Pattern.compile("(`(?:[^`]|``)*`|\\*)");
    private static final Pattern LINE = Pattern.compile(
            "^(GRANT|REVOKE) (.*?) ON (?:TABLE |FUNCTION |PROCEDURE )?" + NAME + "\\." + NAME + " (?:TO|FROM) .*$",
            Pattern.DOTALL);
    /** {@code INSERT (`a`, `b`)} */
    private static final Pattern COLUMNS = Pattern.compile("\\((?:`(?:[^`]|``)*`|[^`)])*\\)");

    private static final String ALL = "ALL PRIVILEGES";

    private record Grant(boolean revoke, Set<String> privileges, String schema, String table) {}

    private final List<Grant> grants = new ArrayList<>();

    private MysqlGrants() {}

    static MysqlGrants of(Connection connection) throws SQLException {
        MysqlGrants all = new MysqlGrants();
        Queries.list(connection, "SHOW GRANTS", List.of(), row -> row.getString(1))
                .forEach(all::add);
        return all;
    }

    /** Roles and proxies are no matter here; nor are privileges on columns, which make none on the table. */
    private void add(String line) {
        Matcher parts = LINE.matcher(line);
        if (parts.matches()) {
            Set<String> privileges = new HashSet<>();
            for (String privilege :
                    COLUMNS.matcher(parts.group(2)).replaceAll("()").split(",")) {
                if (!privilege.contains("()")) {
                    privileges.add(privilege.strip().toUpperCase(Locale.ROOT));
                }
            }
            grants.add(
                    new Grant(parts.group(1).equals("REVOKE"), privileges, name(parts.group(3)), name(parts.group(4))));
        }
    }

    private static String name(String quoted) {
        return quoted.startsWith("`") ? quoted.substring(1, quoted.length() - 1).replace("``", "`") : quoted;
    }

    /** On everything. */
    boolean has(String privilege) {
        return grants.stream().anyMatch(g -> !g.revoke() && g.schema().equals("*") && covers(g, privilege));
    }

    /** On a whole schema. */
    boolean has(String privilege, String schema) {
        boolean revoked = grants.stream().anyMatch(g -> g.revoke() && isOn(g.schema(), schema) && covers(g, privilege));
        return has(privilege) && !revoked
                || grants.stream()
                        .anyMatch(g -> !g.revoke()
                                && g.table().equals("*")
                                && isOn(g.schema(), schema)
                                && covers(g, privilege));
    }

    /** On a table, or on a routine: none of its privileges is one of tables. */
    boolean has(String privilege, String schema, String table) {
        return has(privilege, schema)
                || grants.stream()
                        .anyMatch(g -> !g.revoke()
                                && g.schema().equalsIgnoreCase(schema)
                                && g.table().equalsIgnoreCase(table)
                                && covers(g, privilege));
    }

    private static boolean covers(Grant grant, String privilege) {
        return grant.privileges().contains(privilege) || grant.privileges().contains(ALL);
    }

    /** The schema of a grant is a pattern, as of LIKE. */
    private static boolean isOn(String pattern, String schema) {
        if (pattern.equals("*")) {
            return false;
        }
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
            } else {
                regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(schema)
                .matches();
    }
}
