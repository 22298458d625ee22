// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is different between a snapshot and the live database, by identity and definition, for all kinds alike.
 *
 * @param entries in the order of kinds and names
 */
public record Diff(List<Entry> entries) {

    /**
     * An object that is not the same on both sides.
     *
     * @param id its identity
     * @param snapshot what it was; null when the migration added it
     * @param live what it is; null when the migration removed it
     * @param settings the snapshot's settings that the live object has otherwise
     */
    public record Entry(
            ObjectId id,
            @Nullable SchemaObject snapshot,
            @Nullable SchemaObject live,
            List<Setting> settings) {

        public boolean isMissing() {
            return live == null;
        }

        public boolean isExtra() {
            return snapshot == null;
        }

        /** Present on both sides with another definition. */
        public boolean isChanged() {
            return snapshot != null && live != null && !snapshot.definition().equals(live.definition());
        }
    }

    public static Diff between(DatabaseModel snapshot, DatabaseModel live) {
        TreeSet<ObjectId> ids = new TreeSet<>();
        snapshot.objects().forEach(o -> ids.add(o.id()));
        live.objects().forEach(o -> ids.add(o.id()));
        List<Entry> entries = new ArrayList<>();
        for (ObjectId id : ids) {
            SchemaObject before = snapshot.find(id).orElse(null);
            SchemaObject now = live.find(id).orElse(null);
            List<Setting> settings = before == null || now == null ? List.of() : changed(before, now);
            Entry entry = new Entry(id, before, now, settings);
            if (entry.isMissing() || entry.isExtra() || entry.isChanged() || !settings.isEmpty()) {
                entries.add(entry);
            }
        }
        return new Diff(List.copyOf(entries));
    }

    private static List<Setting> changed(SchemaObject before, SchemaObject now) {
        Map<String, String> values = new HashMap<>();
        now.settings().forEach(s -> values.put(s.name(), s.value()));
        return before.settings().stream()
                .filter(s -> !s.value().equals(values.get(s.name())))
                .toList();
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }
}
