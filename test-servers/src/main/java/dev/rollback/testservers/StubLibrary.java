// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a small ELF library for x86-64 whose functions all return -1, in the place of one that a program is linked against
 * and does not use.
 */
final class StubLibrary {
    private static final int DYNAMIC = 0x140;
    private static final int HASH = 0x200;
    private static final int SYMBOLS = 0x280;
    private static final int CODE = 0x1000;
    private static final byte[] RETURN_MINUS_ONE = {(byte) 0xb8, -1, -1, -1, -1, (byte) 0xc3};

    private final List<String> functions;
    private final List<String> versions;
    private final StringBuilder text = new StringBuilder("\0");
    private final Map<String, Integer> offsets = new HashMap<>();
    private final ByteBuffer bytes =
            ByteBuffer.allocate(CODE + RETURN_MINUS_ONE.length).order(ByteOrder.LITTLE_ENDIAN);

    private StubLibrary(String soname, List<String> functions) {
        this.functions = functions;
        this.versions = new ArrayList<>(List.of(soname)); // version 1 is the file itself
        functions.stream().map(StubLibrary::version).distinct().forEach(versions::add);
        functions.forEach(f -> append(name(f)));
        versions.forEach(this::append);
    }

    /** @param functions as in {@code io_setup@LIBAIO_0.4} */
    static void write(Path file, String... functions) throws IOException {
        Files.write(file, new StubLibrary(file.getFileName().toString(), List.of(functions)).bytes());
    }

    private byte[] bytes() {
        byte[] strings = text.toString().getBytes(StandardCharsets.US_ASCII);
        int symbols = functions.size() + 1;
        int definitions = SYMBOLS + 24 * symbols;
        int numbers = definitions + 28 * versions.size();
        int stringsAt = numbers + 2 * symbols;
        header(stringsAt + strings.length);
        bytes.position(DYNAMIC);
        dynamic(14, offset(versions.get(0))); // SONAME
        dynamic(4, HASH);
        dynamic(5, stringsAt);
        dynamic(6, SYMBOLS);
        dynamic(10, strings.length);
        dynamic(11, 24);
        dynamic(0x6ffffff0L, numbers);
        dynamic(0x6ffffffcL, definitions);
        dynamic(0x6ffffffdL, versions.size());
        hash(symbols);
        symbols();
        definitions(definitions);
        bytes.position(numbers).putShort((short) 0);
        functions.forEach(f -> bytes.putShort((short) (versions.indexOf(version(f)) + 1)));
        bytes.position(stringsAt).put(strings);
        bytes.position(CODE).put(RETURN_MINUS_ONE);
        return bytes.array();
    }

    private void header(int size) {
        bytes.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        bytes.putShort((short) 3)
                .putShort((short) 62)
                .putInt(1)
                .putLong(0)
                .putLong(0x40)
                .putLong(0)
                .putInt(0);
        for (int value : new int[] {64, 56, 4, 64, 0, 0}) {
            bytes.putShort((short) value);
        }
        segment(1, 6, 0, size, 0x1000); // all but the code, writable
        segment(1, 5, CODE, 8, 0x1000); // the code
        segment(2, 6, DYNAMIC, 0xa0, 8);
        segment(0x6474e551, 6, 0, 0, 16); // the stack is not executable
    }

    private void segment(int type, int flags, long offset, long size, long align) {
        bytes.putInt(type).putInt(flags).putLong(offset).putLong(offset).putLong(offset);
        bytes.putLong(size).putLong(size).putLong(align);
    }

    private void dynamic(long tag, long value) {
        bytes.putLong(tag).putLong(value);
    }

    /** One bucket, with all symbols in one chain. */
    private void hash(int symbols) {
        bytes.position(HASH).putInt(1).putInt(symbols).putInt(symbols > 1 ? 1 : 0);
        for (int i = 0; i < symbols; i++) {
            bytes.putInt(i == 0 || i == symbols - 1 ? 0 : i + 1);
        }
    }

    private void symbols() {
        bytes.position(SYMBOLS + 24);
        for (String function : functions) {
            bytes.putInt(offset(name(function))).put((byte) 0x12).put((byte) 0).putShort((short) 1);
            bytes.putLong(CODE).putLong(RETURN_MINUS_ONE.length);
        }
    }

    private void definitions(int at) {
        bytes.position(at);
        for (int i = 0; i < versions.size(); i++) {
            bytes.putShort((short) 1)
                    .putShort((short) (i == 0 ? 1 : 0))
                    .putShort((short) (i + 1))
                    .putShort((short) 1);
            bytes.putInt(hash(versions.get(i))).putInt(20).putInt(i == versions.size() - 1 ? 0 : 28);
            bytes.putInt(offset(versions.get(i))).putInt(0);
        }
    }

    private static int hash(String name) {
        int hash = 0;
        for (char c : name.toCharArray()) {
            hash = (hash << 4) + c;
            int high = hash & 0xf0000000;
            hash = (hash ^ (high >>> 24)) & ~high;
        }
        return hash;
    }

    private void append(String string) {
        if (!offsets.containsKey(string)) {
            offsets.put(string, text.length());
            text.append(string).append('\0');
        }
    }

    private int offset(String string) {
        return Objects.requireNonNull(offsets.get(string), string);
    }

    private static String name(String function) {
        return function.substring(0, function.indexOf('@'));
    }

    private static String version(String function) {
        return function.substring(function.indexOf('@') + 1);
    }
}
