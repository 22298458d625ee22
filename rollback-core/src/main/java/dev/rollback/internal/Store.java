// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.primaryKey;
import static org.jooq.impl.DSL.table;

import dev.rollback.InvalidInputException;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Queries;
import dev.rollback.model.ObjectId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The tables of ours in the backup schema: backups, runs, steps, losses, quarantine, kept originals, proven states. */
public final class Store {
    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    /** Times are stored without a zone, as UTC: that is what all products know. */
    private static final DataType<OffsetDateTime> UTC = SQLDataType.LOCALDATETIME(6)
            .asConvertedDataType(Converter.ofNullable(
                    LocalDateTime.class,
                    OffsetDateTime.class,
                    t -> t.atOffset(ZoneOffset.UTC),
                    t -> t.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()));

    public static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT.identity(true));
    public static final Field<String> LABEL =
            field(name("label"), SQLDataType.VARCHAR(100).nullable(false));
    public static final Field<OffsetDateTime> TAKEN_AT = time("taken_at");
    public static final Field<String> PROVIDER = word("provider");
    public static final Field<String> ORIGIN = word("origin");
    public static final Field<Integer> TABLES = field(name("tables"), SQLDataType.INTEGER);
    public static final Field<Long> ROWS = field(name("rows"), SQLDataType.BIGINT);
    public static final Field<Long> BYTES = field(name("bytes"), SQLDataType.BIGINT);
    public static final Field<OffsetDateTime> CHECKED_AT = time("checked_at");
    public static final Field<String> MANIFEST = text("manifest");
    public static final Field<String> SHA256 = word("sha256");
    public static final Field<Long> RUN = field(name("run"), SQLDataType.BIGINT);
    public static final Field<String> TARGET = text("target");
    public static final Field<String> STATE = word("state");
    public static final Field<String> MODE = word("mode");
    public static final Field<String> REQUEST = text("request");
    public static final Field<String> PLAN_HASH = word("plan_hash");
    public static final Field<String> OPERATOR = text("operator");
    public static final Field<String> REASON = text("reason");
    public static final Field<String> TICKET = text("ticket");
    public static final Field<OffsetDateTime> STARTED = time("started");
    public static final Field<OffsetDateTime> ENDED = time("ended");
    public static final Field<String> MESSAGE = text("message");
    public static final Field<String> POSITION = text("position");
    public static final Field<String> SAFETY = text("safety_label");
    public static final Field<String> REPORT = text("report");
    public static final Field<Integer> NUMBER = field(name("number"), SQLDataType.INTEGER);
    public static final Field<String> KIND = word("kind");
    public static final Field<String> OBJECT = text("object");
    public static final Field<String> SUMMARY = text("summary");
    public static final Field<String> STATEMENTS = text("statements");
    public static final Field<Long> MILLIS = field(name("millis"), SQLDataType.BIGINT);
    public static final Field<String> TABLE_NAME = text("table_name");
    public static final Field<String> COLUMN_NAME = text("column_name");
    public static final Field<String> EXPLANATION = text("explanation");
    public static final Field<String> ACCEPTED_BY = text("accepted_by");
    public static final Field<String> ROW_KEY = text("row_key");
    public static final Field<JSONB> ROW_DATA = field(name("row_data"), SQLDataType.JSONB);
    public static final Field<OffsetDateTime> AT =
            field(name("at"), UTC.defaultValue(DSL.field("current_timestamp(6)", UTC)));
    public static final Field<String> RELATION = text("relation");
    public static final Field<String> SOURCE = text("source");
    public static final Field<OffsetDateTime> DROPPED_AT = time("dropped_at");
    public static final Field<String> CHECKSUM = text("checksum");

    private static final Field<?>[] QUARANTINE = {ID, RUN, TABLE_NAME, REASON, ROW_KEY, ROW_DATA, AT};

    private final Dialect dialect;
    private final String schema;

    public Store(Dialect dialect, String schema) {
        this.dialect = dialect;
        this.schema = schema;
    }

    private static Field<String> word(String name) {
        return field(name(name), SQLDataType.VARCHAR(100));
    }

    private static Field<String> text(String name) {
        return field(name(name), SQLDataType.CLOB);
    }

    private static Field<OffsetDateTime> time(String name) {
        return field(name(name), UTC);
    }

    public String schema() {
        return schema;
    }

    public Table<Record> backups() {
        return own("rollback_backup");
    }

    public Table<Record> runs() {
        return own("rollback_run");
    }

    public Table<Record> steps() {
        return own("rollback_step");
    }

    public Table<Record> losses() {
        return own("rollback_loss");
    }

    public Table<Record> quarantine() {
        return own("rollback_quarantine");
    }

    public Table<Record> kept() {
        return own("rollback_kept");
    }

    public Table<Record> marks() {
        return own("rollback_mark");
    }

    public Table<Record> states() {
        return own("rollback_row_state");
    }

    /** All of them, whether they are there or not. */
    public List<ObjectId> tables() {
        return Stream.of(backups(), runs(), steps(), losses(), quarantine(), kept(), marks(), states())
                .map(table -> ObjectId.table(schema, table.getName()))
                .toList();
    }

    private Table<Record> own(String table) {
        return table(name(schema, table));
    }

    public DSLContext sql(Connection connection) {
        Settings settings = new Settings().withExecuteLogging(false).withRenderQuotedNames(RenderQuotedNames.ALWAYS);
        return DSL.using(connection, SQLDialect.valueOf(dialect.jooqName()), settings);
    }

    /** Whether anything of ours is there. */
    public boolean exists(Connection connection) throws SQLException {
        if (dialect.server().existingSchemas(connection, List.of(schema)).isEmpty()) {
            return false;
        }
        return relations(connection).contains("rollback_backup");
    }

    /**
     * For what cannot go on without anything of ours.
     *
     * @throws InvalidInputException when nothing of ours is there
     */
    public void require(Connection connection) throws SQLException {
        if (exists(connection)) {
            return;
        }
        boolean schemaIsThere =
                !dialect.server().existingSchemas(connection, List.of(schema)).isEmpty();
        throw new InvalidInputException((schemaIsThere
                        ? "Schema " + schema + " holds no backups of this library"
                        : "Backup schema " + schema + " not found")
                + ". If backups were captured into another one, name it with backupSchema (--backup-schema on the"
                + " command line); if it was dropped, restore it, or the database, from an external dump.");
    }

    /** All relations of the backup schema. */
    public List<String> relations(Connection connection) throws SQLException {
        return dialect.server().relations(connection, schema);
    }

    /** Makes the schema and the tables that are not there yet; asks for no privilege when all are. */
    public void create(Connection connection) throws SQLException {
        Set<String> there = new HashSet<>(relations(connection));
        if (there.isEmpty()) {
            try (Statement statement = Queries.statement(connection)) {
                for (String sql : dialect.ddl().createSchemaIfMissing(schema)) {
                    statement.execute(sql);
                }
            }
        }
        DSLContext sql = sql(connection);
        make(
                sql, there, runs(), ID, TARGET, STATE, MODE, REQUEST, PLAN_HASH, OPERATOR, REASON, TICKET, STARTED,
                ENDED, MESSAGE, POSITION, SAFETY, REPORT);
        make(sql, there, steps(), ID, RUN, NUMBER, KIND, OBJECT, SUMMARY, STATEMENTS, ROWS, MILLIS, STATE);
        make(sql, there, losses(), ID, RUN, KIND, TABLE_NAME, COLUMN_NAME, ROWS, EXPLANATION, ACCEPTED_BY);
        make(sql, there, quarantine(), QUARANTINE);
        make(sql, there, kept(), ID, RUN, KIND, RELATION, SOURCE, DROPPED_AT);
        make(sql, there, marks(), ID, LABEL, KIND, POSITION, SOURCE, TABLE_NAME, RELATION, CHECKSUM);
        make(sql, there, states(), ID, LABEL, TABLE_NAME, ROWS, CHECKSUM, RUN);
        if (!there.contains(backups().getName())) {
            sql.createTableIfNotExists(backups())
                    .columns(ID, LABEL, TAKEN_AT, PROVIDER, ORIGIN, TABLES, ROWS, BYTES, CHECKED_AT, MANIFEST, SHA256)
                    .constraints(
                            primaryKey(ID),
                            constraint(name("rollback_backup_label")).unique(LABEL))
                    .execute();
        }
    }

    /** The statements that make the quarantine if it is not there. */
    public List<String> quarantineDdl() {
        Settings settings = new Settings().withRenderQuotedNames(RenderQuotedNames.ALWAYS);
        return List.of(DSL.using(SQLDialect.valueOf(dialect.jooqName()), settings)
                .createTableIfNotExists(quarantine())
                .columns(QUARANTINE)
                .constraints(primaryKey(ID))
                .getSQL(ParamType.INLINED));
    }

    private static void make(DSLContext sql, Set<String> there, Table<Record> table, Field<?>... fields) {
        if (!there.contains(table.getName())) {
            sql.createTableIfNotExists(table)
                    .columns(fields)
                    .constraints(primaryKey(ID))
                    .execute();
        }
    }
}
