package org.zhengyou.standalone;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
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

    // What is near is asked where it listens, whatever its name outside.
    private static final String KEYS = "/oauth2/jwks";

    private final PlatformOptions options;
    private final DataFolder folder;
    private final SecurityLog security;
    private final EmbeddedMongo mongo;
    private EmbeddedKafka kafka;
    private final IdentityServer identity;
    private final RunningHost services;
    private final HeadKeeping heads;
    private final ConfigurableApplicationContext gateway;

    private Platform(
            PlatformOptions options,
            DataFolder folder,
            SecurityLog security,
            EmbeddedMongo mongo,
            EmbeddedKafka kafka,
            IdentityServer identity,
            RunningHost services,
            HeadKeeping heads,
            ConfigurableApplicationContext gateway) {
        this.options = options;
        this.folder = folder;
        this.security = security;
        this.mongo = mongo;
        this.kafka = kafka;
        this.identity = identity;
        this.services = services;
        this.heads = heads;
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

    /** All logs of the platform, as {@code members/log} and {@code members/inbox}. */
    static List<String> allLogs() {
        return allServices().stream()
                .flatMap(service -> Stream.of(service.name() + "/log", service.name() + "/inbox"))
                .toList();
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
            KeptHeads kept = LostEnds.refuse(options, store, broker);
            RunningHost services =
                    ServiceHost.start(allServices(), serviceProperties(options, store, broker));
            HeadKeeping heads = HeadKeeping.start(kept, services);
            started.add(heads);
            started.add(services);
            ConfigurableApplicationContext door = get(gateway);
            SecurityLog security = SecurityLog.in(options.data());
            return new Platform(
                    options, folder, security, store, broker, people, services, heads, door);
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
        heads.tryToKeep(); // what it must look up in the store for that it then knows
        closeQuietly(services);
        closeQuietly(heads);
        closeQuietly(identity);
        closeQuietly(kafka);
        closeQuietly(mongo);
        closeQuietly(security);
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
        return IdentityServer.start(
                options.data(), options.identityPort(), options.gatewayPort(), options.outside());
    }

    private static Map<String, Object> serviceProperties(
            PlatformOptions options, EmbeddedMongo mongo, EmbeddedKafka kafka) {
        return Map.ofEntries(
                entry("ZHENGYOU_MONGODB_URI", mongo.connectionString()),
                entry("ZHENGYOU_KAFKA_BOOTSTRAP", kafka.bootstrapServers()),
                entry("ZHENGYOU_KAFKA_CLIENT_FILE", kafka.clientFile().toString()),
                entry("ZHENGYOU_LOG_KEYS", options.keys().folder().toString()),
                entry("ZHENGYOU_ISSUER", options.outside().identity()),
                entry("ZHENGYOU_JWK_SET_URI", options.issuer() + KEYS),
                entry("ZHENGYOU_PORT", options.servicesPort()),
                // One process owns the folder: nobody else appends, and its claims are its own
                // again after a crash.
                entry("ZHENGYOU_LOG_POLL", "PT0S"),
                // Six services with two logs each share one heap.
                entry("ZHENGYOU_LOG_WINDOW_MB", 2),
                entry("ZHENGYOU_CACHED_STATES", 5_000),
                entry("ZHENGYOU_NODE", "standalone"),
                entry("ZHENGYOU_MASTER_KEY_FILE", options.masterKey().toString()));
    }

    private static Map<String, Object> gatewayProperties(
            PlatformOptions options, IdentityServer identity) {
        Map<String, Object> properties = new HashMap<>();
        for (Service service : allServices())
            properties.put(
                    "ZHENGYOU_" + service.name().toUpperCase(java.util.Locale.ROOT) + "_URL",
                    "http://127.0.0.1:" + options.servicesPort());
        properties.put("ZHENGYOU_PORT", options.gatewayPort());
        properties.put("ZHENGYOU_SESSIONS_FOLDER", options.data().resolve("sessions"));
        properties.put("ZHENGYOU_ISSUER", identity.issuer());
        properties.put("ZHENGYOU_JWK_SET_URI", options.issuer() + KEYS);
        properties.put("ZHENGYOU_TOKEN_URI", options.issuer() + "/oauth2/token");
        properties.put("ZHENGYOU_TRUSTED_PROXIES", options.outside().trustedProxies());
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
