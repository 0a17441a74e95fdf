package org.zhengyou.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.zhengyou.kit.Service;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.client.PlatformClient.Command;
import org.zhengyou.standalone.client.Recorded;
import org.zhengyou.standalone.demo.CampaignDemo;
import org.zhengyou.standalone.demo.DemoProgress;
import org.zhengyou.standalone.demo.SampleUniversity;
import org.zhengyou.standalone.demo.SignedIn;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/**
 * A platform on which a small demonstration was played once. There is one for all tests of this
 * JVM; it ends with the JVM's last test. After the play it was stopped, its folder copied, and
 * started again, so that there is also a copy on which nothing runs.
 */
final class RunningCampaign implements AutoCloseable {
    /** From which the played university and all ids of the demonstration derive. */
    static final long SEED = 2010;

    /** Share of the sample university that is played. */
    static final double SCALE = 0.04;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path root;
    private final PrintStream console = System.out;
    private final Queue<Recorded> told = new ConcurrentLinkedQueue<>();
    private final AtomicInteger steps = new AtomicInteger();
    private final Platform platform;
    private final SignedIn tokens;
    private final PlatformClient client;
    private final Instant playedUntil;

    private RunningCampaign(Path root) throws IOException {
        this.root = root;
        OutputStream log = Files.newOutputStream(output());
        System.setOut(new PrintStream(new Both(console, log), true, StandardCharsets.UTF_8));
        PlatformOptions options = PlatformOptions.onFreePorts(root.resolve("data"));
        try (Platform first = Platform.start(options)) {
            this.tokens = new SignedIn(options.issuer(), options.data());
            this.client = new PlatformClient(options.gatewayUrl(), tokens, PATIENCE, told::add);
            play(client, counting());
            settle(first, client);
        }
        this.playedUntil = Instant.now();
        Folders.copy(options.data(), stopped());
        this.platform = Platform.start(options);
    }

    /** Plays the small demonstration; gives the positions that the client was told. */
    static List<String> play(PlatformClient client, DemoProgress progress) {
        CampaignDemo demo = new CampaignDemo(SEED, client, progress);
        demo.play(SampleUniversity.of(SEED, SCALE));
        return demo.heads();
    }

    private DemoProgress counting() {
        return new DemoProgress() {
            @Override
            public void begin(String title, int size) {
                steps.incrementAndGet();
            }

            @Override
            public void step() {
                steps.incrementAndGet();
            }
        };
    }

    Platform platform() {
        return platform;
    }

    /** A client that waits for a busy platform. */
    PlatformClient client() {
        return client;
    }

    /** Where the gateway serves the services. */
    String api() {
        return platform.options().gatewayUrl() + "/api";
    }

    String token(DemoPeople person) {
        return tokens.apply(person.subject());
    }

    Imports imports() {
        return new Imports(platform.options().gatewayUrl(), tokens);
    }

    /** Every answer to a command so far. */
    List<Recorded> told() {
        return List.copyOf(told);
    }

    /** How often the demonstration told of its progress. */
    int steps() {
        return steps.get();
    }

    /** The last instant at which nothing but the demonstration was recorded. */
    Instant playedUntil() {
        return playedUntil;
    }

    /** A copy of the data folder after the demonstration, on which nothing runs. */
    Path stopped() {
        return root.resolve("stopped");
    }

    /** What the process printed since the first start. */
    Path output() {
        return root.resolve("output.txt");
    }

    /** A command that anything may be played with: the committee registers a directive. */
    static Command directive(String number) {
        return new Command(
                DemoPeople.COMMITTEE_SECRETARY.subject(),
                "activities",
                "RegisterDirective",
                Map.of(
                        "directive",
                        UUID.randomUUID().toString(),
                        "number",
                        number,
                        "issuer",
                        "市委办公室",
                        "titleZh",
                        "演练期间登记的文件",
                        "digest",
                        "0".repeat(64)),
                "2011-07-20",
                UUID.randomUUID().toString(),
                List.of());
    }

    /** Returns when every service's views show all that every service has recorded. */
    void settle() {
        settle(platform, client);
    }

    /** All rows of a view that this person may see, of everything that was recorded until now. */
    List<JsonNode> rows(String by, String service, String view, String... parameters) {
        settle();
        return client.rows(by, service, view, parameters);
    }

    static void settle(Platform platform, PlatformClient client) {
        settle(
                client,
                Platform.allServices().stream()
                        .map(Service::name)
                        .map(name -> name + ":" + platform.services().runtime(name).log().head())
                        .toList());
    }

    /**
     * Returns when every service's views show everything up to those of these positions it hears
     * of; of organisations every service hears, whatever its page says.
     */
    static void settle(PlatformClient client, List<String> heads) {
        for (Service service : Platform.allServices()) {
            StringBuilder path = new StringBuilder("/api/" + service.name() + "/");
            path.append(service.views().getFirst().name()).append("?limit=1");
            // Of a service that it does not listen to there is nothing to wait for.
            for (String head : heads) path.append("&after=").append(head);
            client.get(DemoPeople.COMMITTEE_SECRETARY.subject(), path.toString());
        }
    }

    @Override
    public void close() {
        platform.close();
        System.setOut(console);
        Folders.delete(root);
    }

    /** Gives the one running campaign to every test that asks for it. */
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningCampaign.class;
        }

        @Override
        public RunningCampaign resolveParameter(
                ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(RunningCampaign.class))
                    .computeIfAbsent("the one", key -> Played.tried(), Played.class)
                    .campaign();
        }
    }

    /** The campaign, or why there is none: it is not tried again for the next test. */
    private record Played(@Nullable RunningCampaign it, @Nullable Exception failure)
            implements AutoCloseable {
        static Played tried() {
            try {
                return new Played(new RunningCampaign(Files.createTempDirectory("zhengyou")), null);
            } catch (IOException | RuntimeException e) {
                return new Played(null, e);
            }
        }

        RunningCampaign campaign() {
            if (it == null) throw new IllegalStateException("the campaign was not played", failure);
            return it;
        }

        @Override
        public void close() {
            if (it != null) it.close();
        }
    }
}
