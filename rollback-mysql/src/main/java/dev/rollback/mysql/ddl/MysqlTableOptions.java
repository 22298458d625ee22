// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.ddl;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Options of a table, as in {@code ENGINE=InnoDB ROW_FORMAT=COMPRESSED}. */
final class MysqlTableOptions {
    private static final Pattern NAME = Pattern.compile("(?:^|\\s)(`?\\w+`?)(?==)");
    /** Options whose absence is zero; that of all others is DEFAULT. */
    private static final Set<String> ZERO =
            Set.of("KEY_BLOCK_SIZE", "MAX_ROWS", "MIN_ROWS", "AVG_ROW_LENGTH", "CHECKSUM", "DELAY_KEY_WRITE");
    /** What every table has; when it is not printed it follows from the others. */
    private static final Set<String> ALWAYS = Set.of("ENGINE", "CHARSET", "COLLATE");

    private static final Pattern CHARSET = Pattern.compile("\\b(?:CHARSET|COLLATE)=\\w+");

    private MysqlTableOptions() {}

    /** The old options, and the defaults of those that are only there now. */
    static String change(String live, String snapshot) {
        Set<String> gone = names(live);
        gone.removeAll(names(snapshot));
        gone.removeAll(ALWAYS);
        return snapshot
                + gone.stream()
                        .map(name -> " " + name + "=" + (ZERO.contains(name) ? "0" : "DEFAULT"))
                        .collect(Collectors.joining());
    }

    /** The words about the character set and collation of texts. */
    static String charset(String options) {
        return CHARSET.matcher(options).results().map(MatchResult::group).collect(Collectors.joining(" "));
    }

    /** Whether the server keeps former versions of rows, as MariaDB can. */
    static boolean isVersioned(String options) {
        return options.contains("WITH SYSTEM VERSIONING");
    }

    private static Set<String> names(String options) {
        return NAME.matcher(options)
                .results()
                .map(MatchResult::group)
                .map(name -> name.strip().toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
