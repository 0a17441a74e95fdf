package org.zhengyou.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import org.bson.Document;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.StoredEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The raw parts of a command, each alone, in a process with the same flags as the platform's.
 * Prints CPU in ms per event for each, then serves {@link RawHttp} until it is stopped.
 */
@Command(name = "raw", hidden = true)
final class RawCommand implements Callable<Integer> {
    /** What this prints before a figure. */
    static final String PART = "part ";

    /** What this prints before the port on which it waits for requests. */
    static final String SERVING = "serving on ";

    private static final int TOKEN_BYTES = 600;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", required = true)
    private Path data = Path.of("");

    @Option(names = "--folder", required = true)
    private Path folder = Path.of("");

    @Option(names = "--batch", required = true)
    private int batch = 1;

    @Option(names = "--inbox-batch", required = true)
    private int inboxBatch = 1;

    @Option(names = "--readers", required = true)
    private int readers = 1;

    @Option(names = "--warm-up", required = true)
    private int warmUp = 1;

    @Option(names = "--seconds", required = true)
    private int seconds = 1;

    @Override
    public Integer call() throws Exception {
        List<StoredEvent> events;
        List<Document> rows;
        try (RawStore there = new RawStore(data.resolve("mongo"))) {
            events = there.events("activities");
            rows = there.rows("insight", "timeline");
        }
        try (RawStore store = new RawStore(folder.resolve("mongo"));
                EventLog log = store.log("log");
                EventLog inbox = store.log("inbox")) {
            print("append", () -> store.appendSideBySide(log, events, batch));
            print("inbox", () -> store.appendTogether(inbox, events, inboxBatch));
            print("row", () -> store.writeRows(rows, inboxBatch));
        }
        RawKafka kafka = new RawKafka(folder.resolve("kafka"), readers);
        print("kafka", () -> kafka.publish(events, batch));
        print("signature", signatureCheck());
        PrintWriter out = spec.commandLine().getOut();
        out.println(SERVING + RawHttp.start(folder));
        out.flush();
        Thread.currentThread().join();
        return 0;
    }

    private void print(String part, IntSupplier work) throws IOException {
        run(work, warmUp);
        long pid = ProcessHandle.current().pid();
        CpuUse before = CpuUse.now(pid);
        long done = run(work, seconds);
        double cpu = CpuUse.now(pid).since(before).process();
        PrintWriter out = spec.commandLine().getOut();
        out.println(PART + part + " " + 1_000 * cpu / done);
        out.flush();
    }

    private static long run(IntSupplier work, int seconds) {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        long done = 0;
        while (System.nanoTime() < until) done += work.getAsInt();
        return done;
    }

    /** RS256, as the tokens of the platform's own issuer. */
    private static IntSupplier signatureCheck() throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        KeyPair pair = keys.generateKeyPair();
        byte[] token = "t".repeat(TOKEN_BYTES).getBytes(StandardCharsets.US_ASCII);
        Signature signing = Signature.getInstance("SHA256withRSA");
        signing.initSign(pair.getPrivate());
        signing.update(token);
        byte[] signature = signing.sign();
        return () -> {
            try {
                Signature checking = Signature.getInstance("SHA256withRSA");
                checking.initVerify(pair.getPublic());
                checking.update(token);
                if (!checking.verify(signature)) throw new IllegalStateException("not valid");
                return 1;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
