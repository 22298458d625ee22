// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static dev.rollback.postgres.PostgresIdentifiers.block;
import static dev.rollback.postgres.PostgresIdentifiers.literal;

import dev.rollback.model.Setting;
import dev.rollback.postgres.PostgresRead.Key;
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
        TABLE("TABLE", 'r', false, """
                SELECT coalesce(c.relacl, acldefault('r', c.relowner)) AS acl, c.relowner AS owner
                FROM pg_class c WHERE c.oid = OBJECT::regclass
                UNION ALL
                SELECT a.attacl, c.relowner FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE c.oid = OBJECT::regclass"""),
        SEQUENCE("SEQUENCE", 'S', false, """
                SELECT coalesce(c.relacl, acldefault('s', c.relowner)) AS acl, c.relowner AS owner
                FROM pg_class c WHERE c.oid = OBJECT::regclass"""),
        ROUTINE("ROUTINE", 'f', true, """
                SELECT coalesce(p.proacl, acldefault('f', p.proowner)) AS acl, p.proowner AS owner
                FROM pg_proc p WHERE p.oid = OBJECT::regprocedure"""),
        TYPE("TYPE", 'T', true, """
                SELECT coalesce(t.typacl, acldefault('T', t.typowner)) AS acl, t.typowner AS owner
                FROM pg_type t WHERE t.oid = OBJECT::regtype"""),
        SCHEMA("SCHEMA", 'n', false, """
                SELECT coalesce(n.nspacl, acldefault('n', n.nspowner)) AS acl, n.nspowner AS owner
                FROM pg_namespace n WHERE n.oid = OBJECT::regnamespace""");

        private final String word;
        private final char kind;
        private final boolean open;
        private final String acl;

        On(String word, char kind, boolean open, String acl) {
            this.word = word;
            this.kind = kind;
            this.open = open;
            this.acl = acl;
        }

        /** Takes back every privilege from everybody; CASCADE reaches those that were passed on. */
        private String revokeAll(String object, String reference) {
            return block("""
                    DECLARE
                      grantee text;
                    BEGIN
                      FOR grantee IN
                        SELECT DISTINCT CASE a.grantee WHEN 0 THEN 'PUBLIC'
                                             ELSE quote_ident(pg_get_userbyid(a.grantee)) END
                        FROM (ACL) o CROSS JOIN LATERAL aclexplode(o.acl) a
                        WHERE a.grantor = o.owner
                      LOOP
                        EXECUTE REVOKE || grantee || ' CASCADE';
                      END LOOP;
                    END""".replace("REVOKE", literal("REVOKE ALL ON " + word + " " + object + " FROM "))
                    .replace("ACL", acl.replace("OBJECT", literal(reference))));
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

    private final Map<Key, List<Grant>> grants = new HashMap<>();
    private final Set<Key> notStandard = new HashSet<>();
    private final Set<String> withDefaults = new HashSet<>();

    /** One row of the catalog query: a privilege, or none at all for an object of which all were revoked. */
    void add(PostgresRow row) throws SQLException {
        Key object = new Key(row.number("class"), row.number("object"));
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
        Key object = new Key(oidClass.oid, oid);
        boolean standard = !notStandard.contains(object);
        List<Grant> list = grants.getOrDefault(object, List.of());
        String name = on.word + " " + sql;
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
        return Objects.requireNonNullElse(grants.get(new Key(PostgresClass.DEFAULT_ACL.oid, oid)), List.<Grant>of())
                .stream()
                .map(g -> grant
                        ? alter + " " + g.statement(words)
                        : alter + " REVOKE ALL ON " + words + " FROM " + g.grantee)
                .toList();
    }
}
