// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.model.Column;
import dev.rollback.mysql.catalog.MysqlNames;
import dev.rollback.testservers.TestMysqlServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MysqlConversionsTest {

    /** For every pair of types: what is said to fit is stored without an error, and what may not narrow comes back. */
    @ParameterizedTest
    @MethodSource("dev.rollback.mysql.rows.MysqlRowsFixture#servers")
    void everyValueIsConvertedOrKnownNotToFit(Supplier<TestMysqlServer> server) throws SQLException {
        List<String> wrong = new ArrayList<>();
        Map<String, List<String>> values = values(server.get().product().equals("MariaDB"));
        try (var db = new MysqlRowsFixture(server.get(), "")) {
            int number = 0;
            for (String type : values.keySet()) {
                db.update("CREATE TABLE v" + number + " (id int, v " + type + " NULL)");
                for (String value : values.get(type)) {
                    db.update("INSERT INTO v" + number + " VALUES (1, " + value + ")");
                }
                db.update("INSERT INTO v" + number++ + " VALUES (2, NULL)");
            }
            number = 0;
            for (String type : values.keySet()) {
                for (String target : values.keySet()) {
                    try {
                        check(db, "v" + number, column(type), column(target), wrong);
                    } catch (SQLException e) {
                        wrong.add(type + " to " + target + ": " + e.getMessage().replace("\n", " "));
                    }
                }
                number++;
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(MysqlRowsFixture db, String table, Column from, Column to, List<String> wrong)
            throws SQLException {
        String misfit = MysqlConversions.misfit("c.v", from, to).orElse("false");
        String guarded = MysqlConversions.guarded("c.v", from, to);
        db.update("DROP TABLE IF EXISTS kept");
        db.update("CREATE TABLE kept (id int, old " + full(from) + " NULL, new " + full(to) + " NULL)");
        db.update("INSERT INTO kept SELECT c.id, c.v, " + guarded + " FROM " + table + " c");
        String lost = db.query("SELECT COUNT(*) FROM " + table + " c WHERE NOT COALESCE(" + misfit
                        + ", false) AND c.v IS NOT NULL AND (" + guarded + ") IS NULL")
                .get(0);
        if (!lost.equals("0")) {
            wrong.add(full(from) + " to " + full(to) + " makes null of " + lost);
        }
        if (MysqlExactness.isReversible(from, to)) {
            String back = MysqlConversions.guarded("s.new", to, from);
            List<String> changed = db.query("SELECT " + MysqlText.of("s.old", from) + ", " + MysqlText.of("s.new", to)
                    + " FROM kept s WHERE s.new IS NOT NULL AND "
                    + MysqlRows.differs("(" + back + ")", "s.old", from));
            if (!changed.isEmpty()) {
                wrong.add(full(from) + " to " + full(to) + " and back changes " + changed);
            }
        }
    }

    private static String full(Column column) {
        return column.type() + (column.collation() == null ? "" : " " + column.collation());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'007'|varchar(10)|int|7",
                "' 42 '|varchar(10)|int|42",
                "'4x'|varchar(10)|int|null",
                "3000000000|bigint|int|null",
                "3000000000|bigint|int unsigned|3000000000",
                "-1|int|int unsigned|null",
                "2147483647.4|double|int|2147483647",
                "2147483647.5|double|int|null",
                "9223372036854775807|double|bigint|null",
                "999.995|decimal(10,3)|decimal(5,2)|null",
                "999.994|decimal(10,3)|decimal(5,2)|999.99",
                "1e39|double|float|null",
                "'1.10'|varchar(10)|decimal(5,2)|1.10",
                "'abcd'|varchar(10)|varchar(3)|null",
                "'中'|varchar(10)|varchar(3) CHARACTER SET latin1|null",
                "'é'|varchar(10)|varchar(3) CHARACTER SET latin1|é",
                "'𝄞'|varchar(10)|varchar(3) CHARACTER SET utf8mb3|null",
                "'Ж'|varchar(10)|varchar(3) CHARACTER SET cp1251|Ж",
                "'b'|varchar(10)|enum('a','b')|b",
                "'B'|varchar(10)|enum('a','b')|null",
                "'1'|varchar(10)|enum('a','b')|null",
                "'b,a'|varchar(10)|set('a','b')|a,b",
                "'a,c'|varchar(10)|set('a','b')|null",
                "'2024-02-30'|varchar(20)|date|null",
                "'2024-02-29'|varchar(20)|date|2024-02-29",
                "'0000-00-00'|varchar(20)|date|0000-00-00",
                "'2024-13-01'|varchar(20)|date|null",
                "'838:59:59'|varchar(20)|time|838:59:59",
                "'839:00:00'|varchar(20)|time|null",
                "'-100:00:00'|varchar(20)|time|-100:00:00",
                "'2039-01-01 00:00:00'|datetime|timestamp|null",
                "'ABCDEF01-0000-4000-8000-00000000000A'|varchar(36)|binary(16)|ABCDEF0100004000800000000000000A",
                "x'ABCDEF0100004000800000000000000A'|binary(16)|char(36)|abcdef01-0000-4000-8000-00000000000a",
                "x'ff41'|varbinary(10)|varchar(10)|null",
                "x'c3a9'|varbinary(10)|varchar(10)|é",
                "2155|int|year|2155",
                "99|int|year|null",
                "256|int|bit(8)|null",
                "255|int|bit(8)|255",
            })
    void conversionsThatPeopleRelyOn(String value, String from, String to, String expected) throws SQLException {
        for (var server : MysqlRowsFixture.servers().toList()) {
            try (var db = new MysqlRowsFixture(server.getPayload().get(), "")) {
                Column source = column(from);
                Column target = column(to);
                db.update("CREATE TABLE f (v " + from + ")");
                db.update("INSERT INTO f VALUES (" + value + ")");
                db.update("CREATE TABLE t (v " + to + ")");
                db.update("INSERT INTO t SELECT " + MysqlConversions.guarded("c.v", source, target) + " FROM f c");
                assertThat(db.query("SELECT " + MysqlText.of("c.v", target) + " FROM t c"))
                        .as(server.getName())
                        .containsExactly(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'007'|varchar(10)|decimal(5,2)|0",
                "'1.234'|varchar(10)|decimal(5,2)|1",
                "'2024-01-01'|varchar(30)|date|0",
                "'2024-01-01 10:00:00'|varchar(30)|date|1",
                "'2024-01-01 10:00:00.5'|varchar(30)|datetime|1",
                "'2024-01-01 10:00'|datetime|date|1",
                "'2024-01-01 00:00'|datetime|date|0",
                "0.125|double|decimal(4,2)|1",
                "0.25|double|float|0",
                "0.1|double|float|1",
                "1.5|decimal(5,2)|int|1",
                "x'0102'|varbinary(4)|binary(4)|1",
                "x'01020304'|varbinary(4)|binary(4)|0",
            })
    void tellsWhichValuesLoseSomething(String value, String from, String to, String narrowed) throws SQLException {
        for (var server : MysqlRowsFixture.servers().toList()) {
            try (var db = new MysqlRowsFixture(server.getPayload().get(), "")) {
                db.update("CREATE TABLE f (v " + from + ")");
                db.update("INSERT INTO f VALUES (" + value + ")");
                assertThat(MysqlExactness.mayNarrow(column(from), column(to))).isTrue();
                assertThat(db.query(
                                "SELECT " + MysqlExactness.isNarrowed("c.v", column(from), column(to)) + " FROM f c"))
                        .as(server.getName())
                        .containsExactly(narrowed);
            }
        }
    }

    private static Column column(String type) {
        int charset = type.indexOf(" CHARACTER SET");
        String collation = charset < 0 ? null : type.substring(charset + 1);
        String base = charset < 0 ? type : type.substring(0, charset);
        boolean text = MysqlValueType.of(new Column("v", base, false, true, null, null, null, null, "", 1))
                .isTextual();
        String words = collation != null ? collation : text ? "CHARACTER SET utf8mb4" : null;
        return new Column("v", base, false, true, null, null, null, words, "", 1);
    }

    private static Map<String, List<String>> values(boolean mariaDb) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("tinyint", List.of("0", "-128", "127"));
        values.put("smallint unsigned", List.of("0", "65535"));
        values.put("int", List.of("0", "-7", "2147483647", "-2147483648", "2024"));
        values.put("int(6) unsigned zerofill", List.of("42", "4294967295"));
        values.put("bigint", List.of("0", "9223372036854775807", "-9223372036854775808"));
        values.put("bigint unsigned", List.of("0", "18446744073709551615"));
        values.put("decimal(10,2)", List.of("0", "1.10", "-99999999.99", "99.995"));
        values.put("decimal(65,0)", List.of("9".repeat(64), "-5"));
        values.put("decimal(65,30)", List.of("0.000000000000000000000000000001", "9".repeat(34)));
        values.put("float", List.of("0", "1.1", "3.4e38", "1e-45", "16777217", "-0e0"));
        values.put(
                "double",
                List.of(
                        "0",
                        "0.1e0",
                        "1.7976931348623157e308",
                        "5e-324",
                        "1e39",
                        "2147483647.5e0",
                        "9223372036854775807e0",
                        "-9223372036854775808e0",
                        "18446744073709551615e0"));
        values.put("bit(8)", List.of("b'0'", "b'11111111'"));
        values.put("bit(64)", List.of("b'1'", "18446744073709551615"));
        values.put("varchar(40)", texts());
        values.put("varchar(3)", List.of("''", "'abc'", "'a '", "'1'", "'é€𝄞'"));
        values.put("char(5)", List.of("''", "'abcde'", "'1'"));
        values.put("char(36)", List.of("'abcdef01-0000-4000-8000-00000000000a'", "'no'"));
        values.put("text", texts());
        values.put("tinytext", List.of("''", "REPEAT('x', 255)"));
        values.put("longtext", List.of("REPEAT('ü', 70000)", "'1'"));
        values.put("varchar(40) CHARACTER SET latin1", List.of("'é€'", "'1'", "x'81'", "''"));
        values.put("varchar(40) CHARACTER SET utf8mb3", List.of("'é中'", "'a'"));
        values.put("varchar(40) CHARACTER SET ascii", List.of("'abc'", "'2024-01-01'"));
        values.put("enum('a','b','1','')", List.of("'a'", "'1'", "''"));
        values.put("set('a','b','x''y')", List.of("''", "'a,b'", "'x''y'"));
        values.put("date", List.of("'2024-02-29'", "'0000-00-00'", "'9999-12-31'", "'1000-01-01'"));
        values.put("datetime", List.of("'2024-02-29 12:34:56'", "'0000-00-00'", "'9999-12-31 23:59:59'"));
        values.put(
                "datetime(6)", List.of("'2024-02-29 12:34:56.789012'", "'9999-12-31 23:59:59.999999'", "'1969-01-01'"));
        values.put("timestamp", List.of("'2024-02-29 12:34:56'", "'1970-01-01 00:00:01'", "'2038-01-19 03:14:07'"));
        values.put("timestamp(3)", List.of("'2024-02-29 12:34:56.789'", "'2038-01-19 03:14:07.999'"));
        values.put("time", List.of("'12:34:56'", "'-838:59:59'", "'838:59:59'"));
        values.put("time(6)", List.of("'12:34:56.7'", "'838:59:58.999999'", "'-00:00:00.1'"));
        values.put("year", List.of("2024", "0", "1901"));
        values.put("binary(16)", List.of("UNHEX('abcdef010000400080000000000000aa')", "x'00'"));
        values.put("varbinary(10)", List.of("''", "x'ff'", "'abc'", "x'c3a9'"));
        values.put("blob", List.of("''", "x'ff00'", "REPEAT('x', 60000)"));
        values.put(
                "geometry", List.of("ST_GeomFromText('POINT(1 2)', 4326)", "ST_GeomFromText('LINESTRING(0 0, 1 1)')"));
        values.put("point", List.of("ST_GeomFromText('POINT(1 2)')"));
        if (mariaDb) {
            values.put("uuid", List.of("'abcdef01-0000-4000-8000-00000000000a'"));
            values.put("inet6", List.of("'::1'", "'1.2.3.4'"));
            values.put("inet4", List.of("'1.2.3.4'"));
        } else {
            values.put("json", List.of("'{\"b\": 1.0, \"a\": [null]}'", "'\"x\"'", "'null'", "'5'", "'1e300'"));
        }
        return values;
    }

    private static List<String> texts() {
        return List.of(
                        "",
                        " ",
                        "abc",
                        "007",
                        " 42 ",
                        "+5",
                        "1e3",
                        "1e400",
                        "99999999999",
                        "12.345",
                        "true",
                        "2024-02-29",
                        "2024-02-30",
                        "2024-02-29 12:34:56.123456789",
                        "2024-02-29 12:34:56",
                        "9999-12-31 23:59:59.9",
                        "0000-00-00",
                        "2024-00-01",
                        "10:00:00",
                        "838:59:59.5",
                        "abcdef01-0000-4000-8000-00000000000A",
                        "abcdef01-0000-4000-8000-00000000000A\n",
                        "{}",
                        "{\"a\": 1}",
                        "a",
                        "a,b",
                        "b,a",
                        "a,a",
                        ",",
                        "x'y",
                        "A",
                        "1",
                        "-1",
                        "256",
                        "1.",
                        ".5",
                        "ü\t\n",
                        "𝄞",
                        "\\",
                        "'",
                        "0x1F",
                        "::1",
                        "1.2.3.4",
                        "nan",
                        "12\n")
                .stream()
                .map(MysqlNames::literal)
                .toList();
    }
}
