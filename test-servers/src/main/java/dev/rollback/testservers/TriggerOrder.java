// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The triggers of a table in a dump. The dump programs print them as SHOW TRIGGERS does, which MySQL 8.0 sometimes answers in the order
 * in which they were made instead of that in which they run: so they are sorted by their text, and their order is asked for.
 */
final class TriggerOrder {
    private static final Pattern BLOCK = Pattern.compile(
            "(?ms)^/\\*!50003 SET @saved_cs_client.*?^/\\*!50003 SET collation_connection  = @saved_col_connection \\*/ ;\\R?");

    private TriggerOrder() {}

    static String sorted(String dump) {
        StringBuilder text = new StringBuilder();
        List<String> triggers = new ArrayList<>();
        int end = 0;
        Matcher block = BLOCK.matcher(dump);
        while (block.find()) {
            String between = dump.substring(end, block.start());
            boolean isTrigger = block.group().contains(" TRIGGER ");
            if (!between.isBlank() || !isTrigger) {
                append(text, triggers);
            }
            text.append(between);
            if (isTrigger) {
                triggers.add(block.group().strip());
            } else {
                text.append(block.group());
            }
            end = block.end();
        }
        append(text, triggers);
        return text.append(dump.substring(end)).toString();
    }

    private static void append(StringBuilder text, List<String> triggers) {
        triggers.stream().sorted().forEach(t -> text.append(t).append('\n'));
        triggers.clear();
    }

    /** The order in which they run, as comments. */
    static String of(TestDatabase database, List<String> schemas) {
        StringBuilder order = new StringBuilder();
        for (String schema : schemas) {
            for (List<String> row :
                    database.query("""
                    SELECT EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, TRIGGER_NAME FROM information_schema.TRIGGERS
                    WHERE TRIGGER_SCHEMA = '%s'
                    ORDER BY EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER
                    """.formatted(schema.replace("'", "''").replace("\\", "\\\\")))) {
                order.append("\n-- trigger ").append(String.join(" ", row));
            }
        }
        return order.toString();
    }
}
