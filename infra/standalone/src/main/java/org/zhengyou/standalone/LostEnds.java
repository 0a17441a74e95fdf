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
import org.zhengyou.kit.signing.KeyFolder;

/**
 * Ends of logs that are gone: the kept heads or the broker know of events that the store has no
 * longer, because its file was cut off, emptied, rewritten, or replaced by an older copy or that of
 * another platform. To go on from there would give positions a second meaning, and services would
 * differ for good.
 */
final class LostEnds {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private LostEnds() {}

    /**
     * Compares the store with the kept heads and with the broker. Before, it makes the keys of logs
     * that are new, for each service must know those of others when it starts.
     *
     * @return the heads, to be kept on
     * @throws IllegalStateException in Chinese and English, if a log is not the one that it was, or
     *     ends before what is known of it, or a key is missing
     */
    static KeptHeads refuse(PlatformOptions options, EmbeddedMongo store, EmbeddedKafka broker) {
        try (MongoClient client = MongoClients.create(store.connectionString())) {
            KeptHeads kept = KeptHeads.open(options.heads(), options.keys(), client);
            refuse(kept.lost(client));
            for (Service service : Platform.allServices()) {
                boolean isNew = events(client, service.name() + "/log") == 0;
                var _ = options.keys().own(service.name(), isNew);
            }
            refuse(publishedOnly(client, broker, options.keys()));
            return kept;
        }
    }

    private static void refuse(Map<String, String> lost) {
        if (!lost.isEmpty())
            throw new IllegalStateException(
                    "日志与已知的链头或已发布的事件不符（现有 < 已知）%1$s：数据目录中的 mongo 已被截断、清空、改写，或换成旧副本、另一平台的文件；断电后也可能缺少最后几秒。请恢复完整的数据目录；断电之后，或若只有这一份，用 --republish 启动：以现有日志为准，缺失的事件不再存在 / logs are not what kept heads or published events say (there < known) %1$s: mongo in the data folder was cut off, emptied, rewritten, or replaced by an older copy or that of another platform; after a power failure the last seconds may be missing as well. Restore the whole data folder; after a power failure, or if this is all there is, start with --republish: the logs count as they are, what is gone stays gone"
                            .formatted(lost));
    }

    /** What the broker was told of and the store lacks, by log. */
    private static Map<String, String> publishedOnly(
            MongoClient store, EmbeddedKafka broker, KeyFolder keys) {
        Map<String, String> lost = new TreeMap<>();
        PublishedHeads.of(
                        broker.clientSettings(),
                        keys,
                        Platform.allServices().stream().map(Service::name).toList(),
                        PATIENCE)
                .forEach(
                        (service, position) -> {
                            long end = Math.max(0, events(store, service + "/log"));
                            if (end < position) lost.put(service + "/log", end + " < " + position);
                        });
        return lost;
    }

    private static long events(MongoClient store, String log) {
        return VerifiedLog.events(KeptHeads.documents(store, log));
    }
}
