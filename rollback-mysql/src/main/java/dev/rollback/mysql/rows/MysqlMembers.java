// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.literal;

import dev.rollback.model.Column;
import dev.rollback.mysql.rows.MysqlValueType.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The ways into the members of an enum or a set. As in ALTER TABLE a whole number stands for the place of a member, or for one bit
 * for each; members that are numbers themselves are meant by what they say.
 */
final class MysqlMembers {
    private static final String DIGITS = "[+-]?[0-9.]+";

    private MysqlMembers() {}

    /** Whether numbers are places of members, not what the members say. */
    static boolean areCounted(MysqlValueType members, MysqlValueType number) {
        return (members.is(Family.ENUM) || members.is(Family.SET))
                && number.is(Family.INTEGER)
                && members.members().stream().noneMatch(m -> m.matches(DIGITS));
    }

    /** The member or members as a text; the value fits. */
    static String convert(String value, Column from, Column to) {
        MysqlValueType target = MysqlValueType.of(to);
        if (!areCounted(target, MysqlValueType.of(from))) {
            return MysqlConversions.text(value, from, to) + " COLLATE utf8mb4_bin";
        }
        return (target.is(Family.ENUM) ? "ELT(" : "MAKE_SET(") + value + ", " + list(target, MysqlMembers::text) + ")";
    }

    /** A condition that is true for what is no member. */
    static String misfit(String value, Column from, Column to) {
        MysqlValueType source = MysqlValueType.of(from);
        MysqlValueType target = MysqlValueType.of(to);
        if (source.is(Family.BINARY)) {
            return "true";
        }
        if (areCounted(target, source)) {
            int members = target.members().size();
            return value + " NOT BETWEEN "
                    + (target.is(Family.ENUM)
                            ? "1 AND " + members
                            : "0 AND " + (members == 64 ? "18446744073709551615" : Long.toString((1L << members) - 1)));
        }
        String text = MysqlConversions.text(value, from, to);
        return target.is(Family.ENUM) ? isNoMember(text, target) : isNoSet(text, target);
    }

    private static String bytes(String text) {
        return "CAST(" + text + " AS BINARY)";
    }

    private static String text(String member) {
        return "_utf8mb4" + literal(member);
    }

    private static String list(MysqlValueType target, UnaryOperator<String> member) {
        return target.members().stream().map(member).collect(Collectors.joining(", "));
    }

    private static String isNoMember(String text, MysqlValueType target) {
        return bytes(text) + " NOT IN (" + list(target, m -> bytes(text(m))) + ")";
    }

    /** As many members are in the list as it has parts. */
    private static String isNoSet(String text, MysqlValueType target) {
        String exact = text + " COLLATE utf8mb4_bin";
        String found = target.members().stream()
                .map(m -> "(FIND_IN_SET(" + text(m) + ", " + exact + ") > 0)")
                .collect(Collectors.joining(" + "));
        String parts = "CHAR_LENGTH(" + text + ") - CHAR_LENGTH(REPLACE(" + text + ", ',', '')) + 1";
        return bytes(text) + " <> '' AND " + found + " <> " + parts;
    }

    /**
     * A condition that is true when the server has made the live value of a text that is spelled otherwise: it compares with the
     * column's own collation, and keeps the number 0 for what is no member.
     */
    static String isMadeOf(String text, String live, Column to) {
        MysqlValueType target = MysqlValueType.of(to);
        List<String> bits = new ArrayList<>();
        for (int i = 0; i < target.members().size(); i++) {
            String member = spelled(text(target.members().get(i)), to);
            bits.add(
                    target.is(Family.ENUM)
                            ? "WHEN " + member + " THEN " + (i + 1)
                            : "IF(FIND_IN_SET(" + member + ", " + spelled(text, to) + ") > 0, " + (1L << i) + ", 0)");
        }
        return live + " + 0 = "
                + (target.is(Family.ENUM)
                        ? "CASE " + spelled(text, to) + " " + String.join(" ", bits) + " ELSE 0 END"
                        : "(" + String.join(" | ", bits) + ")");
    }

    private static String spelled(String text, Column column) {
        return "CONVERT(" + text + " USING " + MysqlValueType.of(column).charset() + ") COLLATE "
                + MysqlCharsets.collation(column);
    }
}
