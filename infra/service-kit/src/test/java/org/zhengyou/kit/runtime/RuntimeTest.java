package org.zhengyou.kit.runtime;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.sample.ExhibitionCommand;
import org.zhengyou.kit.sample.ExhibitionCommand.Form;
import org.zhengyou.kit.sample.ExhibitionCommand.OpenExhibition;
import org.zhengyou.kit.sample.ExhibitionCommand.TakePlace;
import org.zhengyou.kit.sample.ExhibitionId;
import org.zhengyou.kit.sample.FoldedKnowledge;

/** Services on a store of the test's own, without HTTP. */
abstract class RuntimeTest {
    static final Actor FOUNDER = new Actor("founder", Set.of(Actor.SETUP));

    @TempDir Path folder = Path.of("");

    private TestStore store = unset();
    private MongoClient client = unset();

    @BeforeEach
    void openStore() {
        store = new TestStore(folder);
        client = MongoClients.create(store.uri());
    }

    @AfterEach
    void closeStore() {
        client.close();
        store.close();
    }

    /** A service of this name with this decider. */
    RunningService start(String name, Decider<?, ?, ?> decider, Map<String, String> properties) {
        return start(name, decider, properties, FoldedKnowledge::new);
    }

    /** The same with other knowledge. */
    RunningService start(
            String name,
            Decider<?, ?, ?> decider,
            Map<String, String> properties,
            PartFactory knowledge) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("ZHENGYOU_MASTER_KEY_FILE", folder.resolve("master.key").toString());
        return RunningService.start(
                Service.named(name).decider(decider).opensPersonalData().build(),
                Settings.from(all::get),
                client,
                new SimpleMeterRegistry(),
                List.of(knowledge));
    }

    /** Changes the payload of the only event of a transaction. */
    void tamper(String service, long position, String payload) {
        client.getDatabase(service)
                .getCollection("log")
                .updateOne(
                        new org.bson.Document("_id", position),
                        new org.bson.Document("$set", new org.bson.Document("e.0.p", payload)));
    }

    static ExhibitionCommand open(String id, int places) {
        return new OpenExhibition(
                new ExhibitionId(id), "榜样", places, Form.FILM, List.of(), Set.of(), Map.of(), null);
    }

    static CommandEnvelope take(String id, String visitor, String number) {
        return CommandEnvelope.of(
                new TakePlace(new ExhibitionId(id), visitor, number), new Actor(visitor, Set.of()));
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T unset() {
        return null; // until the store is open
    }
}
