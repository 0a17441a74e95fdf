package org.zhengyou.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Starts everything in an empty folder and on free ports, rehearses, and stops it. The launcher
 * does so after a build, with the JVM told to write at its end what it learnt: so no user's start
 * is slow, nor the first minutes after it.
 */
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description =
                "Rehearse a campaign on a platform of its own, in a folder that is then deleted.")
final class PrepareCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--scale",
            defaultValue = "0.2",
            description = "Share of the university, above 0 up to 1 (default: ${DEFAULT-VALUE}).")
    private double scale = 0.2;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("zhengyou");
        PlatformOptions options = PlatformOptions.onFreePorts(folder);
        try (Platform platform = Platform.start(options);
                StageBars bars = new StageBars()) {
            new Rehearsal(platform.options(), bars).run(scale);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("Rehearsed. 演练完毕。");
        out.flush();
        return 0;
    }
}
