// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.catalog;

import dev.rollback.capture.SchemaReader;
import dev.rollback.capture.Scope;
import dev.rollback.model.DatabaseModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the catalog: lists of objects from the information schema, definitions as H2 itself would write them in a script. */
public final class H2SchemaReader implements SchemaReader {
    /** The reader needs no settings. */
    public H2SchemaReader() {}

    @Override
    public DatabaseModel read(Connection connection, Scope scope) throws SQLException {
        H2Read read = new H2Read(connection, scope.schemas());
        H2OtherReader others = new H2OtherReader(read);
        others.readSchemas();
        new H2TableReader(read).read(new H2DomainReader(read).read());
        H2ConstraintReader constraints = new H2ConstraintReader(read);
        constraints.readConstraints();
        constraints.readIndexes();
        others.readSequences();
        others.readConstants();
        others.readRoutines();
        others.readTriggers();
        others.readSynonyms();
        others.readRights();
        List<String> database = new ArrayList<>();
        read.each(H2CatalogQueries.DATABASE, row -> database.addAll(List.of(row.text("version"), row.text("place"))));
        return new DatabaseModel(
                "H2", database.get(0), database.get(1), scope.schemas(), new H2Dependencies(read.objects()).resolve());
    }
}
