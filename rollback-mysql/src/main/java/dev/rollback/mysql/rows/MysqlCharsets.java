// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.literal;

import dev.rollback.model.Column;
import dev.rollback.mysql.rows.MysqlValueType.Family;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a text fits a text type: its characters, and how long it is. */
final class MysqlCharsets {
    private static final Set<String> ALL_CHARACTERS = Set.of("", "utf8mb4", "utf16", "utf16le", "utf32", "gb18030");
    private static final Set<String> BASIC_PLANE = Set.of("utf8", "utf8mb3", "ucs2");

    /** Character sets of one byte. MySQL's latin1 is Windows' and gives its holes a character each. */
    private static final Map<String, String> ONE_BYTE = Map.ofEntries(
            Map.entry("latin1", "windows-1252"),
            Map.entry("ascii", "US-ASCII"),
            Map.entry("latin2", "ISO-8859-2"),
            Map.entry("latin5", "ISO-8859-9"),
            Map.entry("latin7", "ISO-8859-13"),
            Map.entry("greek", "ISO-8859-7"),
            Map.entry("hebrew", "ISO-8859-8"),
            Map.entry("cp1250", "windows-1250"),
            Map.entry("cp1251", "windows-1251"),
            Map.entry("cp1256", "windows-1256"),
            Map.entry("cp1257", "windows-1257"),
            Map.entry("cp850", "IBM850"),
            Map.entry("cp852", "IBM852"),
            Map.entry("cp866", "IBM866"),
            Map.entry("koi8r", "KOI8-R"),
            Map.entry("koi8u", "KOI8-U"));

    /**
     * Valid UTF-8 in hexadecimal digits. MySQL's regular expressions stop at long texts, but its CONVERT gives null; that of
     * MariaDB raises an error.
     */
    private static final String UTF8 = literal(
            "\\A(?>[0-7].|C[2-9A-F][89AB].|D.[89AB].|E0[AB].[89AB].|E[1-9ABCEF][89AB]."
                    + "[89AB].|ED[89].[89AB].|F0[9AB].[89AB].[89AB].|F[1-3][89AB].[89AB].[89AB].|F48.[89AB].[89AB].)*+\\z");

    private static final Pattern COLLATION = Pattern.compile("\\bCOLLATE (\\w+)");

    private MysqlCharsets() {}

    /** The collation by which a column compares, which is not told where it is the character set's own. */
    static String collation(Column column) {
        Matcher given = COLLATION.matcher(String.valueOf(column.collation()));
        String charset = MysqlValueType.of(column).charset();
        return given.find() ? given.group(1) : charset + (charset.equals("latin1") ? "_swedish_ci" : "_general_ci");
    }

    /** Adds the conditions under which a value is no text of this type; each may be asked when those before are false. */
    static void misfits(String value, Column from, Column to, List<String> conditions) {
        MysqlValueType source = MysqlValueType.of(from);
        MysqlValueType target = MysqlValueType.of(to);
        String text = MysqlConversions.text(value, from, to);
        if (source.is(Family.BINARY)) {
            conditions.add(
                    MysqlConversions.isUuidPair(from, to)
                            ? "LENGTH(" + value + ") <> 16"
                            : "IF(VERSION() LIKE '%MariaDB%', NOT (HEX(" + value + ") REGEXP " + UTF8 + "), " + text
                                    + " IS NULL)");
        }
        if (source.is("double")) { // one that the server does not write in full
            conditions.add("CAST(" + text + " AS DOUBLE) <> (" + value + " * 1e0)");
        }
        if (source.isTextual() || source.is(Family.JSON) || source.is(Family.BINARY)) {
            misfit(text, source.charset(), target.charset()).ifPresent(conditions::add);
        }
        if (target.bytes() < Long.MAX_VALUE) {
            if (!(source.is(Family.TEXT) && source.bytes() <= target.bytes() && isSameOrWider(source, target))) {
                String stored =
                        target.charset().isEmpty() ? text : "CONVERT(" + text + " USING " + target.charset() + ")";
                conditions.add("LENGTH(" + stored + ") > " + target.bytes());
            }
        } else if (!source.is(Family.TEXT) || source.bytes() < Long.MAX_VALUE || source.length() > target.length()) {
            conditions.add("CHAR_LENGTH(" + text + ") > " + target.length());
        }
    }

    private static boolean isSameOrWider(MysqlValueType source, MysqlValueType target) {
        return source.charset().equals(target.charset());
    }

    /** A condition for texts in UTF-8 that a character set cannot hold; empty when it holds all of another one's. */
    private static Optional<String> misfit(String text, String from, String to) {
        if (holdsAll(from, to)) {
            return Optional.empty();
        }
        return Optional.of(missing(to)
                .map(m -> exact(text) + " REGEXP " + m)
                .orElse("NOT (CAST(CONVERT(CONVERT(" + text + " USING " + to + ") USING utf8mb4) AS BINARY) <=> CAST("
                        + text + " AS BINARY))"));
    }

    /** A text in UTF-8 with question marks for what a character set does not have; empty where that is not known. */
    static Optional<String> questioned(String text, String from, String to) {
        return holdsAll(from, to)
                ? Optional.of(text)
                : missing(to).map(m -> "REGEXP_REPLACE(" + exact(text) + ", " + m + ", '?')");
    }

    private static String exact(String text) {
        return text + " COLLATE utf8mb4_bin";
    }

    private static boolean holdsAll(String from, String to) {
        return from.equals(to) && !from.isEmpty()
                || ALL_CHARACTERS.contains(to)
                || BASIC_PLANE.contains(to) && (BASIC_PLANE.contains(from) || ONE_BYTE.containsKey(from));
    }

    /** A regular expression for the characters that a set does not have. */
    private static Optional<String> missing(String set) {
        if (BASIC_PLANE.contains(set)) {
            return Optional.of(literal("[\\x{10000}-\\x{10FFFF}]"));
        }
        return Optional.ofNullable(ONE_BYTE.get(set))
                .filter(Charset::isSupported)
                .map(java -> literal("[^" + characters(set, Charset.forName(java)) + "]"));
    }

    /** What stands between the brackets of a regular expression. */
    private static String characters(String name, Charset charset) {
        StringBuilder set = new StringBuilder("\\x{0}-\\x{7F}");
        for (int b = 0x80; b <= 0xff && !name.equals("ascii"); b++) {
            int character = new String(new byte[] {(byte) b}, charset).codePointAt(0);
            if (character == 0xfffd && name.equals("latin1")) {
                character = b;
            }
            if (character != 0xfffd) {
                set.append("\\x{").append(Integer.toHexString(character)).append('}');
            }
        }
        return set.toString();
    }
}
