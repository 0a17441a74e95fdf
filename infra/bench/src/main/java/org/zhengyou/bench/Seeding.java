package org.zhengyou.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.zhengyou.bench.campaign.Recorder;
import org.zhengyou.bench.campaign.SeededCampaign;
import org.zhengyou.embedded.mongo.Durability;
import org.zhengyou.embedded.mongo.EmbeddedMongo;
import org.zhengyou.kit.Service;
import org.zhengyou.standalone.Platform;
import org.zhengyou.standalone.PlatformOptions;
import org.zhengyou.standalone.Republishing;

/** Puts a campaign into the logs of a data folder; views, inboxes and topics stay empty. */
final class Seeding {
    private static final long SOMETIMES_NANOS = 5_000_000_000L;

    private final Map<String, Integer> eventsOf;
    private final SeededCampaign campaign;
    private final Consumer<String> say;
    private long toldAt = System.nanoTime();

    Seeding(SeededCampaign campaign, Consumer<String> say) {
        this.campaign = campaign;
        this.eventsOf = campaign.eventsOf();
        this.say = say;
    }

    /** Writes all of it; how many seconds that took. */
    double into(Path data) throws IOException {
        long begun = System.nanoTime();
        try (EmbeddedMongo mongo =
                        EmbeddedMongo.start(data.resolve("mongo"), 0, Durability.COMMIT);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            for (Service service : Platform.allServices())
                if (eventsOf.containsKey(service.name())) record(service, client, data);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Republishing.of(PlatformOptions.at(data));
        return seconds;
    }

    private void record(Service service, MongoClient client, Path data) {
        int all = eventsOf.getOrDefault(service.name(), 0);
        Path masterKey = data.resolve("keys").resolve("master.json");
        try (Recorder recorder =
                new Recorder(
                        client,
                        service,
                        campaign.university().committee(),
                        masterKey,
                        n -> tell(service.name(), n, all))) {
            campaign.tell(service.name(), recorder::record);
        }
        say.accept("%s: %,d events written".formatted(service.name(), all));
    }

    private void tell(String service, long written, int all) {
        if (System.nanoTime() - toldAt < SOMETIMES_NANOS) return;
        toldAt = System.nanoTime();
        say.accept("%s: %,d of %,d events written".formatted(service, written, all));
    }
}
