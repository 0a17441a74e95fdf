package org.zhengyou.standalone;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;
import org.zhengyou.embedded.mongo.Durability;
import org.zhengyou.embedded.mongo.EmbeddedMongo;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.kafka.KafkaLink;

/**
 * 重新发布. After a store was restored the broker begins anew, and every log is published once more
 * from its first event on. Who received an event before does not take it again, by its position;
 * that it is the same one is checked again, also for sources of which nothing was taken any more.
 */
final class Republishing {
    private Republishing() {}

    /**
     * Prepares the folder; the next start publishes.
     *
     * @throws IllegalStateException if a platform runs on it
     */
    static void of(Path data) throws IOException {
        try (DataFolder _ = DataFolder.hold(data)) {
            FileSystemUtils.deleteRecursively(data.resolve("kafka"));
            try (EmbeddedMongo store =
                            EmbeddedMongo.start(data.resolve("mongo"), 0, Durability.COMMIT);
                    MongoClient client = MongoClients.create(store.connectionString())) {
                for (Service service : Platform.allServices())
                    KafkaLink.beginAnew(client.getDatabase(service.name()));
            }
        }
    }
}
