// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import static dev.rollback.postgres.names.PostgresIdentifiers.block;
import static dev.rollback.postgres.names.PostgresIdentifiers.literal;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.model.Setting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Who may do what: the access privileges of the scope, in the order of the catalog, which is also the order of a dump. */
final class PostgresPrivileges {
    /** What privileges are granted on: how GRANT names it, where they stand, and what PUBLIC has from the start. */
    enum On {
        TABLE(
                'r',
                false,
                "pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid",
                "coalesce(c.relacl, acldefault('r', c.relowner)) || a.attacl",
                "c.oid = %s::regclass"),
        SEQUENCE('S', false, "pg_class c", "coalesce(c.relacl, acldefault('s', c.relowner))", "c.oid = %s::regclass"),
        ROUTINE('f', true, "pg_proc p", "coalesce(p.proacl, acldefault('f', p.proowner))", "p.oid = %s::regprocedure"),
        TYPE('T', true, "pg_type t", "coalesce(t.typacl, acldefault('T', t.typowner))", "t.oid = %s::regtype"),
        SCHEMA(
                'n',
                false,
                "pg_namespace n",
                "coalesce(n.nspacl, acldefault('n', n.nspowner))",
                "n.oid = %s::regnamespace");

        private final char kind;
        private final boolean open;
        private final String catalog;
        private final String acl;
        private final String condition;

        On(char kind, boolean open, String catalog, String acl, String condition) {
            this.kind = kind;
            this.open = open;
            this.catalog = catalog;
            this.acl = acl;
            this.condition = condition;
        }

        /** Takes back every privilege from everybody; CASCADE reaches those that were passed on. */
        private String revokeAll(String object, String reference) {
            return block("""
                    DECLARE role text;
                    BEGIN
                      FOR role IN
                        SELECT DISTINCT coalesce(quote_ident(r.rolname), 'PUBLIC')
                        FROM %s CROSS JOIN LATERAL aclexplode(%s) x LEFT JOIN pg_roles r ON r.oid = x.grantee
                        WHERE %s
                      LOOP
                        EXECUTE %s || role || ' CASCADE';
                      END LOOP;
                    END""".formatted(
                            catalog,
                            acl,
                            condition.formatted(literal(reference)),
                            literal("REVOKE ALL ON " + this + " " + object + " FROM ")));
        }
    }

    /** Privileges of an object or one of its columns that one role has from another. */
    private record Grant(String part, String grantee, String grantor, boolean grantable, List<String> privileges) {
        boolean sameRoles(String otherPart, String otherGrantee, String otherGrantor, boolean otherGrantable) {
            return part.equals(otherPart)
                    && grantee.equals(otherGrantee)
                    && grantor.equals(otherGrantor)
                    && grantable == otherGrantable;
        }

        String list() {
            String columns = part.isEmpty() ? "" : " (" + part + ")";
            return String.join(columns + ", ", privileges) + columns;
        }

        String words() {
            return list()
                    + " to " + grantee
                    + (grantable ? " with grant option" : "")
                    + (grantor.isEmpty() ? "" : " by " + grantor);
        }

        String statement(String on) {
            String grant = "GRANT " + list() + " ON " + on + " TO " + grantee + (grantable ? " WITH GRANT OPTION" : "");
            return grantor.isEmpty() ? grant : as(grantor, grant);
        }

        /** Only the grantor itself can make a grant in its name. */
        private static String as(String role, String statement) {
            return block("""
                    DECLARE
                      before text := current_setting('role');
                    BEGIN
                      SET LOCAL ROLE %s;
                      %s;
                      PERFORM set_config('role', before, true);
                    END""".formatted(role, statement));
        }
    }

    private final Map<PostgresRead.Key, List<Grant>> grants = new HashMap<>();
    private final Set<PostgresRead.Key> notStandard = new HashSet<>();
    private final Set<String> withDefaults = new HashSet<>();

    /** One row of the catalog query: a privilege, or none at all for an object of which all were revoked. */
    void add(CatalogRow row) throws SQLException {
        PostgresRead.Key object = new PostgresRead.Key(row.number("class"), row.number("object"));
        String part = row.text("part");
        if (part.isEmpty()) {
            notStandard.add(object);
        }
        List<Grant> list = grants.computeIfAbsent(object, k -> new ArrayList<>());
        String grantee = row.optional("grantee");
        if (grantee == null) {
            return;
        }
        String grantor = row.flag("foreign_grantor") ? row.text("grantor") : "";
        boolean grantable = row.flag("grantable");
        for (Grant grant : list) {
            if (grant.sameRoles(part, grantee, grantor, grantable)) {
                grant.privileges.add(row.text("privilege"));
                return;
            }
        }
        list.add(new Grant(part, grantee, grantor, grantable, new ArrayList<>(List.of(row.text("privilege")))));
    }

    /** Notes that new objects of a kind may get other privileges than the standard ones. */
    void addDefaults(String kind) {
        withDefaults.add(kind);
    }

    /**
     * The privileges of an object. The value is empty for the standard ones.
     *
     * @param sql the object as GRANT names it
     * @param reference the object as the catalog's own types read it
     */
    Setting of(On on, PostgresClass oidClass, long oid, String sql, String reference, String owner) {
        PostgresRead.Key object = new PostgresRead.Key(oidClass.oid, oid);
        boolean standard = !notStandard.contains(object);
        List<Grant> list = grants.getOrDefault(object, List.of());
        String name = on + " " + sql;
        List<String> words = new ArrayList<>();
        List<String> apply = new ArrayList<>(List.of(on.revokeAll(sql, reference)));
        if (standard) {
            if (on.open) {
                apply.add("GRANT ALL ON " + name + " TO PUBLIC");
            }
            apply.add("GRANT ALL ON " + name + " TO " + owner);
        } else if (list.stream().allMatch(g -> !g.part.isEmpty())) {
            words.add("none");
        }
        for (Grant grant : list) {
            words.add(grant.words());
            apply.add(grant.statement(name));
        }
        boolean initial = words.isEmpty() && !withDefaults.contains(String.valueOf(on.kind));
        return new Setting("privileges", String.join("\n", words), apply, initial);
    }

    /** The privileges of a relation and its columns. */
    Setting of(PostgresRelation relation) {
        On on = relation.kind() == 'S' ? On.SEQUENCE : On.TABLE;
        return of(on, PostgresClass.RELATION, relation.oid(), relation.sql(), relation.sql(), relation.owner());
    }

    /** The statements of one default privilege: to grant it, or to take it back. */
    List<String> defaults(long oid, String alter, String words, boolean grant) {
        return Objects.requireNonNullElse(
                        grants.get(new PostgresRead.Key(PostgresClass.DEFAULT_ACL.oid, oid)), List.<Grant>of())
                .stream()
                .map(g -> grant
                        ? alter + " " + g.statement(words)
                        : alter + " REVOKE ALL ON " + words + " FROM " + g.grantee)
                .toList();
    }
}
