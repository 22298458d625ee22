// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.rollback.internal.Sha256;
import dev.rollback.internal.capture.FileManifest.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compresses a stream into files of a limited size, each with its own checksum. */
final class ChunkWriter extends OutputStream {
    private final PrivateFiles files;
    private final String table;
    private final int level;
    private final long limit;
    private final List<StoredFile> done = new ArrayList<>();
    private @Nullable Chunk chunk;

    /**
     * @param table what the names of the files begin with
     * @param limit the bytes of a file before they are compressed
     */
    ChunkWriter(PrivateFiles files, String table, int level, long limit) {
        this.files = files;
        this.table = table;
        this.level = level;
        this.limit = limit;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            Chunk into = chunk == null ? open() : chunk;
            int part = (int) Math.min(left, limit - into.plain);
            into.write(bytes, at, part);
            at += part;
            left -= part;
            if (into.plain == limit) {
                close();
            }
        }
    }

    private Chunk open() throws IOException {
        Chunk opened = new Chunk("%s.%04d.zst".formatted(table, done.size() + 1));
        chunk = opened;
        return opened;
    }

    /** Ends the present file; nothing happens without one. */
    @Override
    public void close() throws IOException {
        if (chunk != null) {
            Chunk ended = chunk;
            chunk = null;
            done.add(ended.end());
        }
    }

    /** What was written; complete after {@link #close}. */
    List<StoredFile> files() {
        return List.copyOf(done);
    }

    private final class Chunk {
        private final String name;
        private final OutputStream file;
        private final DigestOutputStream digest;
        private final OutputStream packed;
        private long plain;

        Chunk(String name) throws IOException {
            this.name = name;
            this.file = files.open(name);
            this.digest = new DigestOutputStream(file, Sha256.digest());
            this.packed = new ZstdOutputStreamNoFinalizer(digest, level);
        }

        void write(byte[] bytes, int from, int length) throws IOException {
            packed.write(bytes, from, length);
            plain += length;
        }

        /** A file that cannot be completed is closed all the same. */
        StoredFile end() throws IOException {
            try (OutputStream closing = file) {
                packed.close();
            }
            return new StoredFile(
                    table,
                    name,
                    Files.size(files.folder().resolve(name)),
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        }
    }
}
