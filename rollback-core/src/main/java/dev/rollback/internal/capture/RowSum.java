// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Counts the rows of a stream, each of them a line, and sums them up whatever their order, as it passes them on. Rows that were read
 * back and written again have the sum that they had when they were captured; against edited files stands their SHA-256.
 */
final class RowSum extends OutputStream {
    private final OutputStream to;
    private final CRC32 one = new CRC32();
    private final CRC32C other = new CRC32C();
    private long rows;
    private long sum;
    private long xor;

    RowSum(OutputStream to) {
        this.to = to;
    }

    /** A sum alone. */
    RowSum() {
        this(nullOutputStream());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int begin = from;
        int end = from + length;
        for (int i = from; i < end; i++) {
            if (bytes[i] == '\n') {
                part(bytes, begin, i);
                endOfRow();
                begin = i + 1;
            }
        }
        part(bytes, begin, end);
        to.write(bytes, from, length);
    }

    private void part(byte[] bytes, int begin, int end) {
        one.update(bytes, begin, end - begin);
        other.update(bytes, begin, end - begin);
    }

    private void endOfRow() {
        long row = one.getValue() << Integer.SIZE | other.getValue();
        one.reset();
        other.reset();
        rows++;
        sum += mixed(row + 1);
        xor ^= mixed(~row);
    }

    /** Each bit of the result depends on all bits, as MurmurHash3 ends. */
    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    long rows() {
        return rows;
    }

    /** The same for the same rows. */
    String checksum() {
        return "%016x %016x".formatted(sum, xor);
    }
}
