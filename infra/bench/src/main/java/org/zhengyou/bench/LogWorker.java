package org.zhengyou.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.zhengyou.bench.subject.Worker;
import org.zhengyou.bench.subject.Worker.Task;

/** A process that appends to the log and reads it, or does the same with the bare driver. */
final class LogWorker {
    private LogWorker() {}

    /** Works on the database at this address. */
    public static void main(String[] address) throws IOException {
        try (MongoClient client = MongoClients.create(address[0])) {
            MongoDatabase database = client.getDatabase("bench");
            Map<String, Task> tasks = new HashMap<>();
            tasks.putAll(new LogAppends(database).tasks());
            tasks.putAll(new LogReads(database).tasks());
            tasks.putAll(LogHashes.tasks());
            new Worker(tasks).serve();
        }
    }
}
