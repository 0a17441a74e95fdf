package org.zhengyou.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the repository that tests run in. */
final class Repository {
    private Repository() {}

    /** The file or folder at this path from the root. */
    static Path at(String path) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("zhengyou"))) {
            folder = folder.getParent();
            if (folder == null) throw new AssertionError("not inside the repository");
        }
        return folder.resolve(path);
    }

    /** The text of the file at this path from the root. */
    static String text(String path) {
        try {
            return Files.readString(at(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
