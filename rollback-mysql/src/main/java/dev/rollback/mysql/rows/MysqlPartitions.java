// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import dev.rollback.dialect.SqlTokens.Token;
import dev.rollback.mysql.catalog.MysqlNames;
import dev.rollback.mysql.catalog.MysqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a partitioned table has a partition for a row, as a condition over column names that is never null. */
final class MysqlPartitions {
    private static final String HIGHEST = "MAXVALUE";

    /** What decides: an expression, or some columns. */
    private final List<String> key;

    private final List<List<Token>> partitions;

    private MysqlPartitions(List<String> key, List<List<Token>> partitions) {
        this.key = key;
        this.partitions = partitions;
    }

    /**
     * Empty when every row has a partition, as by HASH and KEY.
     *
     * @param by what stands after PARTITION BY
     */
    static Optional<String> fit(String by) {
        List<Token> tokens = MysqlTokens.of(by);
        boolean range = tokens.get(0).is("RANGE");
        if (!range && !tokens.get(0).is("LIST")) {
            return Optional.empty();
        }
        List<Token> groups = tokens.stream().filter(Token::isGroup).toList();
        boolean columns = tokens.get(1).is("COLUMNS");
        List<String> key = columns
                ? MysqlTokens.elements(groups.get(0).text()).stream()
                        .map(c -> MysqlNames.quote(MysqlNames.unquote(c)))
                        .toList()
                : List.of(groups.get(0).text());
        List<List<Token>> partitions = MysqlTokens.elements(
                        groups.get(groups.size() - 1).text())
                .stream()
                .map(MysqlTokens::of)
                .toList();
        MysqlPartitions all = new MysqlPartitions(key, partitions);
        return range ? all.below() : all.among();
    }

    /** Only the last bound counts; null is below every value. */
    private Optional<String> below() {
        List<Token> last = partitions.get(partitions.size() - 1);
        String bound = last.get(after("THAN", last)).text();
        return bound.startsWith("(") ? before(MysqlTokens.elements(bound), 0) : Optional.empty();
    }

    private Optional<String> before(List<String> bounds, int i) {
        if (i == key.size()) {
            return Optional.of("false");
        }
        String bound = bounds.get(i);
        if (bound.equalsIgnoreCase(HIGHEST)) {
            return Optional.empty();
        }
        String value = key.get(i);
        return Optional.of("(" + value + " IS NULL OR " + value + " < " + bound + " OR " + value + " = " + bound
                + " AND " + before(bounds, i + 1).orElse("true") + ")");
    }

    private Optional<String> among() {
        List<String> values = new ArrayList<>();
        for (List<Token> partition : partitions) {
            int in = after("IN", partition);
            if (in == 0) { // the one that takes all others
                return Optional.empty();
            }
            values.addAll(MysqlTokens.elements(partition.get(in).text()));
        }
        return Optional.of(key.size() == 1 ? amongValues(values) : amongRows(values));
    }

    private String amongValues(List<String> values) {
        List<String> given =
                values.stream().filter(v -> !v.equalsIgnoreCase("NULL")).toList();
        String isNull = given.size() < values.size() ? key.get(0) + " IS NULL" : "false";
        return given.isEmpty()
                ? isNull
                : "(" + isNull + " OR COALESCE(" + key.get(0) + " IN (" + String.join(", ", given) + "), false))";
    }

    private String amongRows(List<String> rows) {
        List<String> alternatives = new ArrayList<>();
        for (String row : rows) {
            List<String> values = MysqlTokens.elements(row);
            List<String> same = new ArrayList<>();
            for (int i = 0; i < key.size(); i++) {
                same.add(key.get(i) + " <=> " + values.get(i));
            }
            alternatives.add(MysqlRows.and(same));
        }
        return "(" + String.join(" OR ", alternatives) + ")";
    }

    /** Where the token after a word is; 0 when there is no such word. */
    private static int after(String word, List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is(word)) {
                return i + 1;
            }
        }
        return 0;
    }
}
