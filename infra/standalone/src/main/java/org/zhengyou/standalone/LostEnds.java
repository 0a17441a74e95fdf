package org.zhengyou.standalone;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.zhengyou.embedded.kafka.EmbeddedKafka;
import org.zhengyou.embedded.mongo.EmbeddedMongo;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.kafka.PublishedHeads;

/**
 * Ends of logs that are gone: the broker was told of events that the store has no longer, because
 * its file was cut off, or replaced by an older copy. To go on from there would give positions a
 * second meaning, and services would differ for good.
 */
final class LostEnds {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private LostEnds() {}

    /**
     * Compares the store with the broker.
     *
     * @throws IllegalStateException in Chinese and English, if a log ends before what was published
     */
    static void refuse(EmbeddedMongo store, EmbeddedKafka broker) {
        Map<String, Long> published =
                PublishedHeads.of(
                        broker.clientSettings(),
                        Platform.allServices().stream().map(Service::name).toList(),
                        PATIENCE);
        if (published.isEmpty()) return;
        Map<String, String> lost = new TreeMap<>();
        try (MongoClient client = MongoClients.create(store.connectionString())) {
            published.forEach(
                    (service, position) -> {
                        long end = end(client, service);
                        if (end < position) lost.put(service, end + " < " + position);
                    });
        }
        if (!lost.isEmpty())
            throw new IllegalStateException(
                    "日志结尾缺失（现有 < 已发布）%1$s：数据目录中的 mongo 已被截断、清空或换成旧副本。请恢复完整的数据目录；若只有这一份，用 --republish 启动：缺失的事件不再存在 / ends of logs are gone (there < published) %1$s: mongo in the data folder was cut off, emptied or replaced by an older copy. Restore the whole data folder; if this is all there is, start with --republish: what is gone stays gone"
                            .formatted(lost));
    }

    /** Position of the last event of a service's log; 0 if it is empty. */
    private static long end(MongoClient client, String service) {
        return Math.max(0, VerifiedLog.events(client.getDatabase(service).getCollection("log")));
    }
}
