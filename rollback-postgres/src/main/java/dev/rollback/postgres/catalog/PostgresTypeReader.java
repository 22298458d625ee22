// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import static dev.rollback.postgres.names.PostgresIdentifiers.block;
import static dev.rollback.postgres.names.PostgresIdentifiers.literal;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Enum, composite, domain, range and base types. */
final class PostgresTypeReader {
    /** A constraint of a domain; {@code named} when a NOT NULL has not the name that the server gives it. */
    private record DomainConstraint(long oid, String name, String sql, boolean check, String text, boolean named) {
        String definition() {
            return "CONSTRAINT " + sql + " " + text;
        }
    }

    /** How a type is made, and how a live one of the same shape is brought to that. */
    private record Statements(String definition, List<String> create, List<String> replace, String shape) {
        static Statements create(String statement) {
            return new Statements(statement, List.of(statement), List.of(), "");
        }

        static Statements cannotBeMade(String definition) {
            return new Statements(definition, List.of(), List.of(), "");
        }
    }

    private final PostgresRead read;
    private final PostgresColumnReader columns;
    private final PostgresPrivileges privileges;
    private final Map<Long, List<DomainConstraint>> constraints = new HashMap<>();

    PostgresTypeReader(PostgresRead read, PostgresColumnReader columns, PostgresPrivileges privileges) {
        this.read = read;
        this.columns = columns;
        this.privileges = privileges;
    }

    void read() throws SQLException {
        read.eachInScope(
                PostgresObjectQueries.DOMAIN_CONSTRAINTS,
                row -> constraints
                        .computeIfAbsent(row.number("type"), k -> new ArrayList<>())
                        .add(new DomainConstraint(
                                row.number("oid"),
                                row.text("name"),
                                row.text("sql"),
                                row.text("kind").equals("c"),
                                row.text("text"),
                                row.flag("named"))));
        read.eachInScope(PostgresObjectQueries.TYPES, row -> read.add(PostgresClass.TYPE, type(row)));
    }

    private OpaqueObject type(CatalogRow row) throws SQLException {
        boolean domain = row.text("kind").equals("d");
        String sql = row.text("sql");
        String name = (domain ? "DOMAIN " : "TYPE ") + sql;
        long oid = row.number("oid");
        Statements statements = statements(row);
        PostgresSettings settings = new PostgresSettings()
                .owner("ALTER " + name, row.text("owner"))
                .comment(name, read.comment(PostgresClass.TYPE, oid))
                .add(privileges.of(PostgresPrivileges.On.TYPE, PostgresClass.TYPE, oid, sql, sql, row.text("owner")));
        ObjectId id = ObjectId.of(ObjectKind.TYPE, row.text("schema"), row.text("name"));
        for (DomainConstraint c : constraints.getOrDefault(oid, List.of())) {
            read.name(PostgresClass.CONSTRAINT.oid, c.oid, id);
            settings.comment(
                    "constraint " + c.name + " comment",
                    "CONSTRAINT " + c.sql + " ON " + name,
                    read.comment(PostgresClass.CONSTRAINT, c.oid));
        }
        if (row.number("relation") != 0) {
            read.name(PostgresClass.RELATION.oid, row.number("relation"), id);
            columns.comments(read.relation(row.number("relation")), settings);
        }
        return new OpaqueObject(
                id,
                statements.definition,
                statements.create,
                List.of("DROP " + name),
                statements.replace,
                statements.shape,
                settings.sorted(),
                Set.of(),
                oid);
    }

    private Statements statements(CatalogRow row) throws SQLException {
        String create = "CREATE TYPE " + row.text("sql") + " AS ";
        return switch (row.text("kind")) {
            case "e" -> Statements.create(create + "ENUM (" + lines(row.list("labels")) + ")");
            case "c" ->
                Statements.create(create + "(" + lines(columns.typed(read.relation(row.number("relation")))) + ")");
            case "r" -> range(row, create + "RANGE (\n    " + row.text("range") + "\n)");
            case "d" -> domain(row);
            default -> Statements.cannotBeMade("base type");
        };
    }

    /** A canonical function takes the range type that it is part of: neither can be made before the other. */
    private static Statements range(CatalogRow row, String create) throws SQLException {
        return row.flag("canonical") ? Statements.cannotBeMade(create) : Statements.create(create);
    }

    private static String lines(List<String> parts) {
        return parts.isEmpty() ? "" : "\n    " + String.join(",\n    ", parts) + "\n";
    }

    private Statements domain(CatalogRow row) throws SQLException {
        String alter = "ALTER DOMAIN " + row.text("sql");
        String collation = row.optional("collation");
        String type = row.text("base") + (collation == null ? "" : " COLLATE " + collation);
        String defaultValue = row.optional("default_value");
        List<DomainConstraint> all = constraints.getOrDefault(row.number("oid"), List.of());
        List<String> checks = all.stream()
                .filter(DomainConstraint::check)
                .map(c -> alter + " ADD " + c.definition())
                .toList();
        String notNull = row.flag("not_null") ? notNull(all) : null;

        List<String> create = new ArrayList<>();
        create.add("CREATE DOMAIN " + row.text("sql") + " AS " + type
                + (defaultValue == null ? "" : " DEFAULT " + defaultValue)
                + (notNull == null ? "" : " " + notNull));
        create.addAll(checks);

        List<String> replace = List.of(
                alter + (defaultValue == null ? " DROP DEFAULT" : " SET DEFAULT " + defaultValue),
                notNull == null ? alter + " DROP NOT NULL" : setNotNull(row.text("sql"), alter, notNull),
                setConstraints(row.text("sql"), alter, all));
        return new Statements(String.join(";\n", create), create, replace, "domain over " + type);
    }

    private static String notNull(List<DomainConstraint> constraints) {
        return constraints.stream()
                .filter(c -> !c.check && c.named)
                .map(c -> "CONSTRAINT " + c.sql + " NOT NULL")
                .findFirst()
                .orElse("NOT NULL");
    }

    private static String setNotNull(String domain, String alter, String notNull) {
        return block(
                """
                BEGIN
                  IF NOT (SELECT t.typnotnull FROM pg_type t WHERE t.oid = %s::regtype) THEN
                    %s %s;
                  END IF;
                END""".formatted(literal(domain), alter, notNull.equals("NOT NULL") ? "SET NOT NULL" : "ADD " + notNull));
    }

    /** Touches only constraints that differ: the server refuses any change while a composite type uses the domain. */
    private static String setConstraints(String domain, String alter, List<DomainConstraint> wanted) {
        String add = wanted.stream()
                .map(c -> """
                          IF NOT EXISTS (SELECT FROM pg_constraint k
                                         WHERE k.contypid = %s::regtype AND k.conname = %s) THEN
                            %s ADD %s;
                          END IF;
                        """.formatted(literal(domain), literal(c.name), alter, c.definition()))
                .collect(Collectors.joining());
        return block("""
                DECLARE name text;
                BEGIN
                  FOR name IN SELECT k.conname FROM pg_constraint k
                              WHERE k.contypid = %s::regtype
                                AND k.conname || ' ' || pg_get_constraintdef(k.oid) <> ALL (ARRAY[%s]::text[])
                  LOOP
                    EXECUTE format(%s, name);
                  END LOOP;
                %sEND""".formatted(
                        literal(domain),
                        wanted.stream().map(c -> literal(c.name + " " + c.text)).collect(Collectors.joining(", ")),
                        literal(alter.replace("%", "%%") + " DROP CONSTRAINT %I"),
                        add));
    }
}
