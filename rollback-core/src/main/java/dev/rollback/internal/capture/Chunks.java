// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.rollback.internal.capture.FileManifest.StoredFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link ChunkWriter} wrote as one stream. */
final class Chunks extends InputStream {
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Iterator<StoredFile> next;
    private @Nullable InputStream present;

    Chunks(Path folder, List<StoredFile> files) {
        this.folder = folder;
        this.next = files.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (true) {
            if (present == null) {
                if (!next.hasNext()) {
                    return -1;
                }
                present = new ZstdInputStreamNoFinalizer(new BufferedInputStream(
                        Files.newInputStream(folder.resolve(next.next().name())), BUFFER));
            }
            int read = present.read(bytes, from, length);
            if (read >= 0) {
                return read;
            }
            close();
        }
    }

    @Override
    public void close() throws IOException {
        if (present != null) {
            InputStream ended = present;
            present = null;
            ended.close();
        }
    }
}
