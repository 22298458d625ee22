// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row as a line: tabs between values, {@code \N} for null, and a backslash before what would be taken for either. */
final class MysqlLine {
    private static final byte[] NULL = {'\\', 'N'};

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();

    void write(@Nullable Object[] values, OutputStream out) throws IOException {
        buffer.reset();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                buffer.write('\t');
            }
            Object value = values[i];
            if (value == null) {
                buffer.write(NULL);
            } else {
                escape(value instanceof byte[] bytes ? bytes : ((String) value).getBytes(StandardCharsets.UTF_8));
            }
        }
        buffer.write('\n');
        buffer.writeTo(out);
    }

    private void escape(byte[] bytes) {
        for (byte b : bytes) {
            switch (b) {
                case '\n' -> escaped('n');
                case '\t' -> escaped('t');
                case '\\' -> escaped('\\');
                default -> buffer.write(b);
            }
        }
    }

    private void escaped(char c) {
        buffer.write('\\');
        buffer.write(c);
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
            buffer.reset();
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
                    buffer.write(next == 'n' ? '\n' : next == 't' ? '\t' : next);
                } else {
                    buffer.write(required(b));
                }
            }
            values[i] = isNull ? null : columns.get(i).isBytes() ? buffer.toByteArray() : text();
        }
        return values;
    }

    private String text() {
        return buffer.toString(StandardCharsets.UTF_8);
    }

    private static int required(int b) throws EOFException {
        if (b < 0) {
            throw new EOFException("the rows end within a line");
        }
        return b;
    }
}
