// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.catalog;

import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Views, as H2 writes them: with all names qualified. */
final class H2ViewReader {
    private final H2Read read;
    private final Map<ObjectId, Found> found = new LinkedHashMap<>();

    private record Found(String text, List<Setting> settings) {}

    H2ViewReader(H2Read read) {
        this.read = read;
    }

    void add(ObjectId table, String text, String remarks) {
        List<Setting> settings = new ArrayList<>();
        settings.add(H2Settings.comment("VIEW " + H2Names.quote(table), remarks));
        found.put(table, new Found(text, settings));
    }

    void column(ObjectId table, String name, String path, String remarks) {
        Found view = found.get(table);
        if (view != null) {
            view.settings().add(H2Settings.ofColumn(name, path, remarks, true));
        }
    }

    void read() {
        found.forEach((table, view) -> {
            ObjectId id = ObjectId.of(ObjectKind.VIEW, table.schema(), table.name());
            String definition = H2Tokens.afterName(view.text(), "VIEW");
            view.settings().sort(Comparator.comparing(Setting::name));
            read.add(new OpaqueObject(
                    id,
                    definition,
                    List.of("CREATE FORCE VIEW " + H2Names.quote(id) + " " + definition),
                    List.of("DROP VIEW " + H2Names.quote(id)),
                    List.of(),
                    "",
                    view.settings(),
                    Set.of(),
                    0));
        });
    }
}
