package org.zhengyou.embedded.mongo;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * What was put into maps and removed from them since the file was last written: a second file, to
 * which a group of writes is appended in one piece, while the pages they changed are written now
 * and then, all at once. Opening repeats it. Repeating more than was lost does no harm, for the
 * last entry of a key decides.
 *
 * <p>Each group is a {@link Frame}. Its generation says how often the pages had been written; it
 * stands in their file as well. Each time they are written the journal begins anew at its start.
 * The first frame of another generation, or whose checksum does not fit, is the end: it was never
 * acknowledged. A journal whose first frame is of a later generation than the pages says that these
 * are not what they were: see {@link #open}.
 */
final class Journal implements AutoCloseable {
    /** The pages are written before the journal grows beyond so many bytes. */
    static final int LIMIT = 4 << 20;

    /**
     * The pages are written before those that are not take so many bytes, roughly, in memory: they
     * live just long enough to burden the collector of a small heap.
     */
    private static final long UNSAVED_LIMIT =
            Math.min(24 << 20, Runtime.getRuntime().maxMemory() / 96);

    /** Times the pages are written between two looks for half-empty chunks of their file. */
    private static final int COMPACT_EVERY = 2;

    private static final int COMPACT_BELOW_PERCENT = 60;
    private static final int COMPACT_BYTES = 2 << 20;

    private final MVStore store;
    private final StoredMaps maps;
    private final @Nullable FileChannel file;
    private final int limit;
    private final Frame frame = new Frame();
    private int generation;
    private int checkpoints;
    private long end;
    private boolean checkpointed;

    private Journal(StoredMaps maps, @Nullable FileChannel file, int limit) {
        this.limit = limit;
        this.maps = maps;
        this.store = maps.store();
        this.file = file;
        this.generation = store.getStoreVersion();
    }

    /**
     * Opens the journal that belongs to these maps and repeats what it says. Makes it if it is not
     * there, unless the maps are only to be read.
     *
     * @param limit so many bytes at most
     * @throws IllegalStateException in Chinese and English, if the pages are older than the
     *     journal: their file was cut off or replaced, or a device that lost its power has not kept
     *     it
     */
    static Journal open(StoredMaps maps, Path path, int limit) {
        try {
            Journal journal = new Journal(maps, file(path, maps.store().isReadOnly()), limit);
            try {
                journal.repeat(path);
            } catch (RuntimeException | IOException e) {
                journal.close();
                throw e;
            }
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static @Nullable FileChannel file(Path path, boolean readOnly) throws IOException {
        if (!readOnly) {
            return FileChannel.open(path, CREATE, READ, WRITE);
        }
        return Files.exists(path) ? FileChannel.open(path, READ) : null;
    }

    private FileChannel file() {
        return Objects.requireNonNull(file, "nothing is to be written");
    }

    /** Puts a value into a map and notes that. */
    <K, V> void put(MVMap<K, V> map, K key, V value) {
        note(map, key, value);
        map.put(key, value);
    }

    /**
     * Removes a value from a map and notes that.
     *
     * @return whether there was one
     */
    <K, V> boolean remove(MVMap<K, V> map, K key) {
        boolean found = map.remove(key) != null;
        if (found) {
            note(map, key, null);
        }
        return found;
    }

    /** Whoever changes the same key at the same time is kept out by the lock of the collection. */
    private synchronized <K, V> void note(MVMap<K, V> map, K key, @Nullable V value) {
        frame.add(map, key, value);
    }

    /**
     * Writes what was noted since the last call, or all pages instead; no map changes meanwhile.
     */
    synchronized void write() {
        boolean full = end + frame.length() > limit || store.getUnsavedMemory() > UNSAVED_LIMIT;
        checkpointed = maps.takeNews() || full;
        if (checkpointed) {
            checkpoint();
        } else if (!frame.isEmpty()) {
            append();
        }
        frame.clear();
    }

    /** Forces what was written last to the device. */
    void force() {
        if (checkpointed) {
            store.sync();
        } else {
            try {
                file().force(false);
            } catch (IOException e) {
                throw new UncheckedIOException("the journal cannot be forced to the device", e);
            }
        }
    }

    /** Writes all pages. The journal is as long as it was until the next frame overwrites it. */
    private void checkpoint() {
        int next = Math.incrementExact(generation);
        store.setStoreVersion(next);
        store.commit();
        generation = next;
        end = 0;
        if (++checkpoints % COMPACT_EVERY == 0) {
            store.compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES);
        }
    }

    private void append() {
        end += write(frame.sealed(generation, end));
    }

    /** Returns how many bytes were written behind those that count. */
    private int write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                file().write(bytes, end + bytes.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
        return bytes.limit();
    }

    private void repeat(Path path) throws IOException {
        if (file == null) {
            return;
        }
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (all.hasRemaining() && file.read(all, all.position()) >= 0) {}
        all.flip();
        if (Frame.generation(all) > generation) {
            throw new IllegalStateException(
                    "数据文件比 %1$s 旧：它被截断，或换成了旧副本；断电后也可能如此。请恢复完整的数据目录；若只有这一份，移走 %1$s，再用 --republish 启动 / the file of data is older than %1$s: it was cut off or replaced by an older copy, which a power failure can do as well. Restore the whole data folder; if this is all there is, move %1$s away and start with --republish"
                            .formatted(path));
        }
        ByteBuffer next = Frame.at(0, all, generation);
        while (next != null) {
            Frame.repeat(next, maps);
            end += next.limit();
            next = Frame.at((int) end, all, generation);
        }
    }

    /** Writes nothing: whoever wants the pages written does that before. */
    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be closed", e);
        }
    }

    /**
     * Writes all pages, so that opening has nothing to repeat; no map changes meanwhile. An empty
     * frame says which ones these are, so that older ones do not pass for them.
     */
    synchronized void settle() {
        if (store.isClosed() || store.isReadOnly()) {
            return;
        }
        if (end > 0 || !frame.isEmpty() || maps.takeNews()) {
            checkpoint();
        }
        store.sync();
        frame.clear();
        int _ = write(frame.sealed(generation, end));
    }
}
