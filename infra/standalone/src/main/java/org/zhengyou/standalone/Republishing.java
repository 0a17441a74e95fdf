package org.zhengyou.standalone;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import org.springframework.util.FileSystemUtils;
import org.zhengyou.embedded.mongo.Durability;
import org.zhengyou.embedded.mongo.EmbeddedMongo;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.kafka.KafkaLink;

/**
 * 重新发布. After a store was restored the logs count as they are: the broker and the kept heads begin
 * anew, keys that are missing are made, and every log is published once more from its first event
 * on. Who received an event before does not take it again, by its position; that it is the same one
 * is checked again, also for sources of which nothing was taken any more.
 */
public final class Republishing {
    private Republishing() {}

    /**
     * Prepares the folder; the next start publishes.
     *
     * @throws IllegalStateException if a platform runs on it
     */
    public static void of(PlatformOptions options) throws IOException {
        try (DataFolder _ = DataFolder.hold(options.data())) {
            FileSystemUtils.deleteRecursively(options.data().resolve("kafka"));
            try (EmbeddedMongo store =
                            EmbeddedMongo.start(
                                    options.data().resolve("mongo"), 0, Durability.COMMIT);
                    MongoClient client = MongoClients.create(store.connectionString())) {
                KeptHeads.beginAnew(options.heads(), options.keys(), client);
                for (Service service : Platform.allServices()) {
                    options.keys().own(service.name(), true);
                    KafkaLink.beginAnew(client.getDatabase(service.name()));
                }
            }
        }
    }
}
