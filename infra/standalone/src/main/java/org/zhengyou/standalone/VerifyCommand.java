package org.zhengyou.standalone;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.bson.Document;
import org.zhengyou.embedded.mongo.EmbeddedMongo;
import org.zhengyou.kit.Service;
import org.zhengyou.log.LogVerifier;
import org.zhengyou.log.VerifyReport;
import picocli.CommandLine.Command;
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
            "Verify every log of a data folder offline: recompute all hashes from the first event on.",
            "Names the first wrong position of each log. Exit code 0 if all are intact, 1 if not."
        })
final class VerifyCommand implements Callable<Integer> {
    private static final List<String> LOGS = List.of("log", "inbox");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            defaultValue = "data",
            paramLabel = "FOLDER",
            description = "Data folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = data.resolve("mongo");
        if (!Files.isDirectory(folder))
            throw new ParameterException(
                    spec.commandLine(), "there is no data in " + data.toAbsolutePath());
        List<String> lines = new ArrayList<>();
        boolean intact = true;
        try (EmbeddedMongo mongo = EmbeddedMongo.openOffline(folder);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            for (Service service : Platform.allServices())
                for (String log : LOGS)
                    intact &= verify(client.getDatabase(service.name()), log, lines);
        }
        out.printf("%-24s %10s  %s%n", "log 日志", "events", "result 结果");
        lines.forEach(out::println);
        out.println(intact ? "All logs are intact. 全部日志完好。" : "NOT intact. 日志不完好。");
        out.flush();
        return intact ? 0 : 1;
    }

    private static boolean verify(MongoDatabase database, String name, List<String> lines) {
        MongoCollection<Document> log = database.getCollection(name);
        Document last = log.find().sort(Sorts.descending("_id")).first();
        if (last == null) return true;
        long events = last.getLong("_id") + last.getInteger("n") - 1;
        String title = database.getName() + "/" + name;
        VerifyReport report;
        try (ProgressBar bar =
                new ProgressBarBuilder()
                        .setTaskName(title)
                        .setInitialMax(events)
                        .setStyle(ProgressBarStyle.ASCII)
                        .showSpeed()
                        .build()) {
            report = LogVerifier.verify(log, bar::stepTo);
        }
        lines.add("%-24s %10d  %s".formatted(title, report.events(), words(report)));
        return report.intact();
    }

    private static String words(VerifyReport report) {
        return switch (report) {
            case VerifyReport.Intact intact ->
                    "intact, head " + intact.head().position() + " " + intact.head().hex();
            case VerifyReport.Broken broken ->
                    "BROKEN at position %d: %s, %s"
                            .formatted(broken.position(), broken.fault(), broken.detail());
        };
    }
}
