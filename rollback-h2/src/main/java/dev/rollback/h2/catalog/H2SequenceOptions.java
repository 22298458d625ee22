// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Sequence;
import dev.rollback.model.Setting;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What sequences and identity columns have in common. The catalog tells the number that comes next. */
final class H2SequenceOptions {
    private H2SequenceOptions() {}

    static String of(CatalogRow row) throws SQLException {
        return "START WITH " + row.text("start_value") + " INCREMENT BY " + row.text("step") + " MINVALUE "
                + row.text("lowest") + " MAXVALUE " + row.text("highest")
                + (row.text("cycle").equals("YES") ? " CYCLE" : " NO CYCLE") + " CACHE " + row.text("cached");
    }

    static Sequence sequence(
            ObjectId id,
            CatalogRow row,
            String options,
            @Nullable ObjectId identityOf,
            @Nullable String column,
            List<Setting> settings)
            throws SQLException {
        long step = row.number("step");
        boolean exhausted = row.optional("base") == null;
        long next = exhausted ? row.number(step < 0 ? "lowest" : "highest") + step : row.number("base");
        boolean called = next != row.number("start_value");
        return new Sequence(
                id, options, identityOf, column, null, step, called ? next - step : next, called, settings, 0);
    }
}
