package org.zhengyou.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.log.EventLog;
import org.zhengyou.standalone.Http.Answer;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.client.PlatformClient.Command;
import org.zhengyou.standalone.demo.SignedIn;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.core.type.TypeReference;

/** A platform on which the smallest campaign was played, in which every rule can say no. */
final class SmallUniversity implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final Platform platform;
    private final SignedIn tokens;
    private final PlatformClient client;
    private int steps;

    private SmallUniversity(Platform platform) {
        PlatformOptions options = platform.options();
        this.platform = platform;
        this.tokens = new SignedIn(options.issuer(), options.data());
        this.client = new PlatformClient(options.gatewayUrl(), tokens, PATIENCE, told -> {});
    }

    static SmallUniversity start(Path folder) {
        return start(PlatformOptions.onFreePorts(folder));
    }

    static SmallUniversity start(PlatformOptions options) {
        Platform platform = Platform.start(options);
        SmallUniversity university = new SmallUniversity(platform);
        new SmallCampaign(university).play();
        RunningCampaign.settle(platform, university.client);
        return university;
    }

    Platform platform() {
        return platform;
    }

    /** Returns when every service's views show all that every service has recorded. */
    void settle() {
        RunningCampaign.settle(platform, client);
    }

    /** Sends a command until it is answered; it must not be refused. */
    void play(DemoPeople by, String day, String command, String body) {
        String[] parts = command.split("/", -1);
        Map<String, Object> fields = Http.JSON.readValue(body, FIELDS);
        String key = "step-" + ++steps;
        client.send(
                new Command(by.subject(), parts[0], parts[1], fields, day, key, known(parts[0])));
    }

    /** Sends a command once. It is decided when its service has learned all that happened. */
    Answer send(DemoPeople by, String day, String command, String body) {
        String[] parts = command.split("/", -1);
        String url = platform.options().gatewayUrl() + "/api/" + parts[0] + "/commands/" + parts[1];
        String after = "?after=" + String.join("&after=", known(parts[0]));
        String token = tokens.apply(by.subject());
        return Http.post(url + after, token, body, "Zhengyou-Effective-At", day);
    }

    private List<String> known(String service) {
        Set<String> sources = platform.services().runtime(service).names().sources();
        return sources.stream().map(source -> source + ":" + log(source).head()).toList();
    }

    EventLog log(String service) {
        return platform.services().runtime(service).log();
    }

    /** The address of the front door. */
    String gateway() {
        return platform.options().gatewayUrl();
    }

    String token(DemoPeople person) {
        return tokens.apply(person.subject());
    }

    /** How far every log has come. */
    Map<String, Long> heads() {
        Map<String, Long> heads = new TreeMap<>();
        for (ServiceRuntime runtime : platform.services().runtimes())
            heads.put(runtime.service().name(), runtime.log().head());
        return heads;
    }

    @Override
    public void close() {
        platform.close();
    }
}
