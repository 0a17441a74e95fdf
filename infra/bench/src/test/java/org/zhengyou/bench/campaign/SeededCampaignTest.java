package org.zhengyou.bench.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.embedded.mongo.Durability;
import org.zhengyou.embedded.mongo.EmbeddedMongo;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.personal.PersonalKeys;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.LogVerifier;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.log.VerifyReport;
import org.zhengyou.standalone.Platform;

class SeededCampaignTest {
    private static final int EVENTS = 1_707;

    private final SeededCampaign campaign = campaign(7);
    private @TempDir Path folder = Path.of("");
    private @Nullable EmbeddedMongo mongo;
    private @Nullable MongoClient client;

    @BeforeEach
    void startServer() {
        EmbeddedMongo started = EmbeddedMongo.start(folder.resolve("mongo"), 0, Durability.COMMIT);
        mongo = started;
        client = MongoClients.create(started.connectionString());
    }

    @AfterEach
    void stopServer() {
        Objects.requireNonNull(client).close();
        Objects.requireNonNull(mongo).close();
    }

    @Test
    void the_same_seed_tells_the_same_and_another_one_something_else() {
        for (String service : campaign.eventsOf().keySet()) {
            assertThat(acts(campaign(7), service)).isEqualTo(acts(campaign, service)).isNotEmpty();
            assertThat(acts(campaign(8), service)).isNotEqualTo(acts(campaign, service));
        }
    }

    @Test
    void there_are_exactly_as_many_events_as_were_asked_for() {
        int told =
                campaign.eventsOf().keySet().stream()
                        .flatMap(service -> acts(campaign, service).stream())
                        .mapToInt(act -> act.events().size())
                        .sum();

        assertThat(told).isEqualTo(EVENTS);
        assertThat(campaign.eventsOf().values().stream().mapToInt(n -> n).sum()).isEqualTo(EVENTS);
    }

    @Test
    void too_few_events_are_refused_with_the_least_number() {
        assertThatThrownBy(() -> new SeededCampaign(new University(7, 300), 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("take at least");
    }

    @Test
    void recorded_times_never_go_back_and_nothing_is_recorded_before_it_is_true() {
        for (String service : campaign.eventsOf().keySet()) {
            Instant last = Instant.EPOCH;
            for (Act act : acts(campaign, service)) {
                assertThat(act.recordedAt()).isAfterOrEqualTo(last);
                assertThat(act.effectiveAt()).isBefore(act.recordedAt().plusSeconds(3_600));
                last = act.recordedAt();
            }
        }
    }

    @Test
    void an_act_told_out_of_order_is_refused() {
        Act later = acts(campaign, "members").getLast();
        Act earlier = acts(campaign, "members").getFirst();

        try (Recorder recorder = recorder(service("members"))) {
            recorder.record(later);
            assertThatThrownBy(() -> recorder.record(earlier))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_logs_verify_and_hold_what_was_told_when_it_was_told() {
        for (String name : campaign.eventsOf().keySet()) {
            Service service = service(name);
            record(service);

            List<StoredEvent> stored = stored(name);
            EventCodec codec = codec(service);
            List<Object> told = new ArrayList<>();
            List<Instant> recordedAt = new ArrayList<>();
            for (Act act : acts(campaign, name))
                for (Object event : act.events()) {
                    told.add(event);
                    recordedAt.add(act.recordedAt());
                }
            assertThat(stored)
                    .extracting(one -> codec.read(one.type(), one.version(), one.payload()))
                    .isEqualTo(told);
            assertThat(stored).extracting(StoredEvent::recordedAt).isEqualTo(recordedAt);
            assertThat(LogVerifier.verify(database(name).getCollection("log"), n -> {}))
                    .isInstanceOf(VerifyReport.Intact.class);
        }
    }

    @Test
    void every_event_is_found_by_the_tags_of_its_decider_and_by_its_request() {
        record(service("activities"));

        Set<String> keys = new HashSet<>();
        for (StoredEvent event : stored("activities"))
            for (String tag : event.tags()) keys.add(tag.substring(0, tag.indexOf('=')));

        assertThat(keys).contains("activity", "campaign", "plan", "directive", "request");
    }

    @Test
    void personal_values_are_sealed_and_numbers_are_blind() {
        record(service("members"));

        StoredEvent first = stored("members").getFirst();

        assertThat(first.payload()).doesNotContain("DY0000000").contains("sealed");
        assertThat(first.tags()).noneMatch(tag -> tag.contains("DY0000000"));
    }

    @Test
    void whoever_listens_can_read_what_it_hears() {
        for (String name : campaign.eventsOf().keySet()) {
            record(service(name));
            for (Service listener : Platform.allServices()) {
                EventCodec codec =
                        new EventCodec(listener.name(), EventNames.of(listener), Json.tolerant());
                for (StoredEvent event : stored(name))
                    assertThat(codec.foreign(event))
                            .allSatisfy(fact -> assertThat(fact.event()).isNotNull());
            }
        }
    }

    private static SeededCampaign campaign(long seed) {
        return new SeededCampaign(new University(seed, 300), EVENTS);
    }

    private static List<Act> acts(SeededCampaign of, String service) {
        List<Act> acts = new ArrayList<>();
        of.tell(service, acts::add);
        return acts;
    }

    private static Service service(String name) {
        return Platform.allServices().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void record(Service service) {
        try (Recorder recorder = recorder(service)) {
            campaign.tell(service.name(), recorder::record);
        }
    }

    private Recorder recorder(Service service) {
        return new Recorder(
                Objects.requireNonNull(client),
                service,
                campaign.university().committee(),
                masterKey(),
                n -> {});
    }

    private Path masterKey() {
        return folder.resolve("keys").resolve("master.json");
    }

    private MongoDatabase database(String service) {
        return Objects.requireNonNull(client).getDatabase(service);
    }

    private EventCodec codec(Service service) {
        PersonalKeys keys =
                new PersonalKeys(database(service.name()).getCollection("keys"), masterKey());
        return new EventCodec(service.name(), EventNames.of(service), Json.stored(keys));
    }

    private List<StoredEvent> stored(String service) {
        List<StoredEvent> all = new ArrayList<>();
        try (EventLog log = EventLog.open(database(service), "log", LogOptions.defaults())) {
            while (all.size() < log.head()) all.addAll(log.page(all.size(), 1_000));
        }
        return all;
    }
}
