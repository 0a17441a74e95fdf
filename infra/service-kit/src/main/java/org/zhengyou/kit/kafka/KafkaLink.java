package org.zhengyou.kit.kafka;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.projection.Watermarks;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.runtime.Settings;
import org.zhengyou.kit.signing.KeyFolder;
import org.zhengyou.kit.signing.VerifyingKey;
import org.zhengyou.kit.streaming.EntityKeys;
import org.zhengyou.kit.streaming.Lease;
import org.zhengyou.kit.streaming.LogProcessor;
import org.zhengyou.kit.streaming.Pace;

/**
 * A service's link to Kafka: its own events go out, those it listens to come in. Without an address
 * of Kafka it does neither.
 */
public final class KafkaLink implements Watermarks {
    private static final String PUBLISH = "publish";

    private final @Nullable Publisher publisher;
    private final @Nullable LogProcessor processor;
    private final @Nullable InboxReader reader;

    private KafkaLink(
            @Nullable Publisher publisher,
            @Nullable LogProcessor processor,
            @Nullable InboxReader reader) {
        this.publisher = publisher;
        this.processor = processor;
        this.reader = reader;
    }

    /**
     * The link of this service, not started yet.
     *
     * @throws IllegalStateException in Chinese and English, if a key is missing by which it signs,
     *     or knows what others have signed
     */
    public static KafkaLink of(ServiceRuntime runtime, Lease lease, EntityKeys entities) {
        return of(runtime, lease, entities, SourceProgress::new);
    }

    /**
     * As {@link #of(ServiceRuntime, Lease, EntityKeys)}, remembering otherwise what it received.
     */
    static KafkaLink of(
            ServiceRuntime runtime,
            Lease lease,
            EntityKeys entities,
            Function<String, SourceProgress> fresh) {
        KafkaCluster cluster = KafkaCluster.of(runtime.settings()).orElse(null);
        if (cluster == null) return new KafkaLink(null, null, null);
        KeyFolder keys = new KeyFolder(runtime.settings().logKeys());
        Publisher publisher =
                new Publisher(
                        runtime.service().name(),
                        keys.own(runtime.service().name(), runtime.log().head() == 0),
                        cluster,
                        runtime.log(),
                        entities,
                        lease,
                        counter(runtime, "zhengyou.published", "Events Kafka has acknowledged"));
        LogProcessor processor =
                new LogProcessor(
                        PUBLISH, runtime.log(), runtime.tokens(), lease, Pace.STEADY, publisher);
        InboxReader reader =
                runtime.names().sources().isEmpty()
                        ? null
                        : new InboxReader(
                                runtime,
                                cluster,
                                lease,
                                keysOf(runtime.names().sources(), keys),
                                fresh,
                                counter(
                                        runtime,
                                        "zhengyou.received",
                                        "Events of other services taken into the inbox"),
                                counter(
                                        runtime,
                                        "zhengyou.received.repeated",
                                        "Events of other services that came once more"));
        return new KafkaLink(publisher, processor, reader);
    }

    /**
     * Goes on if Kafka lets this service in, or is not there to say so: that is waited for later.
     *
     * @throws IllegalStateException in Chinese and English, if it does not let it in
     */
    public static void requireAccess(Settings settings) {
        KafkaCluster.of(settings).ifPresent(KafkaAccess::require);
    }

    private static Map<String, List<VerifyingKey>> keysOf(
            Collection<String> sources, KeyFolder keys) {
        Map<String, List<VerifyingKey>> known = new HashMap<>();
        for (String source : sources) known.put(source, keys.of(source));
        return known;
    }

    /**
     * Lets a service that does not run publish its whole log again when it starts, and read again
     * all that others publish: for a Kafka that begins anew.
     *
     * @param service its database
     */
    public static void beginAnew(MongoDatabase service) {
        service.getCollection("tokens").deleteMany(Filters.eq("processor", PUBLISH));
        InboxProgress.beginAnew(service.getCollection("inbox_progress"));
    }

    private static Counter counter(ServiceRuntime runtime, String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("service", runtime.service().name())
                .register(runtime.meters());
    }

    /** What publishes, to be started and stopped with the other processors. */
    public Optional<LogProcessor> publisher() {
        return Optional.ofNullable(processor);
    }

    /** Begins to learn from other services. */
    public void start() {
        if (reader != null) reader.start();
    }

    /** Begins to stop: learns nothing more. */
    public void stop() {
        if (reader != null) reader.stop();
    }

    /** Waits for Kafka no longer; what it has not acknowledged is published again next time. */
    public void abandon() {
        if (publisher != null) publisher.stop();
    }

    /** Gives back what it holds, once its processor has stopped. */
    public void close() {
        if (publisher != null) publisher.close();
        try {
            if (reader != null) reader.join(Duration.ofMillis(200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The sources of which nothing more is taken, and why; see {@link SourceProgress#stop}. */
    public Map<String, String> stopped() {
        return reader == null ? Map.of() : reader.stopped();
    }

    @Override
    public Mark of(String source) {
        return reader == null ? Mark.NOTHING : reader.of(source);
    }
}
