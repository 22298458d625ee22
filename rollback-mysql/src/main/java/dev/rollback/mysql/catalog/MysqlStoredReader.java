// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.dialect.SqlTokens.Token;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.Setting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Routines, triggers and events: their text is what somebody wrote. */
final class MysqlStoredReader {
    /** A trigger and the one of the same table and moment that fires before it. */
    private record Trigger(String table, @Nullable String before) {}

    private final MysqlRead read;
    private final MysqlPrivileges privileges;
    private final Map<String, String> collations;

    /** @param collations of the schemas */
    MysqlStoredReader(MysqlRead read, MysqlPrivileges privileges, Map<String, String> collations) {
        this.read = read;
        this.privileges = privileges;
        this.collations = collations;
    }

    void readRoutines() throws SQLException {
        Map<String, List<ObjectId>> byKind = new LinkedHashMap<>();
        read.each(MysqlCatalogQueries.ROUTINES, row -> {
            String kind = row.text("kind");
            ObjectKind known = kind.equals("FUNCTION")
                    ? ObjectKind.FUNCTION
                    : kind.equals("PROCEDURE") ? ObjectKind.PROCEDURE : ObjectKind.OTHER;
            byKind.computeIfAbsent(kind, k -> new ArrayList<>())
                    .add(ObjectId.of(known, row.text("schema"), row.text("name")));
        });
        for (Map.Entry<String, List<ObjectId>> kind : byKind.entrySet()) {
            Map<ObjectId, MysqlShown> shown = read.show(kind.getKey(), kind.getValue());
            for (ObjectId id : kind.getValue()) {
                MysqlShown one = Objects.requireNonNull(shown.get(id));
                boolean routine = id.kind() != ObjectKind.OTHER;
                ObjectId own = routine ? id : ObjectId.of(id.kind(), id.schema(), kind.getKey() + " " + id.name());
                add(
                        own,
                        one,
                        one.statement(),
                        "DROP " + kind.getKey() + " " + MysqlNames.quote(id),
                        privileges.ofRoutine(kind.getKey(), id),
                        Set.of());
            }
        }
    }

    void readTriggers() throws SQLException {
        Map<ObjectId, Trigger> triggers = new LinkedHashMap<>();
        Map<String, String> last = new HashMap<>();
        read.each(MysqlCatalogQueries.TRIGGERS, row -> {
            String name = row.text("name");
            if (MysqlTouches.isTrigger(name)) {
                return; // ours, for as long as a run lasts
            }
            String moment = MysqlNames.quote(row.text("schema"), row.text("table")) + row.text("moment");
            String before = last.put(moment, name);
            triggers.put(
                    ObjectId.of(ObjectKind.TRIGGER, row.text("schema"), name), new Trigger(row.text("table"), before));
        });
        Map<ObjectId, MysqlShown> shown = read.show("TRIGGER", List.copyOf(triggers.keySet()));
        for (Map.Entry<ObjectId, Trigger> one : triggers.entrySet()) {
            ObjectId id = one.getKey();
            Trigger trigger = one.getValue();
            ObjectId table = ObjectId.table(id.schema(), trigger.table);
            MysqlShown text = Objects.requireNonNull(shown.get(id));
            add(
                    ObjectId.on(ObjectKind.TRIGGER, table, id.name()),
                    text,
                    following(text.statement(), text.property("sql_mode"), trigger.before),
                    "DROP TRIGGER " + MysqlNames.quote(id),
                    List.of(),
                    trigger.before == null ? Set.of() : Set.of(ObjectId.on(ObjectKind.TRIGGER, table, trigger.before)));
        }
    }

    /**
     * The server forgets after which one a trigger was made; where it stands in the order tells. MariaDB cuts the words out of the
     * text again: with the blank before them, or in the mode IGNORE_SPACE without it.
     */
    private static String following(String text, String mode, @Nullable String before) throws SQLException {
        if (before == null) {
            return text;
        }
        List<Token> tokens = MysqlTokens.of(text);
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i - 2).is("FOR")
                    && tokens.get(i - 1).is("EACH")
                    && tokens.get(i).is("ROW")) {
                int end = tokens.get(i).end();
                boolean kept = mode.contains("IGNORE_SPACE") && Character.isWhitespace(text.charAt(end));
                int at = kept ? end + 1 : end;
                return text.substring(0, at) + (kept ? "" : " ") + "FOLLOWS " + MysqlNames.quote(before)
                        + text.substring(at);
            }
        }
        throw new SQLException("a trigger without FOR EACH ROW: " + text);
    }

    void readEvents() throws SQLException {
        List<ObjectId> events = new ArrayList<>();
        read.each(
                MysqlCatalogQueries.EVENTS,
                row -> events.add(ObjectId.of(ObjectKind.EVENT, row.text("schema"), row.text("name"))));
        Map<ObjectId, MysqlShown> shown = read.show("EVENT", events);
        for (ObjectId id : events) {
            MysqlShown event = Objects.requireNonNull(shown.get(id));
            add(id, event, event.statement(), "DROP EVENT " + MysqlNames.quote(id), List.of(), Set.of());
        }
    }

    private void add(
            ObjectId id, MysqlShown shown, String text, String drop, List<Setting> settings, Set<ObjectId> dependsOn) {
        MysqlStored stored = MysqlStored.of(id.schema(), shown);
        read.add(new OpaqueObject(
                id,
                stored.definition(text),
                stored.create(text, collations.getOrDefault(id.schema(), ""), read.product()),
                List.of(drop),
                List.of(),
                "",
                settings,
                dependsOn,
                0));
    }
}
