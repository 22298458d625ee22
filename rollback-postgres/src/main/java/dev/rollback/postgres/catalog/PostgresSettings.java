// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import static dev.rollback.postgres.names.PostgresIdentifiers.block;
import static dev.rollback.postgres.names.PostgresIdentifiers.literal;

import dev.rollback.model.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects the settings of one object. */
final class PostgresSettings {
    private final List<Setting> settings = new ArrayList<>();

    PostgresSettings add(Setting setting) {
        settings.add(setting);
        return this;
    }

    PostgresSettings add(String name, String value, boolean initial, String... apply) {
        return add(new Setting(name, value, List.of(apply), initial));
    }

    /** A setting that a fresh object has when it is empty. */
    PostgresSettings add(String name, String value, String... apply) {
        return add(name, value, value.isEmpty(), apply);
    }

    /** The owner: a fresh object belongs to whoever made it. */
    PostgresSettings owner(String alter, String owner) {
        return add("owner", owner, false, alter + " OWNER TO " + owner);
    }

    /**
     * A comment.
     *
     * @param on kind and name, as in {@code COLUMN app.users.email}
     */
    PostgresSettings comment(String on, @Nullable String text) {
        return comment("comment", on, text);
    }

    PostgresSettings comment(String name, String on, @Nullable String text) {
        String value = text == null ? "" : text;
        return add(name, value, "COMMENT ON " + on + " IS " + (text == null ? "NULL" : literal(text)));
    }

    /** Storage options of a relation with those of its TOAST table: all others are reset. */
    PostgresSettings options(String alter, String relation, List<String> options) {
        String reset = """
                DECLARE names text;
                BEGIN
                  SELECT string_agg(o.name, ', ') INTO names
                  FROM pg_class c LEFT JOIN pg_class t ON t.oid = c.reltoastrelid CROSS JOIN LATERAL (
                    SELECT quote_ident(split_part(unnest(c.reloptions), '=', 1)) AS name
                    UNION ALL
                    SELECT 'toast.' || quote_ident(split_part(unnest(t.reloptions), '=', 1))) o
                  WHERE c.oid = %s::regclass;
                  IF names IS NOT NULL THEN EXECUTE %s || ' RESET (' || names || ')'; END IF;
                END""".formatted(literal(relation), literal(alter));
        List<String> apply = new ArrayList<>(List.of(block(reset)));
        if (!options.isEmpty()) {
            apply.add(alter + " SET (" + assignments(options) + ")");
        }
        return add(new Setting("options", String.join(", ", options), apply, options.isEmpty()));
    }

    /** Options as in {@code fillfactor='70'}, from the catalog's {@code fillfactor=70}. */
    static String assignments(List<String> options) {
        return options.stream()
                .map(o -> o.substring(0, o.indexOf('=') + 1) + literal(o.substring(o.indexOf('=') + 1)))
                .collect(Collectors.joining(", "));
    }

    PostgresSettings tablespace(String alter, @Nullable String tablespace, PostgresFacts facts) {
        return add(
                "tablespace",
                tablespace == null ? "" : tablespace,
                alter + " SET TABLESPACE " + (tablespace == null ? facts.tablespace() : tablespace));
    }

    List<Setting> sorted() {
        settings.sort(Comparator.comparing(Setting::name));
        return settings;
    }
}
