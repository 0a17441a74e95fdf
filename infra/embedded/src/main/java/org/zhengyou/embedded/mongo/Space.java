package org.zhengyou.embedded.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * Room on the device. Writes are refused before it is used up: what was accepted can then still be
 * written, and the file is never left half-written for want of space.
 */
final class Space {
    /** What is always kept free, in bytes. */
    static final long RESERVE = 16L << 20;

    /** Pages above a changed one are written anew as well. */
    private static final int AMPLIFICATION = 4;

    private final FileStore device;
    private final long reserve;

    /** Room where this folder is. */
    Space(Path folder, long reserve) {
        try {
            this.device = Files.getFileStore(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the device of " + folder, e);
        }
        this.reserve = reserve;
    }

    /** Whether there is room for what was accepted so far and for something more. */
    boolean isEnough(MVStore store) {
        try {
            long needed = reserve + (long) AMPLIFICATION * store.getUnsavedMemory();
            return device.getUsableSpace() > needed;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the device", e);
        }
    }
}
