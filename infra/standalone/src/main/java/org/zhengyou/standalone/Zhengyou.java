package org.zhengyou.standalone;

import org.slf4j.bridge.SLF4JBridgeHandler;
import org.zhengyou.kit.host.Failures;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the launcher that run in Java. */
@Command(
        name = "zhengyou",
        description = "Runs an Advance-and-Excel campaign and proves its history.",
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            VerifyCommand.class,
            PrepareCommand.class
        })
public final class Zhengyou {
    private Zhengyou() {}

    /** Exit code 0: done; 1: it did not work, and says why; 2: the call's words are off. */
    public static void main(String[] args) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Zhengyou())
                .setExecutionExceptionHandler(
                        (e, line, parsed) -> {
                            line.getErr().println("zhengyou: " + Failures.words(e));
                            line.getErr().flush();
                            return 1;
                        })
                .setParameterExceptionHandler(
                        (e, words) -> {
                            CommandLine line = e.getCommandLine();
                            String name = line.getCommandSpec().qualifiedName();
                            line.getErr().println("zhengyou: " + e.getMessage());
                            line.getErr().println("用法 usage: " + name + " --help");
                            line.getErr().flush();
                            return 2;
                        });
    }
}
