// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

/**
 * The queries over all other kinds of objects, the same for PostgreSQL 15 to 18; columns that only some versions have are read
 * through to_jsonb.
 *
 * <p>Parameters are arrays of oids. Queries "by relation" take the relations of the scope; queries "by scope" take the
 * schemas of the scope, then the oids to follow. Oids below 16384 belong to the system. Columns named {@code sql} are
 * quoted and qualified, ready for a statement.
 */
final class PostgresObjectQueries {

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

    /** What belongs to an extension. */
    static final String EXTENSION_MEMBERS = """
            SELECT d.classid AS class, d.objid AS object, d.refobjid AS extension
            FROM pg_depend d
            WHERE d.refclassid = 'pg_extension'::regclass AND d.refobjid = ANY (?) AND d.deptype = 'e'
            """;

    private PostgresObjectQueries() {}
}
