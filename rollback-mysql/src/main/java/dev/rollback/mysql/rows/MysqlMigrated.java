// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import dev.rollback.model.Column;
import dev.rollback.mysql.rows.MysqlValueType.Family;
import java.util.Optional;

/** What ALTER TABLE makes of values that no exact conversion would take, or takes otherwise; without strict mode it cuts them. */
final class MysqlMigrated {
    private MysqlMigrated() {}

    /** A condition that is true when the server has made the live value of the old one; empty when it converts exactly. */
    static Optional<String> isMade(String old, Column from, String live, Column to) {
        MysqlValueType source = MysqlValueType.of(from);
        MysqlValueType target = MysqlValueType.of(to);
        boolean member = target.is(Family.ENUM) || target.is(Family.SET);
        if (member && source.isTextual() && !target.charset().isEmpty()) {
            return Optional.of(MysqlMembers.isMadeOf(MysqlConversions.text(old, from, to), live, to));
        }
        if (target.is(Family.DATE) && source.is(Family.DATETIME) && source.fraction() > 0) {
            // MySQL rounds to the next second, and so to the next day
            return Optional.of("CASE WHEN " + old + " >= '9999-12-31' THEN false ELSE " + live + " = CAST(" + old
                    + " + INTERVAL 500000 MICROSECOND AS DATE) END");
        }
        if (target.is(Family.TEXT)
                && source.is(Family.TEXT)
                && !target.charset().isEmpty()) {
            return MysqlCharsets.questioned(MysqlConversions.text(old, from, to), source.charset(), target.charset())
                    .map(text -> MysqlRows.same(cut(text, target), live, to));
        }
        return source.isNumber() ? MysqlNumbers.isLimit(old, from, live, target) : Optional.empty();
    }

    /** Without strict mode a text loses its end, and characters that the new set does not have become question marks. */
    private static String cut(String text, MysqlValueType target) {
        return target.bytes() < Long.MAX_VALUE ? text : "LEFT(" + text + ", " + target.length() + ")";
    }
}
