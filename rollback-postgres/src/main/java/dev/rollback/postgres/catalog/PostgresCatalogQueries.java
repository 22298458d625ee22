// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

/**
 * The queries over tables and what they consist of, the same for PostgreSQL 15 to 18; columns that only some versions have are read
 * through to_jsonb.
 *
 * <p>Parameters are arrays of oids. Queries "by relation" take the relations of the scope; queries "by scope" take the
 * schemas of the scope, then the oids to follow. Oids below 16384 belong to the system. Columns named {@code sql} are
 * quoted and qualified, ready for a statement.
 */
final class PostgresCatalogQueries {

    /** Version and database; whether the session was prepared, and whether the cluster's own number may be read. */
    static final String FACTS = """
            SELECT current_setting('server_version') AS version,
                   current_setting('search_path') AS search_path,
                   d.oid AS database,
                   (SELECT quote_ident(t.spcname) FROM pg_tablespace t WHERE t.oid = d.dattablespace) AS tablespace,
                   has_function_privilege('pg_control_system()', 'EXECUTE') AS may_read_system
            FROM pg_database d
            WHERE d.datname = current_database()
            """;

    /** The number that initdb gave the cluster. */
    static final String SYSTEM = "SELECT system_identifier AS system FROM pg_control_system()";

    /** Schemas by name, or wherever they were renamed to. */
    static final String SCHEMAS = """
            SELECT n.oid, n.nspname AS name, quote_ident(n.nspname) AS sql,
                   quote_ident(pg_get_userbyid(n.nspowner)) AS owner,
                   EXISTS (SELECT FROM pg_depend d
                           WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e') AS member
            FROM pg_namespace n
            WHERE n.nspname = ANY (?::text[]) OR n.oid = ANY (?)
            ORDER BY n.nspname
            """;

    /** Relations by scope: with partitions and owned sequences, wherever these are. */
    static final String RELATIONS = """
            WITH RECURSIVE scope (oid) AS (
                SELECT c.oid FROM pg_class c
                WHERE c.oid >= 16384
                  AND (c.relnamespace = ANY (?) OR c.oid = ANY (?) OR c.relkind = 'c' AND c.reltype = ANY (?))
                UNION
                SELECT i.inhrelid
                FROM scope s JOIN pg_inherits i ON i.inhparent = s.oid JOIN pg_class c ON c.oid = i.inhrelid
                WHERE c.relispartition
            ), with_sequences (oid) AS (
                SELECT oid FROM scope
                UNION
                SELECT d.objid FROM pg_depend d JOIN scope s ON s.oid = d.refobjid
                WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
                  AND d.deptype IN ('a', 'i') AND d.objsubid = 0 AND d.refobjsubid > 0
            )
            SELECT c.oid, c.relkind AS kind, n.nspname AS schema, c.relname AS name,
                   format('%I.%I', n.nspname, c.relname) AS sql,
                   quote_ident(pg_get_userbyid(c.relowner)) AS owner,
                   c.relpersistence = 'u' AS unlogged, c.relfilenode AS storage, c.reloptions AS options,
                   quote_ident(am.amname) AS method, quote_ident(ts.spcname) AS tablespace, c.reltype AS row_type
            FROM with_sequences s
            JOIN pg_class c ON c.oid = s.oid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_am am ON am.oid = c.relam
            LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
            WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'c') AND c.relpersistence <> 't'
              AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            ORDER BY n.nspname, c.relname
            """;

    /** By relation: what only tables and foreign tables have. */
    static final String TABLES = """
            SELECT c.oid, pg_get_partkeydef(c.oid) AS partition_key, pg_get_expr(c.relpartbound, c.oid) AS bound,
                   c.relispartition AS partition, pn.nspname AS parent_schema, p.relname AS parent_name,
                   (SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno)
                    FROM pg_inherits i WHERE i.inhrelid = c.oid) AS parents,
                   (SELECT string_agg(i.inhrelid::regclass::text, ', ' ORDER BY i.inhrelid::regclass::text)
                    FROM pg_inherits i WHERE i.inhparent = c.oid) AS children,
                   nullif(c.reloftype, 0)::regtype AS of_type,
                   c.relrowsecurity AS row_security, c.relforcerowsecurity AS force_row_security,
                   c.relreplident AS replica_identity, x.replica_index, x.cluster_index,
                   t.reloptions AS toast_options,
                   s.srvname AS server, f.ftoptions AS foreign_options
            FROM pg_class c
            LEFT JOIN pg_inherits h ON c.relispartition AND h.inhrelid = c.oid
            LEFT JOIN pg_class p ON p.oid = h.inhparent
            LEFT JOIN pg_namespace pn ON pn.oid = p.relnamespace
            LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
            LEFT JOIN pg_foreign_table f ON f.ftrelid = c.oid
            LEFT JOIN pg_foreign_server s ON s.oid = f.ftserver
            LEFT JOIN LATERAL (
                SELECT max(quote_ident(ic.relname)) FILTER (WHERE i.indisreplident) AS replica_index,
                       max(quote_ident(ic.relname)) FILTER (WHERE i.indisclustered) AS cluster_index
                FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid
                WHERE i.indrelid = c.oid AND (i.indisreplident OR i.indisclustered)
            ) x ON true
            WHERE c.oid = ANY (?) AND c.relkind IN ('r', 'p', 'f')
            """;

    /**
     * By relation: columns. A NOT NULL that is a constraint of its own (18) has a name. The identity of a partition's
     * column is the parent's (17), without a sequence, and is left out.
     */
    static final String COLUMNS = """
            SELECT a.attrelid AS relation, a.attnum AS number, a.attname AS name, quote_ident(a.attname) AS sql,
                   format_type(a.atttypid, a.atttypmod) AS type,
                   t.typnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) AS user_type,
                   a.attnotnull AND coalesce(k.convalidated, true) AS not_null,
                   CASE WHEN k.conname <> format('%s_%s_not_null', c.relname, a.attname) OR k.connoinherit
                        THEN quote_ident(k.conname) END AS not_null_name,
                   coalesce(k.connoinherit, false) AS not_null_no_inherit,
                   pg_get_expr(d.adbin, d.adrelid) AS default_value,
                   a.attgenerated AS generated,
                   CASE WHEN a.attidentity <> '' AND (NOT c.relispartition OR EXISTS (
                       SELECT FROM pg_depend s
                       WHERE s.refclassid = 'pg_class'::regclass AND s.refobjid = a.attrelid
                         AND s.refobjsubid = a.attnum AND s.classid = 'pg_class'::regclass AND s.deptype = 'i'
                   )) THEN a.attidentity END AS identity,
                   CASE WHEN a.attcollation <> t.typcollation THEN format('%I.%I', cn.nspname, co.collname) END
                       AS collation,
                   CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage,
                   t.typstorage AS type_storage, nullif(a.attcompression, '') AS compression,
                   coalesce(a.attstattarget, -1) AS statistics, a.attoptions AS options
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            LEFT JOIN pg_collation co ON co.oid = a.attcollation
            LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
            LEFT JOIN pg_constraint k
                ON k.conrelid = a.attrelid AND k.contype = 'n' AND k.conkey[1] = a.attnum AND a.attnotnull
            WHERE a.attrelid = ANY (?) AND c.relkind <> 'S' AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum
            """;

    /** By relation: sequences, with the column they belong to and where they stand: one small query inside for each. */
    static final String SEQUENCES = """
            SELECT s.seqrelid AS oid, format_type(s.seqtypid, NULL) AS type, s.seqstart AS start,
                   s.seqincrement AS increment, s.seqmin AS minimum, s.seqmax AS maximum,
                   s.seqcache AS cache, s.seqcycle AS cycle,
                   substring(p.state FROM '<last_value>(-?[0-9]+)</last_value>')::bigint AS position,
                   p.state LIKE '%<is_called>true</is_called>%' AS called,
                   d.deptype = 'i' AS identity, n.nspname AS owner_schema, c.relname AS owner_table,
                   a.attname AS owner_column, c.oid::regclass AS owner_sql, quote_ident(a.attname) AS owner_column_sql
            FROM pg_sequence s
            CROSS JOIN LATERAL (
                SELECT query_to_xml(format('SELECT last_value, is_called FROM %s', s.seqrelid::regclass),
                                    false, true, '')::text AS state
            ) p
            LEFT JOIN pg_depend d
                ON d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid AND d.objsubid = 0
                AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
            LEFT JOIN pg_class c ON c.oid = d.refobjid
            LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            WHERE s.seqrelid = ANY (?)
            """;

    /** By relation: keys, foreign keys, checks, exclusions; and NOT NULL that existing rows need not meet (18). */
    static final String CONSTRAINTS = """
            SELECT k.oid, k.conrelid AS relation, k.contype AS kind, k.conname AS name, quote_ident(k.conname) AS sql,
                   pg_get_constraintdef(k.oid) AS text, k.convalidated AS validated, k.coninhcount > 0 AS inherited,
                   (SELECT array_agg(a.attname::text ORDER BY u.n)
                    FROM unnest(k.conkey) WITH ORDINALITY u (attnum, n)
                    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum) AS columns,
                   fn.nspname AS foreign_schema, f.relname AS foreign_table,
                   (SELECT array_agg(a.attname::text ORDER BY u.n)
                    FROM unnest(k.confkey) WITH ORDINALITY u (attnum, n)
                    JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.attnum) AS foreign_columns,
                   pk.conname AS parent_name, pc.relname AS parent_table, pn.nspname AS parent_schema,
                   i.oid AS index, CASE WHEN i.oid IS NOT NULL THEN format('%I.%I', xn.nspname, i.relname) END AS index_sql, i.reloptions AS options,
                   quote_ident(ts.spcname) AS tablespace
            FROM pg_constraint k
            LEFT JOIN pg_class f ON f.oid = k.confrelid
            LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
            LEFT JOIN pg_constraint pk ON pk.oid = k.conparentid
            LEFT JOIN pg_class pc ON pc.oid = pk.conrelid
            LEFT JOIN pg_namespace pn ON pn.oid = pc.relnamespace
            LEFT JOIN pg_class i ON i.oid = k.conindid AND k.contype IN ('p', 'u', 'x')
            LEFT JOIN pg_namespace xn ON xn.oid = i.relnamespace
            LEFT JOIN pg_tablespace ts ON ts.oid = i.reltablespace
            WHERE k.conrelid = ANY (?)
              AND (k.contype IN ('p', 'u', 'c', 'x') OR k.contype = 'f' AND k.conparentid = 0
                   OR k.contype = 'n' AND NOT k.convalidated)
            ORDER BY k.conrelid, k.conname
            """;

    /** By relation: indexes without those of constraints; statistics targets are of expression columns only. */
    static final String INDEXES = """
            SELECT i.indexrelid AS oid, i.indrelid AS relation, x.relname AS name,
                   format('%I.%I', n.nspname, x.relname) AS sql, i.indisunique AS is_unique, i.indisvalid AS valid,
                   substr(pg_get_indexdef(i.indexrelid), length(format('CREATE %sINDEX %I ON %s%I.%I ',
                       CASE WHEN i.indisunique THEN 'UNIQUE ' END, x.relname,
                       CASE WHEN x.relkind = 'I' THEN 'ONLY ' END, n.nspname, c.relname)) + 1) AS using,
                   CASE WHEN i.indexprs IS NULL AND i.indpred IS NULL THEN
                       (SELECT array_agg(a.attname::text ORDER BY u.n)
                        FROM unnest(i.indkey) WITH ORDINALITY u (attnum, n)
                        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.attnum
                        WHERE u.n <= i.indnkeyatts) END AS columns,
                   CASE WHEN i.indexprs IS NOT NULL THEN
                       (SELECT array_agg(format('%s %s', u.n, coalesce(a.attstattarget, -1)) ORDER BY u.n)
                        FROM unnest(i.indkey) WITH ORDINALITY u (attnum, n)
                        JOIN pg_attribute a ON a.attrelid = i.indexrelid AND a.attnum = u.n
                        WHERE u.attnum = 0) END AS statistics,
                   px.relname AS parent_name, pc.relname AS parent_table, pn.nspname AS parent_schema,
                   quote_ident(ts.spcname) AS tablespace
            FROM pg_index i
            JOIN pg_class x ON x.oid = i.indexrelid
            JOIN pg_class c ON c.oid = i.indrelid
            JOIN pg_namespace n ON n.oid = x.relnamespace
            LEFT JOIN pg_inherits h ON h.inhrelid = i.indexrelid
            LEFT JOIN pg_index pi ON pi.indexrelid = h.inhparent
            LEFT JOIN pg_class px ON px.oid = pi.indexrelid
            LEFT JOIN pg_class pc ON pc.oid = pi.indrelid
            LEFT JOIN pg_namespace pn ON pn.oid = pc.relnamespace
            LEFT JOIN pg_tablespace ts ON ts.oid = x.reltablespace
            WHERE i.indrelid = ANY (?)
              AND NOT EXISTS (SELECT FROM pg_constraint k
                              WHERE k.conrelid = i.indrelid AND k.conindid = i.indexrelid
                                AND k.contype IN ('p', 'u', 'x'))
            ORDER BY i.indrelid, x.relname
            """;

    /**
     * Privileges other than the standard ones, in the order of the catalog, and default privileges. Relations, then
     * schemas and oids to follow, twice, then schemas twice.
     */
    static final String PRIVILEGES = """
            SELECT o.class, o.object, o.part, a.grantor <> o.owner AS foreign_grantor,
                   quote_ident(pg_get_userbyid(a.grantor)) AS grantor,
                   CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS grantee,
                   a.privilege_type AS privilege, a.is_grantable AS grantable
            FROM (
                SELECT 'pg_class'::regclass::oid AS class, c.oid AS object, '' AS part, c.relacl AS acl,
                       acldefault((CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END)::"char", c.relowner) AS standard,
                       c.relowner AS owner
                FROM pg_class c WHERE c.oid = ANY (?)
                UNION ALL
                SELECT 'pg_class'::regclass, c.oid, quote_ident(a.attname), a.attacl, '{}', c.relowner
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE a.attrelid = ANY (?) AND NOT a.attisdropped AND a.attacl IS NOT NULL
                UNION ALL
                SELECT 'pg_proc'::regclass, p.oid, '', p.proacl, acldefault('f', p.proowner), p.proowner
                FROM pg_proc p WHERE p.oid >= 16384 AND (p.pronamespace = ANY (?) OR p.oid = ANY (?))
                UNION ALL
                SELECT 'pg_type'::regclass, t.oid, '', t.typacl, acldefault('T', t.typowner), t.typowner
                FROM pg_type t WHERE t.oid >= 16384 AND (t.typnamespace = ANY (?) OR t.oid = ANY (?))
                UNION ALL
                SELECT 'pg_namespace'::regclass, n.oid, '', n.nspacl, acldefault('n', n.nspowner), n.nspowner
                FROM pg_namespace n WHERE n.oid = ANY (?)
                UNION ALL
                SELECT 'pg_default_acl'::regclass, d.oid, '', d.defaclacl, '{}', d.defaclrole
                FROM pg_default_acl d WHERE d.defaclnamespace = ANY (?)
            ) o
            LEFT JOIN LATERAL aclexplode(o.acl) WITH ORDINALITY
                AS a (grantor, grantee, privilege_type, is_grantable, n) ON true
            WHERE o.acl IS NOT NULL AND o.acl <> o.standard
            ORDER BY o.class, o.object, o.part, a.n
            """;

    /** All default privileges of the database: they decide what a new object is granted. */
    static final String DEFAULT_PRIVILEGES = """
            SELECT d.oid, d.defaclnamespace AS namespace, d.defaclobjtype AS kind,
                   pg_get_userbyid(d.defaclrole) AS role, quote_ident(pg_get_userbyid(d.defaclrole)) AS sql
            FROM pg_default_acl d
            """;

    /** Comments of all objects but the system's. */
    static final String COMMENTS = """
            SELECT d.classoid AS class, d.objoid AS object, d.objsubid AS part, d.description AS text
            FROM pg_description d
            WHERE d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass
            """;

    /**
     * What needs what, by class and oid. Defaults and view rules count as their relation, row types as their relation,
     * array types as their element, multiranges as their range.
     */
    static final String DEPENDENCIES = """
            SELECT DISTINCT
                   CASE WHEN df.oid IS NOT NULL OR rw.oid IS NOT NULL THEN 'pg_class'::regclass::oid
                        ELSE d.classid END AS class,
                   coalesce(df.adrelid, rw.ev_class, d.objid) AS object,
                   CASE WHEN coalesce(el.typrelid, rt.typrelid, 0) <> 0 THEN 'pg_class'::regclass::oid
                        ELSE d.refclassid END AS needed_class,
                   coalesce(nullif(el.typrelid, 0), el.oid, nullif(rt.typrelid, 0), mr.rngtypid, d.refobjid) AS needed
            FROM pg_depend d
            LEFT JOIN pg_attrdef df ON d.classid = 'pg_attrdef'::regclass AND df.oid = d.objid
            LEFT JOIN pg_rewrite rw
                ON d.classid = 'pg_rewrite'::regclass AND rw.oid = d.objid AND rw.rulename = '_RETURN'
            LEFT JOIN pg_type rt ON d.refclassid = 'pg_type'::regclass AND rt.oid = d.refobjid
            LEFT JOIN pg_type el ON rt.typtype = 'b' AND rt.typcategory = 'A' AND el.oid = rt.typelem
            LEFT JOIN pg_range mr ON mr.rngmultitypid = rt.oid
            WHERE d.refobjid >= 16384 AND d.objid >= 16384 AND d.deptype IN ('n', 'a', 'i', 'P', 'S')
              AND d.refclassid <> 'pg_namespace'::regclass
            """;

    private PostgresCatalogQueries() {}
}
