// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The edges of characters and bytes. */
final class Texts {
    /** What a column's characters may be. */
    enum Repertoire {
        ASCII(""),
        LATIN("é"),
        BMP("é漢"),
        ALL("é漢\uD83D\uDE00");

        private final String samples;

        Repertoire(String samples) {
            this.samples = samples;
        }
    }

    private static final int UNLIMITED = 500;
    private static final int LONGEST = 2000;
    private static final int LENGTH_OF_UUID = 36;

    private Texts() {}

    /** Digits are the plainest text: they pass for a number, a truth and a JSON document too. */
    static Choices characters(long size, Repertoire repertoire) {
        int length = (int) (size <= 0 ? UNLIMITED : Math.min(size, LONGEST));
        String odd = cut("1'\"\\`;--%_\t" + repertoire.samples + ".", length);
        return new Choices(
                values(length == LENGTH_OF_UUID ? uuid(1) : "1", "a", "A"),
                values(""),
                values("x".repeat(length)),
                values(odd),
                (n, hard) -> Value.of(key(n, hard, length, repertoire)));
    }

    /** Values that checks like: short words, dates, addresses, documents. */
    static List<Value> familiar(long size) {
        return Stream.of("1", "a", "A", "aa", "AA", "aaa", "AAA", "11", "Y", "true", "a@b.co", "{}", "[]", "2020-01-01")
                .filter(t -> size <= 0 || t.length() <= size)
                .map(Value::of)
                .toList();
    }

    /** Bytes of any kind; a width of its own when the type pads. */
    static Choices bytes(long size) {
        int length = (int) (size <= 0 ? UNLIMITED : Math.min(size, LONGEST));
        byte[] full = new byte[length];
        Arrays.fill(full, (byte) 0xFF);
        byte[] odd = new byte[Math.min(length, 6)];
        System.arraycopy(new byte[] {0, '\\', '\'', (byte) 0x80, '\n', (byte) 0xFE}, 0, odd, 0, odd.length);
        return new Choices(
                List.of(Value.of(new byte[] {'1'})),
                List.of(Value.of(new byte[0])),
                List.of(Value.of(full)),
                List.of(Value.of(odd)),
                (n, hard) -> Value.of(bytesOf(n, length)));
    }

    static Choices uuids() {
        return new Choices(
                values(uuid(1)),
                values("00000000-0000-0000-0000-000000000000"),
                values("ffffffff-ffff-ffff-ffff-ffffffffffff"),
                values(uuid(2)),
                (n, hard) -> Value.of(uuid(n)));
    }

    /** The words of the products' JSON are the same; the expression around them is not. */
    static Choices json(String expression) {
        List<Value> all = new ArrayList<>();
        for (String text : List.of("{}", "[]", "{\"a\": [1, 2.50, \"é \\\"q\\\"\", null]}", "{\"b\": {\"c\": true}}")) {
            all.add(new Value(expression, text));
        }
        return new Choices(
                all.subList(0, 1),
                all.subList(1, 2),
                all.subList(3, 4),
                all.subList(2, 3),
                (n, hard) -> new Value(expression, "{\"k\": " + n + "}"));
    }

    private static String key(int number, boolean hard, int length, Repertoire repertoire) {
        if (length == LENGTH_OF_UUID) {
            return uuid(number);
        }
        String digits = Integer.toString(number, length < 4 ? Character.MAX_RADIX : 10);
        String odd = digits + "'\\" + repertoire.samples;
        return hard && odd.length() <= length ? odd : cut(digits, length);
    }

    private static String uuid(int number) {
        return UUID.nameUUIDFromBytes(("row " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static byte[] bytesOf(int number, int length) {
        byte[] four = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
        return length >= four.length
                ? Arrays.copyOf(four, Math.min(length, 16))
                : Arrays.copyOfRange(four, four.length - length, four.length);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(
                0, length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static List<Value> values(String... texts) {
        return Stream.of(texts).map(Value::of).toList();
    }
}
