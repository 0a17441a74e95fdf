package org.zhengyou.standalone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhengyou.activities.ActivitiesService;
import org.zhengyou.commendations.CommendationsService;
import org.zhengyou.embedded.kafka.EmbeddedKafka;
import org.zhengyou.embedded.mongo.Durability;
import org.zhengyou.embedded.mongo.EmbeddedMongo;
import org.zhengyou.evaluations.EvaluationsService;
import org.zhengyou.gateway.GatewayApplication;
import org.zhengyou.insight.InsightService;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.host.RunningHost;
import org.zhengyou.kit.host.ServiceHost;
import org.zhengyou.members.MembersService;
import org.zhengyou.organizations.OrganizationsService;
import org.zhengyou.standalone.identity.IdentityServer;

/**
 * The whole platform in one process: the embedded MongoDB-protocol server and Kafka broker, all
 * services, identity and the gateway. The services are the same as those that run alone; only
 * addresses say that everything is near.
 */
public final class Platform implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private final PlatformOptions options;
    private final DataFolder folder;
    private final EmbeddedMongo mongo;
    private EmbeddedKafka kafka;
    private final IdentityServer identity;
    private final RunningHost services;
    private final ConfigurableApplicationContext gateway;

    private Platform(
            PlatformOptions options,
            DataFolder folder,
            EmbeddedMongo mongo,
            EmbeddedKafka kafka,
            IdentityServer identity,
            RunningHost services,
            ConfigurableApplicationContext gateway) {
        this.options = options;
        this.folder = folder;
        this.mongo = mongo;
        this.kafka = kafka;
        this.identity = identity;
        this.services = services;
        this.gateway = gateway;
    }

    /** All services of the platform. */
    public static List<Service> allServices() {
        return List.of(
                OrganizationsService.definition(),
                MembersService.definition(),
                ActivitiesService.definition(),
                EvaluationsService.definition(),
                CommendationsService.definition(),
                InsightService.definition());
    }

    /**
     * Starts everything and returns when the front door answers.
     *
     * @throws IllegalStateException with what to do, if a port or the data folder is taken
     */
    public static Platform start(PlatformOptions options) {
        DataFolder folder = DataFolder.hold(options.data());
        List<AutoCloseable> started = new ArrayList<>(List.of(folder));
        // Platform threads: contexts are started by class loading and reflection, which pin.
        try (ExecutorService starters = Executors.newFixedThreadPool(3)) {
            options.requireFree();
            Future<EmbeddedMongo> mongo = starters.submit(() -> mongo(options));
            Future<EmbeddedKafka> kafka = starters.submit(() -> kafka(options));
            Future<IdentityServer> identity = starters.submit(() -> identity(options));
            started.add(closing(mongo));
            started.add(closing(kafka));
            started.add(closing(identity));
            IdentityServer people = get(identity);
            Future<ConfigurableApplicationContext> gateway =
                    starters.submit(
                            () -> GatewayApplication.start(gatewayProperties(options, people)));
            started.add(closing(gateway));
            EmbeddedMongo store = get(mongo);
            EmbeddedKafka broker = get(kafka);
            LostEnds.refuse(store, broker);
            RunningHost services =
                    ServiceHost.start(allServices(), serviceProperties(options, store, broker));
            started.add(services);
            return new Platform(options, folder, store, broker, people, services, get(gateway));
        } catch (RuntimeException e) {
            started.reversed().forEach(Platform::closeQuietly);
            throw e;
        }
    }

    /** Where it lives and listens. */
    public PlatformOptions options() {
        return options;
    }

    /** The services, by name. */
    public RunningHost services() {
        return services;
    }

    /** Address of the embedded store. */
    public String mongoUri() {
        return mongo.connectionString();
    }

    /** Takes Kafka away: commands go on, other services and their views wait. */
    public void stopKafka() {
        kafka.close();
    }

    /** Brings Kafka back on its folder and ports. */
    public void startKafka() {
        kafka = kafka(options);
    }

    @Override
    public void close() {
        closeQuietly(gateway);
        closeQuietly(services);
        closeQuietly(identity);
        closeQuietly(kafka);
        closeQuietly(mongo);
        closeQuietly(folder);
    }

    private static EmbeddedMongo mongo(PlatformOptions options) {
        return EmbeddedMongo.start(
                options.data().resolve("mongo"), options.mongoPort(), Durability.COMMIT);
    }

    private static EmbeddedKafka kafka(PlatformOptions options) {
        return EmbeddedKafka.start(
                options.data().resolve("kafka"), options.kafkaPort(), options.controllerPort());
    }

    private static IdentityServer identity(PlatformOptions options) {
        return IdentityServer.start(options.data(), options.identityPort(), options.gatewayPort());
    }

    private static Map<String, Object> serviceProperties(
            PlatformOptions options, EmbeddedMongo mongo, EmbeddedKafka kafka) {
        return Map.of(
                "ZHENGYOU_MONGODB_URI", mongo.connectionString(),
                "ZHENGYOU_KAFKA_BOOTSTRAP", kafka.bootstrapServers(),
                "ZHENGYOU_KAFKA_CLIENT_FILE", kafka.clientFile().toString(),
                "ZHENGYOU_ISSUER", options.issuer(),
                "ZHENGYOU_PORT", options.servicesPort(),
                // One process owns the folder: nobody else appends, and its claims are its own
                // again after a crash.
                "ZHENGYOU_LOG_POLL", "PT0S",
                // Six services with two logs each share one heap.
                "ZHENGYOU_LOG_WINDOW_MB", 2,
                "ZHENGYOU_CACHED_STATES", 5_000,
                "ZHENGYOU_NODE", "standalone",
                "ZHENGYOU_MASTER_KEY_FILE", options.data().resolve("keys/master.json").toString());
    }

    private static Map<String, Object> gatewayProperties(
            PlatformOptions options, IdentityServer identity) {
        Map<String, Object> properties = new HashMap<>();
        for (Service service : allServices())
            properties.put(
                    "ZHENGYOU_" + service.name().toUpperCase(java.util.Locale.ROOT) + "_URL",
                    "http://127.0.0.1:" + options.servicesPort());
        properties.put("ZHENGYOU_PORT", options.gatewayPort());
        properties.put("ZHENGYOU_ISSUER", identity.issuer());
        properties.put("ZHENGYOU_CONSOLE_CLIENT_ID", identity.consoleClientId());
        properties.put("ZHENGYOU_CONSOLE_CLIENT_SECRET", identity.consoleClientSecret());
        return properties;
    }

    private static <T> T get(Future<T> part) {
        try {
            return part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }

    private static AutoCloseable closing(Future<? extends AutoCloseable> part) {
        return () -> {
            try {
                part.get().close();
            } catch (ExecutionException | CancellationException e) {
                LOG.debug("never started, so nothing to close", e);
            }
        };
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("did not stop cleanly", e);
        }
    }
}
