// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.server;

/** The queries of {@link PostgresServer}, the same for PostgreSQL 15 to 18. */
final class PostgresServerQueries {
    private PostgresServerQueries() {}

    static final String EXISTING_SCHEMAS =
            "SELECT nspname FROM pg_namespace WHERE nspname::text = ANY (?) ORDER BY nspname";

    static final String READ_ONLY = """
            SELECT CASE WHEN pg_is_in_recovery() THEN 'the server is a read-only replica'
                        WHEN current_setting('transaction_read_only')::boolean
                        THEN 'the session is read-only (transaction_read_only)'
                   END
            """;

    /** Gives this transaction its number, and tells the oldest one that had not ended when it began to look. */
    static final String POSITION =
            "SELECT pg_current_xact_id()::text || ' ' || pg_snapshot_xmin(pg_current_snapshot())::text";

    /**
     * By schema, table and column: what cannot live without the column and is not dropped with it unasked: everything but its
     * default, its sequence, and constraints and indexes over plain columns.
     */
    static final String DEPENDENTS = """
            SELECT DISTINCT CASE WHEN d.classid = 'pg_rewrite'::regclass
                                 THEN (SELECT pg_describe_object('pg_class'::regclass, r.ev_class, 0)
                                       FROM pg_rewrite r WHERE r.oid = d.objid)
                                 ELSE pg_describe_object(d.classid, d.objid, d.objsubid) END
            FROM pg_namespace n
            JOIN pg_class t ON t.relnamespace = n.oid
            JOIN pg_attribute a ON a.attrelid = t.oid
            JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid AND d.refobjsubid = a.attnum
            LEFT JOIN pg_index i ON d.classid = 'pg_class'::regclass AND i.indexrelid = d.objid
            WHERE n.nspname = ? AND t.relname = ? AND a.attname = ? AND d.deptype <> 'i'
              AND NOT (d.classid = 'pg_attrdef'::regclass
                       AND EXISTS (SELECT FROM pg_attrdef f
                                   WHERE f.oid = d.objid AND f.adrelid = t.oid AND f.adnum = a.attnum))
              AND NOT (d.classid = 'pg_class'::regclass
                       AND EXISTS (SELECT FROM pg_class s WHERE s.oid = d.objid AND s.relkind = 'S'))
              AND d.classid <> 'pg_constraint'::regclass
              AND NOT (i.indexrelid IS NOT NULL AND i.indexprs IS NULL AND i.indpred IS NULL)
            UNION ALL
            SELECT 'the partition key of ' || t.oid::regclass
            FROM pg_namespace n
            JOIN pg_class t ON t.relnamespace = n.oid
            JOIN pg_attribute a ON a.attrelid = t.oid
            JOIN pg_partitioned_table p ON p.partrelid = t.oid
            WHERE n.nspname = ? AND t.relname = ? AND a.attname = ? AND a.attnum = ANY (p.partattrs)
            """;

    /** By schema and name: tables; of a partitioned one the sum over its partitions. Estimates as the planner's. */
    static final String SIZES = """
            SELECT t.schema, t.name, sum(CASE WHEN c.reltuples > 0 AND c.relpages > 0
                                              THEN c.reltuples::float8 / c.relpages * s.pages
                                              ELSE s.pages * 10 END)::bigint AS rows,
                   sum(pg_total_relation_size(c.oid))::bigint AS bytes
            FROM unnest(?::text[], ?::text[]) AS t (schema, name)
            JOIN pg_namespace n ON n.nspname = t.schema
            JOIN pg_class r ON r.relnamespace = n.oid AND r.relname = t.name
            CROSS JOIN LATERAL (SELECT r.oid UNION SELECT relid FROM pg_partition_tree(r.oid)) l (oid)
            JOIN pg_class c ON c.oid = l.oid
            CROSS JOIN LATERAL (SELECT CASE WHEN c.relkind IN ('r', 'm') THEN pg_relation_size(c.oid) ELSE 0 END
                                       / current_setting('block_size')::bigint) s (pages)
            WHERE r.relkind IN ('r', 'p', 'm')
            GROUP BY t.schema, t.name
            """;

    /** By schema: its tables and views. */
    static final String RELATIONS = """
            SELECT c.relname
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
            ORDER BY c.relname
            """;

    /** By schema and name: the leaves of a partitioned table. */
    static final String PARTITIONS = """
            SELECT c.relname AS name,
                   CASE WHEN c.reltuples > 0 AND c.relpages > 0 THEN c.reltuples / c.relpages ELSE 10 END
                   * (pg_relation_size(c.oid) / current_setting('block_size')::bigint) AS rows,
                   pg_total_relation_size(c.oid) AS bytes
            FROM pg_class r
            JOIN pg_namespace n ON n.oid = r.relnamespace
            CROSS JOIN LATERAL pg_partition_tree(r.oid) l
            JOIN pg_class c ON c.oid = l.relid
            WHERE n.nspname = ? AND r.relname = ? AND l.isleaf AND c.relkind = 'r' AND l.relid <> r.oid
            ORDER BY c.relname
            """;

    /** By schema and name: what holds the rows of one table. */
    static final String LEAVES = """
            SELECT n.nspname AS schema, c.relname AS name, c.relkind = 'f' AS is_foreign, s.pages,
                   CASE WHEN c.reltuples > 0 AND c.relpages > 0 THEN c.reltuples / c.relpages ELSE 10 END AS density
            FROM pg_class r
            JOIN pg_namespace rn ON rn.oid = r.relnamespace
            CROSS JOIN LATERAL (SELECT r.oid UNION SELECT relid FROM pg_partition_tree(r.oid)) l (oid)
            JOIN pg_class c ON c.oid = l.oid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL (SELECT CASE WHEN c.relkind IN ('r', 'm') THEN pg_relation_size(c.oid) ELSE 0 END
                                       / current_setting('block_size')::bigint) s (pages)
            WHERE rn.nspname = ? AND r.relname = ? AND c.relkind <> 'p'
            ORDER BY n.nspname, c.relname
            """;

    /** By schema and name, and the sequences, or all tables too, of some schemas: what the current role may do with relations. */
    static final String RELATION_PRIVILEGES = """
            WITH asked AS (
                SELECT t.schema, t.name FROM unnest(?::text[], ?::text[]) AS t (schema, name)
                UNION
                SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ANY (?::text[]) AND (c.relkind = 'S' OR ? AND c.relkind IN ('r', 'p'))
            )
            SELECT a.schema, a.name, current_user AS role, format('%I.%I', a.schema, a.name) AS sql,
                   pg_get_userbyid(c.relowner) AS owner, c.relkind = 'S' AS sequence,
                   pg_has_role(c.relowner, 'USAGE') AS owned,
                   has_table_privilege(c.oid, 'SELECT') AS "SELECT",
                   has_table_privilege(c.oid, 'INSERT') AS "INSERT",
                   has_table_privilege(c.oid, 'UPDATE') AS "UPDATE",
                   has_table_privilege(c.oid, 'REFERENCES') AS "REFERENCES",
                   c.relkind <> 'S' AND row_security_active(c.oid) AS row_security
            FROM asked a
            JOIN pg_namespace n ON n.nspname = a.schema
            JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = a.name
            ORDER BY a.schema, a.name
            """;

    /** By what the catalog calls them: roles that the current one is no member of, with a number for each. */
    static final String FOREIGN_ROLES = """
            SELECT o.no, current_user AS role, to_regrole(o.owner) IS NULL AS gone
            FROM unnest(?::text[]) WITH ORDINALITY AS o (owner, no)
            WHERE pg_has_role(to_regrole(o.owner), 'USAGE') IS NOT TRUE
            ORDER BY o.no
            """;

    /** By name: what the current role may not do in schemas, and in the database when a schema is missing. */
    static final String SCHEMA_PRIVILEGES = """
            SELECT t.schema, current_user AS role, current_database() AS database, n.oid IS NOT NULL AS found,
                   coalesce(has_schema_privilege(n.oid, 'USAGE'), false) AS usage,
                   coalesce(has_schema_privilege(n.oid, 'CREATE'), false) AS creates,
                   has_database_privilege(current_database(), 'CREATE') AS creates_schemas
            FROM unnest(?::text[]) AS t (schema)
            LEFT JOIN pg_namespace n ON n.nspname = t.schema
            ORDER BY t.schema
            """;

    /**
     * Numbers of the transactions that wrote the catalog rows of some schemas after a given one. Parameters: the schemas, the
     * position, oids of tables that were merely rewritten, positions to leave out. Numbers are compared modulo 2^32, as rows
     * have only the lower half of them. Sequences and materialized views are passed over: RESTART and REFRESH touch their rows.
     */
    static final String TRANSACTIONS_OF_DDL = """
            WITH start AS (
                SELECT p.position, p.position % 4294967296 AS base,
                       pg_snapshot_xmax(pg_current_snapshot())::text::numeric - p.position AS distance
                FROM (SELECT ?::numeric) p (position)
            ), ns AS (
                SELECT oid FROM pg_namespace WHERE nspname = ANY (?)
            ), rel AS (
                SELECT c.oid, c.relkind, c.reltype, c.xmin AS xid FROM pg_class c JOIN ns ON ns.oid = c.relnamespace
            ), rewritten AS (
                SELECT u.oid FROM unnest(?::oid[]) u (oid)
                UNION ALL
                SELECT i.indexrelid FROM pg_index i JOIN unnest(?::oid[]) u (oid) ON u.oid = i.indrelid
            ), written (xid) AS (
                SELECT xid FROM rel WHERE relkind NOT IN ('S', 'm', 't') AND oid NOT IN (SELECT oid FROM rewritten)
                UNION SELECT a.xmin FROM pg_attribute a JOIN rel ON rel.oid = a.attrelid
                UNION SELECT d.xmin FROM pg_attrdef d JOIN rel ON rel.oid = d.adrelid
                UNION SELECT k.xmin FROM pg_constraint k JOIN ns ON ns.oid = k.connamespace
                UNION SELECT i.xmin FROM pg_index i JOIN rel ON rel.oid = i.indrelid
                UNION SELECT h.xmin FROM pg_inherits h JOIN rel ON rel.oid = h.inhrelid
                UNION SELECT r.xmin FROM pg_rewrite r JOIN rel ON rel.oid = r.ev_class
                UNION SELECT g.xmin FROM pg_trigger g JOIN rel ON rel.oid = g.tgrelid
                UNION SELECT p.xmin FROM pg_policy p JOIN rel ON rel.oid = p.polrelid
                UNION SELECT q.xmin FROM pg_sequence q JOIN rel ON rel.oid = q.seqrelid
                UNION SELECT s.xmin FROM pg_statistic_ext s JOIN ns ON ns.oid = s.stxnamespace
                UNION SELECT y.xmin FROM pg_type y JOIN ns ON ns.oid = y.typnamespace
                UNION SELECT e.xmin FROM pg_enum e JOIN pg_type y ON y.oid = e.enumtypid
                                                   JOIN ns ON ns.oid = y.typnamespace
                UNION SELECT f.xmin FROM pg_proc f JOIN ns ON ns.oid = f.pronamespace
                UNION SELECT n.xmin FROM pg_namespace n JOIN ns ON ns.oid = n.oid
            )
            SELECT w.xid
            FROM start s, LATERAL (SELECT xid::text::bigint AS xid FROM written) w
            WHERE s.distance BETWEEN 1 AND 1500000000
              AND (w.xid - s.base + 4294967296) % 4294967296 BETWEEN 1 AND s.distance
              AND NOT EXISTS (SELECT FROM unnest(?::numeric[]) o (position) WHERE o.position % 4294967296 = w.xid)
            ORDER BY w.xid
            """;

    /** By schema, table and constraint: the columns of a key's index, each with the operator that the index can look up. */
    static final String KEY_COLUMNS = """
            SELECT quote_ident(a.attname) AS name, format('OPERATOR(%I.%s)', n.nspname, o.oprname) AS equals
            FROM pg_constraint k
            JOIN pg_index i ON i.indexrelid = k.conindid
            CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY u (attnum, nr)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum
            JOIN pg_opclass c ON c.oid = i.indclass[u.nr::int - 1]
            JOIN pg_amop m ON m.amopfamily = c.opcfamily AND m.amoplefttype = c.opcintype
                          AND m.amoprighttype = c.opcintype AND m.amopstrategy = 3
            JOIN pg_operator o ON o.oid = m.amopopr
            JOIN pg_namespace n ON n.oid = o.oprnamespace
            WHERE k.conrelid = to_regclass(?) AND k.conname = ?
            ORDER BY u.nr
            """;

    /**
     * What a plan uses for the relations with the alias {@code c}: node types, each with an index or without. In a small table
     * another index that begins with a column of the key may be as good to the planner as that of the key, which must be valid.
     * Parameters: the plan as JSON, the table, the constraint.
     */
    static final String PLAN_NODES = """
            SELECT p.node ->> 'Node Type' AS type, p.node ->> 'Relation Name' AS relation, p.node ->> 'Index Name' AS index,
                   coalesce(p.node ->> 'Index Name' = ANY (x.names), false) AS good
            FROM jsonb_path_query(?::jsonb, 'strict $.** ? (exists (@."Alias"))') p (node),
                 (SELECT array_agg(xc.relname::text) AS names
                  FROM pg_constraint k
                  CROSS JOIN LATERAL (SELECT k.conrelid UNION SELECT relid FROM pg_partition_tree(k.conrelid)) l (oid)
                  JOIN pg_index i ON i.indrelid = l.oid
                  JOIN pg_class xc ON xc.oid = i.indexrelid
                  WHERE k.conrelid = to_regclass(?) AND k.conname = ? AND i.indpred IS NULL
                    AND EXISTS (SELECT FROM pg_index own WHERE own.indexrelid = k.conindid AND own.indisvalid)
                    AND EXISTS (SELECT FROM pg_attribute first JOIN pg_attribute a ON a.attname = first.attname
                                WHERE first.attrelid = i.indrelid AND first.attnum = i.indkey[0]
                                  AND a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey))) x
            WHERE p.node ->> 'Alias' ~ '^c(_[0-9]+)?$'
            """;
}
