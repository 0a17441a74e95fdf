package org.zhengyou.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A device of its own that is soon full. Where none can be mounted, the test is skipped. */
final class SmallDevice implements AutoCloseable {
    private final Path place;

    private SmallDevice(Path place) {
        this.place = place;
    }

    /** One with so many megabytes, mounted at a folder that is not there yet. */
    static SmallDevice mounted(Path place, int megabytes) {
        try {
            Files.createDirectory(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String size = "size=" + megabytes + "m";
        int failed = run("mount", "-t", "tmpfs", "-o", size, "tmpfs", place.toString());
        Assumptions.assumeTrue(failed == 0, "no small device can be mounted here (needs root)");
        return new SmallDevice(place);
    }

    /** Where its files are. */
    Path place() {
        return place;
    }

    /** Takes room until there are so many bytes left. */
    void fillUpTo(long bytes) {
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (Files.getFileStore(place).getUsableSpace() > bytes) out.write(block);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it back. */
    void free() {
        try {
            Files.delete(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return place.resolve("filler");
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        if (run("umount", place.toString()) != 0)
            throw new IllegalStateException(place + " is still in use");
    }
}
