package org.zhengyou.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds any of many texts in files, byte by byte. */
final class Needles {
    private static final int PREFIX = 4;

    private final Map<Integer, List<byte[]>> byPrefix = new HashMap<>();

    /** Texts of at least four bytes in UTF-8. */
    Needles(Collection<String> texts) {
        for (String text : texts) {
            byte[] bytes = text.getBytes(UTF_8);
            if (bytes.length < PREFIX) throw new IllegalArgumentException("too short: " + text);
            byPrefix.computeIfAbsent(prefix(bytes, 0), p -> new ArrayList<>()).add(bytes);
        }
    }

    /** Which of them occur in this file. */
    Set<String> in(Path file) {
        byte[] hay = read(file);
        Set<String> found = new TreeSet<>();
        for (int at = 0; at + PREFIX <= hay.length; at++)
            for (byte[] needle : byPrefix.getOrDefault(prefix(hay, at), List.of()))
                if (isAt(needle, hay, at)) found.add(new String(needle, UTF_8));
        return found;
    }

    private static int prefix(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | (bytes[at + 3] & 0xff);
    }

    private static boolean isAt(byte[] needle, byte[] hay, int at) {
        if (at + needle.length > hay.length) return false;
        for (int i = 0; i < needle.length; i++) if (needle[i] != hay[at + i]) return false;
        return true;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
