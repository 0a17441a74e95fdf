package org.zhengyou.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.bson.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How many rows a second the embedded store takes from the driver, written in bulk in the order of
 * their keys with the indexes they have in a platform, and nothing around: no log is read, nothing
 * is folded, no values are kept. In a process with the same flags as the platform's.
 */
@Command(name = "raw-rows", hidden = true)
final class RawRowsCommand implements Callable<Integer> {
    /** What this prints before rows a second. */
    static final String ROWS = "rows ";

    /** What this prints when it has them all. */
    static final String DONE = "all rows written";

    private static final int REQUEST = 200;
    private static final int UNDER_WAY = 2;
    private static final InsertManyOptions ANY_ORDER = new InsertManyOptions().ordered(false);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", required = true)
    private Path data = Path.of("");

    @Option(names = "--folder", required = true)
    private Path folder = Path.of("");

    @Option(names = "--view", required = true)
    private List<String> views = List.of();

    @Option(names = "--rows", required = true)
    private int most = 1;

    @Option(names = "--warm-up", required = true)
    private int warmUp = 1;

    @Option(names = "--seconds", required = true)
    private int seconds = 1;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        for (String view : views) {
            List<Document> rows;
            try (RawStore there = new RawStore(data.resolve("mongo"))) {
                rows = there.rows("insight", view, most);
            }
            try (RawStore store = new RawStore(folder.resolve(view))) {
                out.println(ROWS + view + " " + perSecond(store.emptyRows(), rows));
            }
        }
        out.println(DONE);
        out.flush();
        return 0;
    }

    private double perSecond(MongoCollection<Document> into, List<Document> rows) throws Exception {
        if (rows.isEmpty()) throw new IllegalStateException("no rows there");
        Writing writing = new Writing(into, rows);
        writing.run(warmUp);
        long begun = System.nanoTime();
        long written = writing.run(seconds);
        return written / ((System.nanoTime() - begun) / 1e9);
    }

    /** The same rows again and again, each time as those of a table of its own. */
    private static final class Writing {
        private final MongoCollection<Document> into;
        private final List<Document> rows;
        private int next;

        Writing(MongoCollection<Document> into, List<Document> rows) {
            this.into = into;
            this.rows = rows;
        }

        /** Returns how many were written. */
        long run(int seconds) throws Exception {
            long until = System.nanoTime() + seconds * 1_000_000_000L;
            Semaphore underWay = new Semaphore(UNDER_WAY);
            List<Future<?>> requests = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(UNDER_WAY)) {
                while (System.nanoTime() < until) {
                    List<Document> some = request();
                    underWay.acquire();
                    requests.add(
                            threads.submit(
                                    () -> {
                                        try {
                                            into.insertMany(some, ANY_ORDER);
                                        } finally {
                                            underWay.release();
                                        }
                                    }));
                }
                for (Future<?> request : requests) request.get();
            }
            return (long) requests.size() * REQUEST;
        }

        private List<Document> request() {
            List<Document> some = new ArrayList<>();
            while (some.size() < REQUEST) {
                Document row = new Document(rows.get(next % rows.size()));
                row.put("_id", "raw_%d/%s".formatted(next / rows.size(), row.getString("_id")));
                some.add(row);
                next++;
            }
            return some;
        }
    }
}
