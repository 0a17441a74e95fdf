package org.zhengyou.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders as a whole. */
final class Folders {
    private Folders() {}

    /** Copies everything in it; the copy must not be there yet. */
    static void copy(Path folder, Path copy) {
        try {
            for (Path path : inside(folder))
                Files.copy(path, copy.resolve(folder.relativize(path).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All regular files in it. */
    static List<Path> files(Path folder) {
        return inside(folder).stream().filter(Files::isRegularFile).toList();
    }

    static void delete(Path folder) {
        try {
            for (Path path : inside(folder).reversed()) Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder and all in it, folders before what is in them. */
    private static List<Path> inside(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.naturalOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
