package org.zhengyou.bench;

import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The measurements of the launcher. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the platform on this machine.",
        subcommands = {
            FlowCommand.class,
            LogCommand.class,
            HistoryCommand.class,
            RawCommand.class,
            RawRowsCommand.class
        })
public final class Bench {
    private Bench() {}

    /** Exit code 0: done; 1: it did not work, and says why; 2: the call's words are off. */
    public static void main(String[] args) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(
                new CommandLine(new Bench())
                        .setExecutionExceptionHandler(
                                (e, line, parsed) -> {
                                    line.getErr().println("bench: " + e);
                                    return 1;
                                })
                        .execute(args));
    }
}
