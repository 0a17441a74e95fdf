package org.zhengyou.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;

/**
 * Starts everything once, in an empty folder and on free ports, and stops it. The launcher does so
 * after a build, with the JVM told to write an archive of the loaded classes at its end: so no
 * user's start is slow, and none of their stops.
 */
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description = "Start and stop the platform once in a folder that is then deleted.")
final class PrepareCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("zhengyou");
        try {
            Platform.start(PlatformOptions.onFreePorts(folder)).close();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        return 0;
    }
}
