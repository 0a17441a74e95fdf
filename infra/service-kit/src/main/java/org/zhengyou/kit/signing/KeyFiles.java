package org.zhengyou.kit.signing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files of keys, for their owner only: mode 600, in folders of mode 700. */
public final class KeyFiles {
    private static final FileAttribute<?> FILE = mode("rw-------");
    private static final FileAttribute<?> FOLDER = mode("rwx------");

    private KeyFiles() {}

    private static FileAttribute<?> mode(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    /**
     * Makes a file, whole or not at all, and the folder that it lies in.
     *
     * @return false if it is there already, for another process was first: its key is the key
     */
    public static boolean make(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder, FOLDER);
        Path whole = Files.createTempFile(folder, ".", ".key", FILE);
        Files.writeString(whole, text);
        try {
            Files.createLink(file, whole);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.delete(whole);
        }
    }
}
