// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.catalog;

import dev.rollback.RollbackRefusedException;
import dev.rollback.dialect.CatalogRow;
import dev.rollback.model.Column;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.Setting;
import dev.rollback.model.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables with their columns and identity numbers, and views. */
final class H2TableReader {
    private static final String MATERIALIZED = "org.h2.table.MaterializedView";
    private static final String LINK = "TABLE LINK";

    private final H2Read read;
    private final H2ViewReader views;
    private final Map<ObjectId, Found> tables = new HashMap<>();
    private final Map<ObjectId, List<Column>> columns = new HashMap<>();
    private final Map<ObjectId, List<Setting>> settings = new HashMap<>();

    /** What the list of tables tells of one. */
    private record Found(String storage, String text, String remarks, Map<String, String> types) {}

    H2TableReader(H2Read read) {
        this.read = read;
        this.views = new H2ViewReader(read);
    }

    /** @param domains the type of each domain by its quoted name */
    void read(Map<String, String> domains) throws SQLException {
        read.each(H2CatalogQueries.TABLES, row -> {
            ObjectId id = ObjectId.table(row.text("in_schema"), row.text("name"));
            if (row.text("class").equals(MATERIALIZED)) { // the server fails on all columns of such a schema
                throw new RollbackRefusedException(
                        "There is a materialized view " + id.path()
                                + ", and H2 cannot list the columns of its schema. Drop it first, and make it again afterwards.");
            }
            String text = row.textOrEmpty("text");
            if (row.text("kind").equals("VIEW")) {
                views.add(id, text, row.textOrEmpty("remarks"));
            } else {
                tables.put(
                        id,
                        new Found(row.text("storage"), text, row.textOrEmpty("remarks"), H2ColumnType.ofTable(text)));
            }
        });
        read.each(H2CatalogQueries.COLUMNS, row -> {
            ObjectId id = ObjectId.table(row.text("in_schema"), row.text("in_table"));
            Found table = tables.get(id);
            if (table != null) {
                column(id, table, row, domains);
            } else {
                String column = H2Names.quote(id) + "." + H2Names.quote(row.text("name"));
                views.column(id, row.text("name"), column, row.textOrEmpty("remarks"));
            }
        });
        tables.forEach(this::add);
        views.read();
    }

    private void column(ObjectId table, Found found, CatalogRow row, Map<String, String> domains) throws SQLException {
        String name = row.text("name");
        String declared = found.types().getOrDefault(name, "");
        String domain =
                row.optional("domain") == null ? null : H2Names.quote(row.text("domain_schema"), row.text("domain"));
        String generated = row.optional("generated");
        String identity = row.optional("identity");
        columns.computeIfAbsent(table, t -> new ArrayList<>())
                .add(new Column(
                        name,
                        domain == null ? declared : domains.getOrDefault(domain, declared),
                        false,
                        row.text("nullable").equals("YES"),
                        generated == null ? row.optional("given") : null,
                        generated,
                        identity,
                        null,
                        attributes(domain, row),
                        0));
        String path = H2Names.quote(table) + "." + H2Names.quote(name);
        settings.computeIfAbsent(table, t -> new ArrayList<>())
                .add(H2Settings.ofColumn(name, path, row.textOrEmpty("remarks"), domain == null));
        if (identity != null) {
            ObjectId id = ObjectId.of(ObjectKind.SEQUENCE, table.schema(), table.name() + "." + name);
            read.add(H2SequenceOptions.sequence(id, row, H2SequenceOptions.of(row), table, name, List.of()));
        }
    }

    private static String attributes(@Nullable String domain, CatalogRow row) throws SQLException {
        return H2Columns.attributes(
                domain, row.flag("visible"), row.flag("default_on_null"), row.optional("on_update"));
    }

    private void add(ObjectId id, Found found) {
        List<Setting> all = new ArrayList<>(settings.getOrDefault(id, List.of()));
        all.add(H2Settings.comment("TABLE " + H2Names.quote(id), found.remarks()));
        all.sort(Comparator.comparing(Setting::name));
        String suffix = H2ColumnType.suffix(found.text());
        read.add(new Table(
                id,
                columns.getOrDefault(id, List.of()),
                found.storage() + (suffix.isEmpty() ? "" : " " + suffix),
                null,
                null,
                null,
                List.of(),
                found.storage().equals(LINK) ? "is a link to a table of another database" : "",
                all,
                Set.of(),
                0,
                0));
    }
}
