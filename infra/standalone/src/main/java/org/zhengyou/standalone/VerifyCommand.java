package org.zhengyou.standalone;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.zhengyou.embedded.mongo.EmbeddedMongo;
import org.zhengyou.kit.Service;
import org.zhengyou.log.VerifyReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Verifies all logs of a data folder that no platform is running on. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 1,
        description = {
            "Verify every log of a data folder offline: recompute all hashes from the first event"
                    + " on.",
            "Names the first wrong position of each log. Exit code 0 if all are intact, 1 if not.",
            "What a service received of others (inbox) is held against their logs.",
            "A cut-off or rewritten end is found by who kept a head: the platform does, signed, in the"
                    + " file",
            "of --heads; you do, if you keep the heads printed at the end, which are options of a later"
                    + " call,",
            "in a file elsewhere and pass @FILE.",
            "离线校验数据目录中的全部日志：从第一个事件起重新计算全部哈希，指出每份日志的第一个错误位置；",
            "各服务收到的内容（inbox）与来源日志逐条核对。",
            "全部完好时退出码为 0，否则为 1。只有保存过链头的人才能发现结尾被截断或改写：",
            "平台把签名的链头存于 --heads 所指文件；结束时打印的链头也是下次校验的选项，",
            "请另存为文件，下次用 @文件 传入。"
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            defaultValue = "data",
            paramLabel = "FOLDER",
            description = "Data folder (default: ${DEFAULT-VALUE}). 数据目录。")
    private Path data = Path.of("data");

    @Option(
            names = "--head",
            paramLabel = "LOG=POSITION:HASH",
            converter = KnownHead.Converter.class,
            description = {
                "Where a log ended once, as printed then; may be given more than once.",
                "某份日志曾经的链头，按当时打印的形式；可重复。"
            })
    private List<KnownHead> heads = new ArrayList<>();

    @Mixin private HeadsOption kept = new HeadsOption();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = data.resolve("mongo");
        if (!Files.isDirectory(folder))
            throw new ParameterException(
                    spec.commandLine(),
                    "%1$s 中没有数据，请用 --data 指明数据目录 / there is no data in %1$s: name the folder with --data"
                            .formatted(data.toAbsolutePath()));
        List<String> names = Platform.allLogs();
        for (KnownHead head : heads)
            if (!names.contains(head.log()))
                throw new ParameterException(
                        spec.commandLine(), "no log " + head.log() + "; there are " + names);
        boolean areKept = takeKept(kept.of(data), out);
        List<VerifiedLog> logs = verified(folder);
        boolean isIntact = areKept && logs.stream().allMatch(VerifiedLog::isIntact);
        print(logs, isIntact, out);
        out.flush();
        return isIntact ? 0 : 1;
    }

    /** Takes the heads that the platform has kept to those of the call, and says what they are. */
    private boolean takeKept(Path file, PrintWriter out) {
        if (!Files.exists(file)) {
            out.printf("Kept heads 链头存档: MISSING 缺失 %s%n", file);
            return false;
        }
        try {
            HeadsNote note = KeptHeads.read(file, PlatformOptions.keys(data));
            note.heads().values().forEach(one -> heads.add(one.known()));
            out.printf("Kept heads 链头存档: signed 签名有效, %s, %s%n", note.at(), file);
            return true;
        } catch (IllegalStateException e) {
            out.printf("Kept heads 链头存档: NOT VALID 无效, %s%n", e.getMessage());
            return false;
        }
    }

    private List<VerifiedLog> verified(Path folder) {
        try (EmbeddedMongo mongo = EmbeddedMongo.openOffline(folder);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            return verified(client);
        }
    }

    /** All logs first, for inboxes are held against them, if all of these are intact. */
    private List<VerifiedLog> verified(MongoClient client) {
        InboxCheck check = new InboxCheck();
        Map<String, VerifiedLog> logs = new HashMap<>();
        for (Service service : Platform.allServices()) {
            String name = service.name() + "/log";
            logs.put(name, VerifiedLog.of(client, name, heads, check.ofLog(service.name())));
        }
        boolean areIntact = logs.values().stream().allMatch(VerifiedLog::isIntact);
        for (Service service : Platform.allServices()) {
            String name = service.name() + "/inbox";
            InboxCheck.Comparison sources = check.ofInbox();
            VerifiedLog inbox = VerifiedLog.of(client, name, heads, sources);
            logs.put(name, areIntact ? inbox.beside(sources) : inbox);
        }
        return Platform.allLogs().stream()
                .map(name -> Objects.requireNonNull(logs.get(name)))
                .toList();
    }

    private static void print(List<VerifiedLog> logs, boolean isIntact, PrintWriter out) {
        out.printf("%-24s %10s  %s%n", "log 日志", "events", "result 结果");
        for (VerifiedLog log : logs)
            out.printf("%-24s %10d  %s%n", log.name(), log.report().events(), words(log));
        out.println(isIntact ? "All logs are intact. 全部日志完好。" : "NOT intact. 日志不完好。");
        out.println("Heads, to be kept elsewhere 链头，请另行保存:");
        for (VerifiedLog log : logs)
            if (log.isIntact() && log.report().events() > 0)
                out.println("--head " + new KnownHead(log.name(), log.report().head()));
    }

    private static String words(VerifiedLog log) {
        if (log.disagreement() != null) return "DISAGREES " + log.disagreement() + " 与来源日志不符";
        return switch (log.report()) {
            case VerifyReport.Intact intact when intact.events() == 0 -> "empty 空";
            case VerifyReport.Intact intact -> "intact 完好, identity 标识 " + intact.identity();
            case VerifyReport.Broken broken ->
                    "BROKEN at position %d: %s, %s 自该位置起不符"
                            .formatted(broken.position(), broken.fault(), broken.detail());
        };
    }
}
