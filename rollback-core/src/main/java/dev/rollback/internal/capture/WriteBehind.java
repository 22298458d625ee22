// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Passes bytes on in a thread of its own, a few buffers behind, so that rows are read while those before are compressed. What fits one
 * buffer takes no thread. The stream behind is the caller's to close.
 */
final class WriteBehind extends OutputStream {
    private static final int BUFFER = 1 << 17;
    private static final int BUFFERS = 8;
    private static final long LOOK_MILLIS = 100;

    /** What is handed over; the last one is empty. */
    private record Part(byte[] bytes, int length) {}

    private final OutputStream to;
    private final BlockingQueue<Part> waiting = new ArrayBlockingQueue<>(BUFFERS);
    private byte[] buffer = new byte[BUFFER];
    private int length;
    private @Nullable Thread writer;
    private volatile @Nullable Throwable failure;
    private boolean told;

    WriteBehind(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int at = from;
        int left = count;
        while (left > 0) {
            int part = Math.min(left, buffer.length - length);
            System.arraycopy(bytes, at, buffer, length, part);
            length += part;
            at += part;
            left -= part;
            if (length == buffer.length) {
                handOver(new Part(buffer, length));
                buffer = new byte[BUFFER];
                length = 0;
            }
        }
    }

    /** Waits until all is written. A failure that was told before is not told again. */
    @Override
    public void close() throws IOException {
        Thread behind = writer;
        if (behind == null) {
            to.write(buffer, 0, length);
            length = 0;
            return;
        }
        if (told) {
            return;
        }
        if (length > 0) {
            handOver(new Part(buffer, length));
            length = 0;
        }
        handOver(new Part(buffer, 0));
        try {
            behind.join();
        } catch (InterruptedException e) {
            throw interrupted(behind);
        }
        writer = null;
        tell();
    }

    private void handOver(Part part) throws IOException {
        Thread behind = writer == null ? start() : writer;
        try {
            while (!waiting.offer(part, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                tell();
            }
        } catch (InterruptedException e) {
            throw interrupted(behind);
        }
        tell();
    }

    private Thread start() {
        Thread behind = new Thread(this::run, "rollback-files");
        behind.setDaemon(true);
        behind.start();
        writer = behind;
        return behind;
    }

    private void run() {
        try {
            for (Part part = waiting.take(); part.length > 0; part = waiting.take()) {
                to.write(part.bytes, 0, part.length);
            }
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            failure = e;
        }
    }

    private void tell() throws IOException {
        Throwable failed = failure;
        if (failed == null) {
            return;
        }
        told = true;
        if (failed instanceof IOException e) {
            throw e;
        }
        throw new IOException("the files could not be written: " + failed, failed);
    }

    private IOException interrupted(Thread behind) {
        told = true;
        behind.interrupt();
        Thread.currentThread().interrupt();
        return new InterruptedIOException("it was interrupted");
    }
}
