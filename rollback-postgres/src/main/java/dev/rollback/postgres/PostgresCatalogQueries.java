// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

/**
 * The catalog queries, the same for PostgreSQL 15 to 18; columns that only some versions have are read through to_jsonb.
 *
 * <p>Parameters are arrays of oids. Queries "by relation" take the relations of the scope; queries "by scope" take the
 * schemas of the scope, then the oids to follow. Oids below 16384 belong to the system. Columns named {@code sql} are
 * quoted and qualified, ready for a statement.
 */
final class PostgresCatalogQueries {
    private PostgresCatalogQueries() {}

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

    /** By relation: triggers of the users; those that a partition has from its parent tell from which. */
    static final String TRIGGERS = """
            SELECT t.oid, t.tgrelid AS relation, t.tgname AS name, quote_ident(t.tgname) AS sql,
                   pg_get_triggerdef(t.oid) AS text, t.tgenabled AS enabled, t.tgparentid AS parent,
                   t.tgconstraint <> 0 AS is_constraint
            FROM pg_trigger t
            WHERE t.tgrelid = ANY (?) AND NOT t.tgisinternal
            ORDER BY t.tgrelid, t.tgname
            """;

    /** By relation: rules without those that make a view. */
    static final String RULES = """
            SELECT r.oid, r.ev_class AS relation, r.rulename AS name, quote_ident(r.rulename) AS sql,
                   pg_get_ruledef(r.oid) AS text, r.ev_enabled AS enabled
            FROM pg_rewrite r
            WHERE r.ev_class = ANY (?) AND r.rulename <> '_RETURN'
            ORDER BY r.ev_class, r.rulename
            """;

    /** By relation: row security policies. */
    static final String POLICIES = """
            SELECT p.oid, p.polrelid AS relation, p.polname AS name, quote_ident(p.polname) AS sql,
                   p.polpermissive AS permissive, p.polcmd AS command,
                   coalesce((SELECT string_agg(quote_ident(r.rolname), ', ' ORDER BY r.rolname)
                             FROM pg_roles r WHERE r.oid = ANY (p.polroles)), 'PUBLIC') AS roles,
                   pg_get_expr(p.polqual, p.polrelid) AS condition,
                   pg_get_expr(p.polwithcheck, p.polrelid) AS with_check
            FROM pg_policy p
            WHERE p.polrelid = ANY (?)
            ORDER BY p.polrelid, p.polname
            """;

    /** By relation: the queries of views and materialized views. */
    static final String VIEWS = """
            SELECT c.oid, pg_get_viewdef(c.oid) AS text, c.relispopulated AS populated,
                   (SELECT quote_ident(ic.relname)
                    FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid
                    WHERE i.indrelid = c.oid AND i.indisclustered) AS cluster_index,
                   t.reloptions AS toast_options
            FROM pg_class c
            LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
            WHERE c.oid = ANY (?) AND c.relkind IN ('v', 'm')
            """;

    /** By relation: extended statistics. */
    static final String STATISTICS = """
            SELECT s.oid, n.nspname AS schema, s.stxname AS name, format('%I.%I', n.nspname, s.stxname) AS sql,
                   quote_ident(pg_get_userbyid(s.stxowner)) AS owner, pg_get_statisticsobjdef(s.oid) AS text,
                   coalesce(s.stxstattarget, -1) AS target
            FROM pg_statistic_ext s
            JOIN pg_namespace n ON n.oid = s.stxnamespace
            WHERE s.stxrelid = ANY (?)
            """;

    /** By scope: functions, procedures and aggregates, without those that belong to a range type. */
    static final String ROUTINES = """
            SELECT p.oid, n.nspname AS schema, format('%s(%s)', p.proname, t.types) AS name,
                   format('%I.%I(%s)', n.nspname, p.proname, t.types) AS signature,
                   format('%I.%I(%s)', n.nspname, p.proname,
                       CASE WHEN p.prokind = 'a' AND p.pronargs = 0 THEN '*'
                            ELSE pg_get_function_identity_arguments(p.oid) END) AS sql,
                   p.prokind AS kind, quote_ident(pg_get_userbyid(p.proowner)) AS owner,
                   concat_ws(' ', p.prokind, pg_get_function_result(p.oid), pg_get_function_arguments(p.oid)) AS shape,
                   CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) END AS text,
                   format('%I.%I(%s)', n.nspname, p.proname,
                       CASE WHEN p.pronargs = 0 THEN '*' ELSE pg_get_function_arguments(p.oid) END) AS aggregate_sql,
                   concat_ws(E',\n    ',
                       'SFUNC = ' || a.aggtransfn,
                       'STYPE = ' || format_type(a.aggtranstype, NULL),
                       'SSPACE = ' || nullif(a.aggtransspace, 0),
                       'INITCOND = ' || quote_literal(a.agginitval),
                       'FINALFUNC = ' || nullif(a.aggfinalfn::oid, 0)::regproc,
                       CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
                       'FINALFUNC_MODIFY = ' || CASE a.aggfinalmodify
                           WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' WHEN 'w' THEN 'READ_WRITE' END,
                       'COMBINEFUNC = ' || nullif(a.aggcombinefn::oid, 0)::regproc,
                       'SERIALFUNC = ' || nullif(a.aggserialfn::oid, 0)::regproc,
                       'DESERIALFUNC = ' || nullif(a.aggdeserialfn::oid, 0)::regproc,
                       'MSFUNC = ' || nullif(a.aggmtransfn::oid, 0)::regproc,
                       'MINVFUNC = ' || nullif(a.aggminvtransfn::oid, 0)::regproc,
                       'MSTYPE = ' || nullif(a.aggmtranstype, 0)::regtype,
                       'MSSPACE = ' || nullif(a.aggmtransspace, 0),
                       'MINITCOND = ' || quote_literal(a.aggminitval),
                       'MFINALFUNC = ' || nullif(a.aggmfinalfn::oid, 0)::regproc,
                       CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
                       'MFINALFUNC_MODIFY = ' || CASE WHEN a.aggmtransfn <> 0 THEN CASE a.aggmfinalmodify
                           WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' WHEN 'w' THEN 'READ_WRITE' END END,
                       (SELECT format('SORTOP = OPERATOR(%I.%s)', sn.nspname, s.oprname)
                        FROM pg_operator s JOIN pg_namespace sn ON sn.oid = s.oprnamespace
                        WHERE s.oid = a.aggsortop),
                       'PARALLEL = ' || CASE p.proparallel
                           WHEN 's' THEN 'SAFE' WHEN 'r' THEN 'RESTRICTED' ELSE 'UNSAFE' END,
                       CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END) AS aggregate
            FROM pg_proc p
            JOIN pg_namespace n ON n.oid = p.pronamespace
            LEFT JOIN pg_aggregate a ON a.aggfnoid = p.oid
            CROSS JOIN LATERAL (
                SELECT string_agg(format_type(u.type, NULL), ', ' ORDER BY u.n) AS types
                FROM unnest(p.proargtypes) WITH ORDINALITY u (type, n)
            ) t
            WHERE p.oid >= 16384 AND (p.pronamespace = ANY (?) OR p.oid = ANY (?))
              AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype IN ('e', 'i'))
            ORDER BY n.nspname, p.proname, t.types
            """;

    /** By scope: enum, composite, domain, range and base types. */
    static final String TYPES = """
            SELECT t.oid, n.nspname AS schema, t.typname AS name, format('%I.%I', n.nspname, t.typname) AS sql,
                   t.typtype AS kind, quote_ident(pg_get_userbyid(t.typowner)) AS owner, t.typrelid AS relation,
                   (SELECT array_agg(quote_literal(e.enumlabel) ORDER BY e.enumsortorder)
                    FROM pg_enum e WHERE e.enumtypid = t.oid) AS labels,
                   format_type(nullif(t.typbasetype, 0), t.typtypmod) AS base, t.typnotnull AS not_null,
                   coalesce(pg_get_expr(t.typdefaultbin, 0), quote_literal(t.typdefault)) AS default_value,
                   CASE WHEN t.typcollation <> b.typcollation THEN
                       (SELECT format('%I.%I', cn.nspname, c.collname)
                        FROM pg_collation c JOIN pg_namespace cn ON cn.oid = c.collnamespace
                        WHERE c.oid = t.typcollation) END AS collation,
                   concat_ws(E',\n    ',
                       'subtype = ' || format_type(r.rngsubtype, NULL),
                       (SELECT format('subtype_opclass = %I.%I', o_n.nspname, o.opcname)
                        FROM pg_opclass o JOIN pg_namespace o_n ON o_n.oid = o.opcnamespace
                        WHERE o.oid = r.rngsubopc AND NOT o.opcdefault),
                       (SELECT format('collation = %I.%I', cn.nspname, c.collname)
                        FROM pg_collation c JOIN pg_namespace cn ON cn.oid = c.collnamespace
                        WHERE c.oid = r.rngcollation AND c.oid <> b.typcollation),
                       'canonical = ' || nullif(r.rngcanonical::oid, 0)::regproc,
                       'subtype_diff = ' || nullif(r.rngsubdiff::oid, 0)::regproc,
                       'multirange_type_name = ' || r.rngmultitypid::regtype) AS range,
                   coalesce(r.rngcanonical <> 0, false) AS canonical
            FROM pg_type t
            JOIN pg_namespace n ON n.oid = t.typnamespace
            LEFT JOIN pg_class rc ON rc.oid = t.typrelid
            LEFT JOIN pg_range r ON r.rngtypid = t.oid
            LEFT JOIN pg_type b ON b.oid = coalesce(r.rngsubtype, t.typbasetype)
            WHERE t.oid >= 16384 AND (t.typnamespace = ANY (?) OR t.oid = ANY (?))
              AND (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'b' AND t.typcategory <> 'A'
                   OR t.typtype = 'c' AND rc.relkind = 'c')
              AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
            ORDER BY n.nspname, t.typname
            """;

    /** By scope: constraints of domains; NOT NULL is one of them from 17 on. */
    static final String DOMAIN_CONSTRAINTS = """
            SELECT k.oid, k.contypid AS type, k.conname AS name, quote_ident(k.conname) AS sql, k.contype AS kind,
                   pg_get_constraintdef(k.oid) AS text, k.convalidated AS validated,
                   k.conname <> format('%s_not_null', t.typname) AS named
            FROM pg_constraint k
            JOIN pg_type t ON t.oid = k.contypid
            WHERE t.oid >= 16384 AND (t.typnamespace = ANY (?) OR t.oid = ANY (?))
            ORDER BY k.contypid, k.conname
            """;

    /** By scope: collations. Where the locale stands differs by version. */
    static final String COLLATIONS = """
            SELECT c.oid, n.nspname AS schema, c.collname AS name, format('%I.%I', n.nspname, c.collname) AS sql,
                   quote_ident(pg_get_userbyid(c.collowner)) AS owner,
                   concat_ws(', ',
                       'provider = ' || CASE c.collprovider WHEN 'c' THEN 'libc' WHEN 'i' THEN 'icu' ELSE 'builtin' END,
                       'deterministic = ' || CASE WHEN NOT c.collisdeterministic THEN 'false' END,
                       'locale = ' || quote_literal(coalesce(
                           to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale',
                           CASE WHEN c.collcollate = c.collctype THEN c.collcollate END)),
                       'lc_collate = ' || quote_literal(CASE WHEN c.collcollate <> c.collctype THEN c.collcollate END),
                       'lc_ctype = ' || quote_literal(CASE WHEN c.collcollate <> c.collctype THEN c.collctype END),
                       'rules = ' || quote_literal(to_jsonb(c) ->> 'collicurules')) AS text
            FROM pg_collation c
            JOIN pg_namespace n ON n.oid = c.collnamespace
            WHERE c.oid >= 16384 AND (c.collnamespace = ANY (?) OR c.oid = ANY (?))
              AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = 'pg_collation'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            """;

    /**
     * By scope: operators, casts, conversions and text search objects with the statements that make them;
     * operator classes and families, parsers and templates for comparison only.
     */
    static final String OTHERS = """
            WITH namespaces AS (SELECT unnest(?::oid[]) AS oid), follow AS (SELECT unnest(?::oid[]) AS oid)
            SELECT o.class::oid AS class_oid, o.oid, n.nspname AS schema, o.word, o.name, o.sql,
                   quote_ident(pg_get_userbyid(o.owner)) AS owner, o.statements, o.definition
            FROM (
                SELECT 'pg_operator'::regclass AS class, o.oid, o.oprnamespace AS namespace, 'OPERATOR' AS word,
                       format('%s(%s, %s)', o.oprname, a.lefttype, a.righttype) AS name,
                       format('%I.%s (%s, %s)', n.nspname, o.oprname, a.lefttype, a.righttype) AS sql,
                       o.oprowner AS owner,
                       ARRAY[format(E'CREATE OPERATOR %I.%s (\n    %s\n)', n.nspname, o.oprname, concat_ws(E',\n    ',
                           'FUNCTION = ' || o.oprcode::regproc,
                           'LEFTARG = ' || format_type(nullif(o.oprleft, 0), NULL),
                           'RIGHTARG = ' || format_type(nullif(o.oprright, 0), NULL),
                           (SELECT format('COMMUTATOR = OPERATOR(%I.%s)', cn.nspname, c.oprname)
                            FROM pg_operator c JOIN pg_namespace cn ON cn.oid = c.oprnamespace WHERE c.oid = o.oprcom),
                           (SELECT format('NEGATOR = OPERATOR(%I.%s)', cn.nspname, c.oprname)
                            FROM pg_operator c JOIN pg_namespace cn ON cn.oid = c.oprnamespace
                            WHERE c.oid = o.oprnegate),
                           'RESTRICT = ' || nullif(o.oprrest::oid, 0)::regproc,
                           'JOIN = ' || nullif(o.oprjoin::oid, 0)::regproc,
                           CASE WHEN o.oprcanhash THEN 'HASHES' END,
                           CASE WHEN o.oprcanmerge THEN 'MERGES' END))] AS statements,
                       NULL AS definition
                FROM pg_operator o
                JOIN pg_namespace n ON n.oid = o.oprnamespace
                CROSS JOIN LATERAL (
                    SELECT coalesce(format_type(nullif(o.oprleft, 0), NULL), 'NONE') AS lefttype,
                           coalesce(format_type(nullif(o.oprright, 0), NULL), 'NONE') AS righttype
                ) a
                WHERE o.oprcode <> 0
                UNION ALL
                SELECT 'pg_cast'::regclass, c.oid, coalesce(
                           (SELECT t.typnamespace FROM pg_type t WHERE t.oid = c.castsource
                            AND t.typnamespace IN (SELECT oid FROM namespaces)),
                           (SELECT t.typnamespace FROM pg_type t WHERE t.oid = c.casttarget
                            AND t.typnamespace IN (SELECT oid FROM namespaces)),
                           (SELECT p.pronamespace FROM pg_proc p WHERE p.oid = c.castfunc), 0), 'CAST',
                       a.types, a.types, NULL,
                       ARRAY[format('CREATE CAST %s %s%s', a.types,
                           CASE c.castmethod WHEN 'b' THEN 'WITHOUT FUNCTION' WHEN 'i' THEN 'WITH INOUT'
                               ELSE 'WITH FUNCTION ' || c.castfunc::regprocedure END,
                           CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' END)], NULL
                FROM pg_cast c
                CROSS JOIN LATERAL (
                    SELECT format('(%s AS %s)', format_type(c.castsource, NULL), format_type(c.casttarget, NULL)) AS types
                ) a
                UNION ALL
                SELECT 'pg_conversion'::regclass, c.oid, c.connamespace, 'CONVERSION', c.conname,
                       format('%I.%I', n.nspname, c.conname), c.conowner,
                       ARRAY[format('CREATE %sCONVERSION %I.%I FOR %L TO %L FROM %s',
                           CASE WHEN c.condefault THEN 'DEFAULT ' END, n.nspname, c.conname,
                           pg_encoding_to_char(c.conforencoding), pg_encoding_to_char(c.contoencoding),
                           c.conproc::regproc)], NULL
                FROM pg_conversion c JOIN pg_namespace n ON n.oid = c.connamespace
                UNION ALL
                SELECT 'pg_ts_config'::regclass, c.oid, c.cfgnamespace, 'TEXT SEARCH CONFIGURATION', c.cfgname,
                       format('%I.%I', n.nspname, c.cfgname), c.cfgowner,
                       format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)',
                           n.nspname, c.cfgname, pn.nspname, p.prsname)
                       || (SELECT coalesce(array_agg(m.mapping ORDER BY m.maptokentype), '{}')
                           FROM (SELECT m.maptokentype,
                                        format('ALTER TEXT SEARCH CONFIGURATION %I.%I ADD MAPPING FOR %I WITH %s',
                                            n.nspname, c.cfgname, t.alias,
                                            string_agg(m.mapdict::regdictionary::text, ', ' ORDER BY m.mapseqno))
                                            AS mapping
                                 FROM pg_ts_config_map m
                                 JOIN ts_token_type(c.cfgparser) t ON t.tokid = m.maptokentype
                                 WHERE m.mapcfg = c.oid
                                 GROUP BY m.maptokentype, t.alias) m), NULL
                FROM pg_ts_config c
                JOIN pg_namespace n ON n.oid = c.cfgnamespace
                JOIN pg_ts_parser p ON p.oid = c.cfgparser
                JOIN pg_namespace pn ON pn.oid = p.prsnamespace
                WHERE c.oid >= 16384
                UNION ALL
                SELECT 'pg_ts_dict'::regclass, d.oid, d.dictnamespace, 'TEXT SEARCH DICTIONARY', d.dictname,
                       format('%I.%I', n.nspname, d.dictname), d.dictowner,
                       ARRAY[format('CREATE TEXT SEARCH DICTIONARY %I.%I (%s)', n.nspname, d.dictname,
                           concat_ws(', ', format('TEMPLATE = %I.%I', tn.nspname, t.tmplname), d.dictinitoption))], NULL
                FROM pg_ts_dict d
                JOIN pg_namespace n ON n.oid = d.dictnamespace
                JOIN pg_ts_template t ON t.oid = d.dicttemplate
                JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
                UNION ALL
                SELECT 'pg_ts_parser'::regclass, p.oid, p.prsnamespace, 'TEXT SEARCH PARSER', p.prsname,
                       format('%I.%I', n.nspname, p.prsname), NULL, '{}',
                       concat_ws(' ', p.prsstart, p.prstoken, p.prsend, p.prsheadline, p.prslextype)
                FROM pg_ts_parser p JOIN pg_namespace n ON n.oid = p.prsnamespace
                UNION ALL
                SELECT 'pg_ts_template'::regclass, t.oid, t.tmplnamespace, 'TEXT SEARCH TEMPLATE', t.tmplname,
                       format('%I.%I', n.nspname, t.tmplname), NULL, '{}', concat_ws(' ', t.tmplinit, t.tmpllexize)
                FROM pg_ts_template t JOIN pg_namespace n ON n.oid = t.tmplnamespace
                UNION ALL
                SELECT 'pg_opfamily'::regclass, f.oid, f.opfnamespace, 'OPERATOR FAMILY',
                       format('%s using %s', f.opfname, m.amname),
                       format('%I.%I USING %I', n.nspname, f.opfname, m.amname), f.opfowner, '{}',
                       (SELECT string_agg(format('operator %s %s', o.amopstrategy, o.amopopr::regoperator), E'\n'
                                          ORDER BY o.amopstrategy, o.amopopr::regoperator::text)
                        FROM pg_amop o WHERE o.amopfamily = f.oid)
                FROM pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace JOIN pg_am m ON m.oid = f.opfmethod
                UNION ALL
                SELECT 'pg_opclass'::regclass, c.oid, c.opcnamespace, 'OPERATOR CLASS',
                       format('%s using %s', c.opcname, m.amname),
                       format('%I.%I USING %I', n.nspname, c.opcname, m.amname), c.opcowner, '{}',
                       concat_ws(' ', format_type(c.opcintype, NULL), 'family ' || f.opfname,
                           CASE WHEN c.opcdefault THEN 'default' END)
                FROM pg_opclass c
                JOIN pg_namespace n ON n.oid = c.opcnamespace
                JOIN pg_am m ON m.oid = c.opcmethod
                JOIN pg_opfamily f ON f.oid = c.opcfamily
            ) o
            LEFT JOIN pg_namespace n ON n.oid = o.namespace AND o.word <> 'CAST'
            WHERE o.oid >= 16384
              AND (o.namespace IN (SELECT oid FROM namespaces) OR o.oid IN (SELECT oid FROM follow))
              AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = o.class AND d.objid = o.oid AND d.deptype IN ('e', 'i'))
            """;

    /** By scope: extensions, with the comment that they bring along. */
    static final String EXTENSIONS = """
            SELECT e.oid, e.extname AS name, quote_ident(e.extname) AS sql, quote_ident(n.nspname) AS schema,
                   quote_literal(e.extversion) AS version, a.comment
            FROM pg_extension e
            JOIN pg_namespace n ON n.oid = e.extnamespace
            LEFT JOIN pg_available_extensions() a ON a.name = e.extname
            WHERE e.extnamespace = ANY (?) OR e.oid = ANY (?)
            """;

    /** Publications of relations, of schemas, or followed. Generated columns are published by choice from 18 on. */
    static final String PUBLICATIONS = """
            SELECT p.oid, p.pubname AS name, quote_ident(p.pubname) AS sql,
                   quote_ident(pg_get_userbyid(p.pubowner)) AS owner, p.puballtables AS all_tables,
                   (SELECT string_agg(s.pnnspid::regnamespace::text, ', ' ORDER BY s.pnnspid::regnamespace::text)
                    FROM pg_publication_namespace s WHERE s.pnpubid = p.oid) AS schemas,
                   format('publish = %L, publish_via_partition_root = %s',
                       concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                           CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END),
                       CASE WHEN p.pubviaroot THEN 'true' ELSE 'false' END)
                   || CASE to_jsonb(p) ->> 'pubgencols' WHEN 's' THEN ', publish_generated_columns = stored'
                          WHEN 'n' THEN ', publish_generated_columns = none' ELSE '' END AS options
            FROM pg_publication p
            WHERE p.puballtables
               OR EXISTS (SELECT FROM pg_publication_rel r WHERE r.prpubid = p.oid AND r.prrelid = ANY (?))
               OR EXISTS (SELECT FROM pg_publication_namespace s WHERE s.pnpubid = p.oid AND s.pnnspid = ANY (?))
               OR p.oid = ANY (?)
            """;

    /** All tables of some publications, also those outside the scope: dropping a publication loses them too. */
    static final String PUBLICATION_TABLES = """
            SELECT r.oid, r.prpubid AS publication, n.nspname AS schema, c.relname AS name,
                   format('%I.%I', n.nspname, c.relname) AS sql,
                   (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
                    FROM pg_attribute a
                    WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs::smallint[])) AS columns,
                   pg_get_expr(r.prqual, r.prrelid) AS condition
            FROM pg_publication_rel r
            JOIN pg_class c ON c.oid = r.prrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE r.prpubid = ANY (?)
            """;

    /** All default privileges of the database: they decide what a new object is granted. */
    static final String DEFAULT_PRIVILEGES = """
            SELECT d.oid, d.defaclnamespace AS namespace, d.defaclobjtype AS kind,
                   pg_get_userbyid(d.defaclrole) AS role, quote_ident(pg_get_userbyid(d.defaclrole)) AS sql
            FROM pg_default_acl d
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

    /** What belongs to an extension. */
    static final String EXTENSION_MEMBERS = """
            SELECT d.classid AS class, d.objid AS object, d.refobjid AS extension
            FROM pg_depend d
            WHERE d.refclassid = 'pg_extension'::regclass AND d.refobjid = ANY (?) AND d.deptype = 'e'
            """;
}
