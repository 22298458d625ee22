// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row as a line: tabs between values, {@code \N} for null, and a backslash before what would be taken for either. */
final class MysqlLine {
    private static final int ROOM = 1 << 12;

    private byte[] buffer = new byte[ROOM];
    private int length;

    /** The next value of the row. */
    void add(byte @Nullable [] value) {
        if (value == null) {
            put('\\');
            put('N');
        } else {
            escape(value);
        }
        put('\t');
    }

    /** Writes the row; each has a value at least. */
    void end(OutputStream out) throws IOException {
        buffer[length - 1] = '\n';
        out.write(buffer, 0, length);
        length = 0;
    }

    private void escape(byte[] bytes) {
        int begin = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '\n' || b == '\t' || b == '\\') {
                put(bytes, begin, i);
                put('\\');
                put(b == '\n' ? 'n' : b == '\t' ? 't' : '\\');
                begin = i + 1;
            }
        }
        put(bytes, begin, bytes.length);
    }

    private void put(byte[] bytes, int begin, int end) {
        room(end - begin);
        System.arraycopy(bytes, begin, buffer, length, end - begin);
        length += end - begin;
    }

    private void put(int b) {
        room(1);
        buffer[length++] = (byte) b;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }

    /**
     * The next row.
     *
     * @param in gives single bytes cheaply
     * @return no values at the end
     */
    Object[] read(List<MysqlValue> columns, BufferedInputStream in) throws IOException {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            length = 0;
            boolean isNull = false;
            char end = i == values.length - 1 ? '\n' : '\t';
            int b = in.read();
            if (b < 0 && i == 0) {
                return new Object[0];
            }
            for (; b != end; b = in.read()) {
                if (b == '\\') {
                    int next = required(in.read());
                    isNull |= next == 'N';
                    put(next == 'n' ? '\n' : next == 't' ? '\t' : next);
                } else {
                    put(required(b));
                }
            }
            values[i] = isNull ? null : columns.get(i).isBytes() ? Arrays.copyOf(buffer, length) : text();
        }
        length = 0;
        return values;
    }

    private String text() {
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }

    private static int required(int b) throws EOFException {
        if (b < 0) {
            throw new EOFException("the rows end within a line");
        }
        return b;
    }
}
