package org.zhengyou.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts everything on a data folder and stays until it is stopped. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Start the whole platform in this process. Ctrl-C stops it.")
final class RunCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            defaultValue = "data",
            paramLabel = "FOLDER",
            description = "Data folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port of the gateway (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--identity-port",
            defaultValue = "8090",
            description = "Port where people sign in (default: ${DEFAULT-VALUE}).")
    private int identityPort = 8090;

    @Option(
            names = "--internal-ports",
            defaultValue = "8100",
            paramLabel = "FIRST",
            description = {
                "First of four ports in a row for services, store, broker and controller",
                "(default: ${DEFAULT-VALUE})."
            })
    private int internalPort = 8100;

    @Option(
            names = "--republish",
            description = {
                "Let the logs count as they are: begin the broker and the kept heads anew, make keys",
                "for logs that have lost theirs, and publish every log once more. After the store was",
                "restored from a copy, or its end was lost. 以现有日志为准：消息代理与链头存档重新开始，",
                "补造缺失的签名密钥，全部日志重新发布：用于从备份恢复或结尾丢失之后。"
            })
    private boolean republish;

    @Mixin private HeadsOption heads = new HeadsOption();

    @Mixin private ProxyOption proxy = new ProxyOption();

    @Override
    public Integer call() throws InterruptedException, IOException {
        PlatformOptions options = options();
        if (republish) Republishing.of(options);
        PrintWriter out = spec.commandLine().getOut();
        CountDownLatch stopped = new CountDownLatch(1);
        Platform platform = Platform.start(options);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("stop")
                                .unstarted(
                                        () -> {
                                            out.println("Stopping … 正在停止 …");
                                            out.flush();
                                            platform.close();
                                            stopped.countDown();
                                        }));
        welcome(out, platform.options());
        stopped.await();
        return 0;
    }

    private PlatformOptions options() {
        try {
            return new PlatformOptions(
                    data,
                    port,
                    identityPort,
                    internalPort,
                    heads.of(data),
                    proxy.outside(port, identityPort));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static void welcome(PrintWriter out, PlatformOptions options) {
        long started = ManagementFactory.getRuntimeMXBean().getUptime();
        Path passwords = options.data().resolve("identity").resolve("passwords.txt");
        out.printf("Zhengyou 争优 is ready after %.1f s. 已就绪。%n%n", started / 1000.0);
        out.printf("  Dashboard 看板       %s/%n", options.outside().gateway());
        out.printf("  API 接口说明         %s/docs%n", options.outside().gateway());
        out.printf("  Sign in as 登录身份  one of the people in %s%n", passwords);
        out.printf("  Data 数据            %s%n%n", options.data().toAbsolutePath());
        out.println(
                "In a second terminal: ./zhengyou demo plays a campaign. Ctrl-C stops. 按 Ctrl-C 停止。");
        out.flush();
    }
}
