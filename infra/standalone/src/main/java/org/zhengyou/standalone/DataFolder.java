package org.zhengyou.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.host.Failures;

/**
 * The data folder of one platform: for its owner alone, and held before anything in it is opened,
 * so that a second platform harms neither.
 */
final class DataFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String OWNER = "rwx------";

    /** Bytes that must be free on its device. */
    private static final long LEAST_ROOM = 64L << 20;

    private final FileChannel channel;

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Makes it if it is not there, and holds it.
     *
     * @throws IllegalStateException in Chinese and English, if it cannot be written, is held, or
     *     its device is nearly full
     */
    static DataFolder hold(Path data) {
        try {
            Files.createDirectories(data);
            closeToOthers(data);
            requireRoom(data);
            FileChannel channel =
                    FileChannel.open(
                            data.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (locked(channel) != null) return new DataFolder(channel);
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "数据目录 %1$s 无法建立或写入，请检查权限或用 --data 另选一个 / the data folder %1$s cannot be made or written: check who may, or choose another with --data"
                            .formatted(data),
                    e);
        }
        throw new IllegalStateException(
                "数据目录 %1$s 正被另一个进程使用，请先停止它，或用 --data 另选一个 / the data folder %1$s is used by another process: stop that one, or choose another with --data"
                        .formatted(data));
    }

    /** A start writes some megabytes; begun with less it would end in the middle. */
    private static void requireRoom(Path data) throws IOException {
        if (Files.getFileStore(data).getUsableSpace() < LEAST_ROOM)
            throw new IllegalStateException(Failures.noRoom());
    }

    private static void closeToOthers(Path data) throws IOException {
        if (Files.getFileAttributeView(data, PosixFileAttributeView.class) != null)
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString(OWNER));
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // by this very process
        }
    }

    /** Lets go of it. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
