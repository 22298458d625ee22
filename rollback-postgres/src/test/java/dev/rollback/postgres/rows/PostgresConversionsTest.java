// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.model.Column;
import dev.rollback.postgres.names.PostgresIdentifiers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresConversionsTest {
    private static final Map<String, List<String>> VALUES = values();
    private static PostgresRowsFixture db;

    @BeforeAll
    static void fill() throws SQLException {
        db = new PostgresRowsFixture("""
                CREATE TYPE mood AS ENUM ('sad', 'ok', '1'); CREATE TYPE other AS ENUM ('ok', 'happy');
                CREATE DOMAIN code AS varchar(3) CHECK (VALUE <> 'no'); CREATE TYPE pair AS (a int, b text);
                """);
        int number = 0;
        for (String type : VALUES.keySet()) {
            db.update("CREATE TABLE public.v" + number + " (v " + type + ")");
            for (String value : VALUES.get(type)) {
                db.update("INSERT INTO public.v" + number + " VALUES (" + PostgresIdentifiers.literal(value) + ")");
            }
            db.update("INSERT INTO public.v" + number++ + " VALUES (NULL)");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        db.close();
    }

    /** For every pair of types: what is said to fit is stored without an error, and what may not narrow comes back. */
    @ParameterizedTest
    @MethodSource("types")
    void everyValueIsConvertedOrKnownNotToFit(String type) throws SQLException {
        int number = new ArrayList<>(VALUES.keySet()).indexOf(type);
        Column from = column(type);
        for (String target : VALUES.keySet()) {
            Column to = column(target);
            String misfit = PostgresConversions.misfit("c.v", from, to).orElse("false");
            String guarded =
                    "CASE WHEN " + misfit + " THEN NULL ELSE " + PostgresConversions.convert("c.v", from, to) + " END";
            db.update("DROP TABLE IF EXISTS public.stored");
            db.update("CREATE TABLE public.stored (old " + type + ", new " + target + ")");
            db.update("INSERT INTO public.stored SELECT c.v, " + guarded + " FROM public.v" + number + " c");
            assertThat(db.query("SELECT c.v FROM public.v" + number + " c WHERE NOT coalesce(" + misfit
                            + ", false) AND c.v::text IS NOT NULL AND (" + guarded + ")::text IS NULL"))
                    .as("%s to %s", type, target)
                    .isEmpty();
            if (PostgresExactness.isReversible(from, to)) {
                String back = PostgresConversions.guarded("s.new", to, from);
                assertThat(db.query("SELECT s.old, s.new FROM public.stored s WHERE s.new IS NOT NULL AND "
                                + PostgresRows.differs("(" + back + ")", "s.old", from)
                                + (type.equals("json") ? " AND s.old::jsonb <> (" + back + ")::jsonb" : "")))
                        .as("%s to %s and back", type, target)
                        .isEmpty();
            }
        }
    }

    static List<String> types() {
        return List.copyOf(VALUES.keySet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "007|text|integer|7|false",
                "3000000000|bigint|integer||false",
                "-32768|integer|smallint|-32768|false",
                "32768|integer|smallint||false",
                "2147483647.4|double precision|integer|2147483647|true",
                "2147483647.5|double precision|integer||true",
                "9223372036854775807|double precision|bigint||true",
                "NaN|double precision|bigint||true",
                "999.995|numeric|numeric(5,2)||true",
                "999.994|numeric|numeric(5,2)|999.99|true",
                "NaN|numeric|numeric(5,2)|NaN|true",
                "Infinity|numeric|numeric(5,2)||true",
                "1e39|double precision|real||true",
                "5|integer|boolean|t|true",
                "true|boolean|integer|1|false",
                "maybe|text|boolean||false",
                "abcde|text|character varying(3)|abc|true",
                "ab  |text|character varying(3)|ab |true",
                "abc|character(5)|character varying(3)|abc|true",
                "happy|public.other|public.mood||false",
                "ok|public.other|public.mood|ok|false",
                "abcd|text|public.code||false",
                "no|text|public.code||false",
                "2024-02-30|text|date||true",
                "5874897-12-31|date|timestamp without time zone||false",
                "2024-01-02 03:04:05+00|timestamp with time zone|date|2024-01-02|true",
                "\"{\"\"a\"\":\"\"\\u0000\"\"}\"|json|jsonb||false",
                "\"{1,x}\"|text[]|integer[]||true",
                "1101|bit varying|bit(3)||true",
            })
    void conversionsThatPeopleRelyOn(String value, String from, String to, String expected, boolean mayNarrow)
            throws SQLException {
        Column source = column(from);
        Column target = column(to);
        String guarded = PostgresConversions.guarded("c.v", source, target);
        assertThat(db.query("SELECT " + guarded + " FROM (SELECT " + PostgresIdentifiers.literal(value) + "::" + from
                        + " AS v OFFSET 0) c"))
                .containsExactly(String.valueOf(expected));
        assertThat(PostgresExactness.mayNarrow(source, target)).isEqualTo(mayNarrow);
    }

    @Test
    void matchesTypesThatStandForTheSameThings() {
        assertThat(PostgresExactness.sameFamily(column("integer"), column("bigint")))
                .isTrue();
        assertThat(PostgresExactness.sameFamily(column("character varying(36)"), column("uuid")))
                .isTrue();
        assertThat(PostgresExactness.sameFamily(column("public.mood"), column("uuid")))
                .isTrue();
        assertThat(PostgresExactness.sameFamily(column("integer"), column("uuid")))
                .isFalse();
        assertThat(PostgresExactness.sameFamily(column("date"), column("timestamp with time zone")))
                .isTrue();
        assertThat(PostgresExactness.sameFamily(column("date"), column("integer")))
                .isFalse();
    }

    private static Column column(String type) {
        return new Column("v", type, type.startsWith("public."), true, null, null, null, null, "", 1);
    }

    private static Map<String, List<String>> values() {
        List<String> numbers = List.of("0", "1", "-1", "32767", "-32768");
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("smallint", numbers);
        values.put("integer", List.of("0", "1", "-7", "32768", "2147483647", "-2147483648", "123456789"));
        values.put("bigint", List.of("0", "1", "2147483648", "9223372036854775807", "-9223372036854775808"));
        values.put(
                "numeric",
                List.of("0", "1", "1.10", "NaN", "Infinity", "-Infinity", "1e400", "1e-400", "99.995", "-0.5"));
        values.put("numeric(5,2)", List.of("0", "1.10", "999.99", "-999.99", "NaN"));
        values.put("numeric(4,-2)", List.of("100", "999900", "0"));
        values.put("numeric(2,4)", List.of("0.0099", "-0.0001", "0"));
        values.put("real", List.of("0", "-0", "1.5", "NaN", "Infinity", "3.4e38", "1e-45", "32767.5", "16777216"));
        values.put(
                "double precision",
                List.of(
                        "0",
                        "-0",
                        "0.1",
                        "NaN",
                        "-Infinity",
                        "1.7976931348623157e308",
                        "5e-324",
                        "3.5e38",
                        "1e-46",
                        "2147483647.5",
                        "-2147483648.5",
                        "9223372036854775807",
                        "-9223372036854775808",
                        "32767.5"));
        values.put("boolean", List.of("true", "false"));
        values.put("text", texts());
        values.put("character varying(3)", List.of("", "abc", "a ", "1", "é€𝄞"));
        values.put("character varying", texts());
        values.put("character(5)", List.of("", "abcde", "1", "ab"));
        values.put("name", List.of("", "abc", "1"));
        values.put("\"char\"", List.of("", "a", "1"));
        values.put("date", List.of("2024-02-29", "infinity", "-infinity", "5874897-12-31", "4713-01-01 BC"));
        values.put(
                "timestamp without time zone",
                List.of("2024-02-29 12:34:56.789012", "infinity", "294276-12-31 23:59:59", "4713-01-01 00:00:00 BC"));
        values.put("timestamp(0) without time zone", List.of("2024-02-29 12:34:56", "-infinity"));
        values.put("timestamp(3) with time zone", List.of("2024-02-29 12:34:56.789+05", "infinity"));
        values.put("time without time zone", List.of("12:34:56.789", "24:00", "00:00"));
        values.put("time(0) with time zone", List.of("12:34:56+14", "00:00-01"));
        values.put("interval", List.of("1 mon 2 days 03:04:05.6", "-1 day", "178000000 years", "0"));
        values.put("interval(0)", List.of("00:00:01"));
        values.put("uuid", List.of("abcdef01-0000-4000-8000-00000000000a"));
        values.put("json", List.of("{\"a\": 1,  \"a\": [null]}", "\"\\u0000\"", "1e1000", "null", "\"x\""));
        values.put("jsonb", List.of("{\"a\": 1}", "[]", "1.10", "null"));
        values.put("xml", List.of("<a>1</a>", "text", ""));
        values.put("bytea", List.of("", "\\xdeadbeef00"));
        values.put("bit(3)", List.of("101", "000"));
        values.put("bit varying(5)", List.of("", "1", "10101"));
        values.put("money", List.of("0", "12.34", "-92233720368547758.08"));
        values.put("inet", List.of("10.0.0.1/8", "::1", "192.168.0.0/24"));
        values.put("cidr", List.of("10.0.0.0/8"));
        values.put("macaddr", List.of("08:00:2b:01:02:03"));
        values.put("point", List.of("(1,2)"));
        values.put("int4range", List.of("[1,5)", "empty", "(,)"));
        values.put("oid", List.of("0", "4294967295"));
        values.put("tsvector", List.of("'a':1 'b'"));
        values.put("integer[]", List.of("{}", "{1,2}", "{{1,2},{3,4}}", "[0:1]={7,8}", "{NULL}"));
        values.put("bigint[]", List.of("{}", "{3000000000}"));
        values.put("text[]", List.of("{}", "{a,NULL,\"b,c\"}", "{1,2}"));
        values.put("character varying(3)[]", List.of("{abc}"));
        values.put("public.mood", List.of("sad", "ok", "1"));
        values.put("public.other", List.of("ok", "happy"));
        values.put("public.code", List.of("abc", ""));
        values.put("public.pair", List.of("(1,\"x y\")", "(,)"));
        values.put("public.mood[]", List.of("{sad,1}", "{}"));
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
                "99999999999",
                "12.345",
                "NaN",
                "true",
                "yes",
                "2024-02-29",
                "2024-02-30",
                "2024-02-29 12:34:56+02",
                "10:00",
                "1 day",
                "ABCDEF01-0000-4000-8000-00000000000A",
                "{}",
                "{1,2}",
                "{\"a\": 1}",
                "<a/>",
                "\\xdead",
                "101",
                "10.0.0.1",
                "ok",
                "no",
                "longer than three",
                "(1,2)",
                "[1,5)",
                "'",
                "\\",
                "ü\t\n",
                "1_000",
                "0x1F",
                "infinity");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "007|text|numeric(5,2)|f",
                "1.234|text|numeric(5,2)|t",
                "1.2|text|numeric(5,2)|f",
                "0.1|text|double precision|f",
                "3.3333333333333335|text|double precision|f",
                "0.12345678901234567890|text|double precision|t",
                "2024-01-01|text|date|f",
                "2024-01-01 10:00|text|date|t",
                "2024-01-01 10:00:00.5|text|timestamp(0) without time zone|t",
                "10:00|text|time(3) without time zone|f",
                "2024-01-01 10:00|timestamp without time zone|date|t",
                "2024-01-01 00:00|timestamp without time zone|date|f",
                "5|integer|boolean|t",
                "0.125|double precision|numeric(4,2)|t",
            })
    void tellsWhichValuesLoseSomething(String value, String from, String to, String narrowed) throws SQLException {
        String sql = PostgresExactness.isNarrowed("c.v", column(from), column(to));
        assertThat(db.query("SELECT " + sql + " FROM (SELECT '" + value + "'::" + from + " AS v OFFSET 0) c"))
                .containsExactly(narrowed);
    }
}
