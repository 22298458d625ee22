// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.postgres.names.PostgresIdentifiers.block;
import static dev.rollback.postgres.names.PostgresIdentifiers.literal;
import static dev.rollback.postgres.names.PostgresNames.quote;

import dev.rollback.dialect.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Switches the users' triggers off for some statements, and then each to what it was; what to do is noted in a setting of
 * the transaction. A table that waits for a deferred check cannot be altered, so checks are made at once.
 */
final class PostgresTriggersOff {
    private static final String NOTE = """
            BEGIN
              PERFORM set_config('rollback.triggers_on', coalesce(string_agg(
                      format('ALTER TABLE ONLY %%s ENABLE %%sTRIGGER %%I', t.tgrelid::regclass,
                             CASE t.tgenabled WHEN 'A' THEN 'ALWAYS ' WHEN 'R' THEN 'REPLICA ' END, t.tgname),
                      '; ' ORDER BY t.tgrelid, t.tgname), ''), true)
              FROM (SELECT DISTINCT coalesce(p.relid, r.relation) AS relid
                    FROM unnest(%s) r (relation) LEFT JOIN LATERAL pg_partition_tree(r.relation) p ON true) o
              JOIN pg_trigger t ON t.tgrelid = o.relid
              WHERE NOT t.tgisinternal AND t.tgenabled <> 'D';
            END""";

    private PostgresTriggersOff() {}

    static List<String> around(List<Relation> relations, List<String> statements) {
        String tables = relations.stream()
                .map(r -> literal(quote(r)) + "::regclass")
                .collect(Collectors.joining(", ", "ARRAY[", "]::regclass[]"));
        List<String> all = new ArrayList<>();
        all.add("SET CONSTRAINTS ALL IMMEDIATE");
        all.add(block(NOTE.formatted(tables)));
        relations.forEach(r -> all.add("ALTER TABLE " + quote(r) + " DISABLE TRIGGER USER"));
        all.addAll(statements);
        all.add("SET CONSTRAINTS ALL IMMEDIATE");
        all.add(block("BEGIN\n  EXECUTE current_setting('rollback.triggers_on');\nEND"));
        return List.copyOf(all);
    }
}
