// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowMerge.KeyPair;
import dev.rollback.model.Column;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Columns with the character set and collation that they have from their tables, where they tell none of their own. */
final class MysqlColumns {
    private static final Pattern CHARSET = Pattern.compile("CHARSET=(\\w+)");
    private static final Pattern COLLATION = Pattern.compile("COLLATE=(\\w+)");

    private MysqlColumns() {}

    /** The same merge; its columns are told apart by what they hold. */
    static RowMerge resolved(RowMerge merge) {
        Table live = merge.live();
        if (live == null) {
            return merge;
        }
        Table old = merge.table();
        List<ColumnRule> rules = new ArrayList<>();
        for (ColumnRule rule : merge.rules()) {
            rules.add(new ColumnRule(
                    of(old, rule.target()),
                    rule.current() == null ? null : of(live, rule.current()),
                    rule.saved(),
                    rule.rewritten(),
                    rule.parent(),
                    rule.lookup()));
        }
        List<KeyPair> key = merge.key().stream()
                .map(k -> new KeyPair(of(live, k.current()), of(old, k.old())))
                .toList();
        return new RowMerge(
                of(old),
                merge.target(),
                merge.source(),
                merge.saved(),
                key,
                rules,
                merge.byMigration(),
                merge.types(),
                merge.partitions(),
                of(live));
    }

    static Table of(Table table) {
        return table.withColumns(table.columns().stream().map(c -> of(table, c)).toList());
    }

    private static Column of(Table table, Column column) {
        String collation = column.collation();
        if (collation != null || !MysqlValueType.of(column).isTextual()) {
            return column;
        }
        String given = find(COLLATION, table.attributes());
        String charset = find(CHARSET, table.attributes());
        String words = given != null ? "COLLATE " + given : charset != null ? "CHARACTER SET " + charset : null;
        return new Column(
                column.name(),
                column.type(),
                column.userType(),
                column.nullable(),
                column.defaultValue(),
                column.generated(),
                column.identity(),
                words,
                column.attributes(),
                column.nativeNo());
    }

    private static @Nullable String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
