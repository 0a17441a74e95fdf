package org.zhengyou.embedded.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.Chunk;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open files of a folder, with what runs commands on them. */
record Storage(MVStore store, Journal journal, StoredBackend backend, GroupCommit commits) {
    private static final Logger LOG = LoggerFactory.getLogger(Storage.class);
    private static final String PAGES = "documents.mv";
    private static final String JOURNAL = "journal";
    private static final String CHUNK = "chunk.";
    private static final String DAMAGED =
            "%1$s/%2$s 已损坏或不是数据文件，请从备份恢复 / %1$s/%2$s is damaged or no file of data: restore it from a copy";

    /** More was no faster, for the device's cache is beside it, and costs the collector. */
    private static final int CACHE_MB = 8;

    /**
     * In memory, where they are split. Rows and their terms lie all over the file: what a change
     * reads and writes is pages, however little of them it concerns.
     */
    private static final int PAGE_BYTES = 4096;

    /** What places and lengths of chunks are counted in, in the file of an {@link MVStore}. */
    private static final int BLOCK_BYTES = 4096;

    /**
     * Where the files are.
     *
     * @param folder which is there
     * @param readOnly whether no byte of it is to change
     * @param reserve bytes of the device that are kept free
     * @param journal bytes the journal takes at most
     */
    record Place(Path folder, boolean readOnly, long reserve, int journal) {
        /** One to write to. */
        static Place at(Path folder) {
            return new Place(folder, false, Space.RESERVE, Journal.LIMIT);
        }

        /** One only to read from. */
        static Place offline(Path folder) {
            return new Place(folder, true, 0, Journal.LIMIT);
        }

        boolean hasData() {
            return Files.exists(folder.resolve(PAGES));
        }
    }

    /**
     * Opens the files as they were left, also by a crash.
     *
     * @param unwritable is run once, when writes cannot get into the files
     * @throws IllegalStateException in Chinese and English, if another process uses the folder, or
     *     the file of the pages cannot be read, is none, is not all there, or is empty, missing or
     *     older than it was, as that of the journal says
     */
    static Storage open(
            Place place, Persistence persistence, ScanStatistics statistics, Runnable unwritable) {
        requirePages(place);
        MVStore store = pages(place);
        StoredMaps maps = new StoredMaps(store);
        Journal journal = null;
        try {
            requireWhole(store, place.folder().resolve(PAGES));
            journal = Journal.open(maps, place.folder().resolve(JOURNAL), place.journal());
            Space space = new Space(place.folder(), place.reserve());
            StoredBackend backend = new StoredBackend(maps, journal, statistics, space);
            GroupCommit commits = new GroupCommit(journal, persistence, unwritable);
            return new Storage(store, journal, backend, commits);
        } catch (RuntimeException e) {
            store.closeImmediately();
            if (journal != null) {
                journal.close();
            }
            throw e;
        }
    }

    /** Never begins anew where there was something. The journal is made after the pages. */
    private static void requirePages(Place place) {
        Path pages = place.folder().resolve(PAGES);
        boolean wasThere = place.readOnly() || Files.exists(place.folder().resolve(JOURNAL));
        if (size(pages) == 0 && wasThere) {
            throw new IllegalStateException(
                    "%1$s 是空的或不见了，请从备份恢复 / %1$s is empty or missing: restore it from a copy"
                            .formatted(pages));
        }
    }

    /** What lies behind the end of the file would be missed by whoever asks for it, some day. */
    private static void requireWhole(MVStore store, Path pages) {
        long blocks = size(pages) / BLOCK_BYTES;
        store.getLayoutMap()
                .forEach(
                        (key, value) -> {
                            if (!key.startsWith(CHUNK)) return;
                            Chunk<?> chunk = store.getFileStore().createChunk(value);
                            if (chunk.block + chunk.len > blocks)
                                throw new IllegalStateException(
                                        DAMAGED.formatted(pages.getParent(), PAGES));
                        });
    }

    private static String why(MVStoreException e) {
        return switch (e.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED -> "%1$s 正被另一个进程使用 / another process uses %1$s";
            case DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED ->
                    "%1$s/%2$s 无法读写，请检查权限和磁盘空间 / %1$s/%2$s cannot be read or written: check who may, and the room on the disk";
            default -> DAMAGED;
        };
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }

    private static MVStore pages(Place place) {
        MVStore.Builder builder =
                new MVStore.Builder()
                        .fileName(place.folder().resolve(PAGES).toString())
                        .cacheSize(CACHE_MB)
                        .pageSplitSize(PAGE_BYTES)
                        .autoCommitDisabled()
                        .autoCommitBufferSize(0);
        try {
            MVStore store = (place.readOnly() ? builder.readOnly() : builder).open();
            store.setRetentionTime(0); // otherwise each commit keeps its old pages for 45 s
            return store;
        } catch (MVStoreException e) {
            throw new IllegalStateException(why(e).formatted(place.folder(), PAGES), e);
        }
    }

    /** Writes everything, so that opening has nothing to repeat; if there is no room, it has to. */
    void close() {
        try {
            journal.settle();
            store.close();
            journal.close();
        } catch (RuntimeException e) {
            LOG.warn(
                    "the pages cannot be written, the journal is left to repeat: {}", e.toString());
            abandon();
        }
    }

    /** Leaves everything as a crash would. */
    void abandon() {
        store.closeImmediately();
        journal.close();
    }
}
