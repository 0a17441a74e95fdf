package org.zhengyou.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhengyou.embedded.kafka.EmbeddedKafka;
import org.zhengyou.embedded.mongo.Durability;
import org.zhengyou.embedded.mongo.EmbeddedMongo;
import org.zhengyou.gateway.GatewayApplication;
import org.zhengyou.insight.InsightService;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.host.RunningHost;
import org.zhengyou.kit.host.ServiceHost;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.signing.KeyFolder;
import org.zhengyou.members.MembersService;
import org.zhengyou.organizations.OrganizationsService;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.client.PlatformClient.Command;
import org.zhengyou.standalone.client.Recorded;
import org.zhengyou.standalone.demo.SignedIn;
import org.zhengyou.standalone.identity.DemoPeople;
import org.zhengyou.standalone.identity.IdentityServer;
import tools.jackson.databind.JsonNode;

/**
 * The members service in two processes, each behind a gateway of its own; store, Kafka, identity,
 * organizations and insight in this one.
 */
final class TwoProcesses implements AutoCloseable {
    private static final String SECRETARY = DemoPeople.COMMITTEE_SECRETARY.subject();

    /** After so many answers a gateway that found nobody lets everything through again. */
    private static final int TRIALS = 3;

    private final List<AutoCloseable> parts = new ArrayList<>();
    private final Path folder;
    private final PlatformOptions ports;
    private final Map<String, String> environment;
    private final RunningHost services;
    private final OtherProcess first;
    private volatile boolean killed;
    private final PlatformClient throughFirst;
    private final PlatformClient throughSecond;

    private TwoProcesses(Path folder) {
        this.folder = folder;
        ports = PlatformOptions.onFreePorts(folder);
        EmbeddedMongo mongo =
                part(EmbeddedMongo.start(folder.resolve("mongo"), 0, Durability.COMMIT));
        EmbeddedKafka kafka = part(EmbeddedKafka.start(folder.resolve("kafka"), 0, 0));
        IdentityServer identity =
                part(IdentityServer.start(folder, ports.identityPort(), ports.gatewayPort()));
        KeyFolder keys = PlatformOptions.keys(folder);
        for (Service service : Platform.allServices()) {
            var _ = keys.own(service.name(), true);
        }
        environment =
                Map.of(
                        "ZHENGYOU_MONGODB_URI", mongo.connectionString(),
                        "ZHENGYOU_KAFKA_BOOTSTRAP", kafka.bootstrapServers(),
                        "ZHENGYOU_KAFKA_CLIENT_FILE", kafka.clientFile().toString(),
                        "ZHENGYOU_ISSUER", identity.issuer(),
                        "ZHENGYOU_LOG_KEYS", keys.folder().toString(),
                        "ZHENGYOU_MASTER_KEY_FILE", folder.resolve("keys/master.json").toString());
        Map<String, Object> here = new HashMap<>(environment);
        here.put("ZHENGYOU_PORT", 0);
        services =
                part(
                        ServiceHost.start(
                                List.of(
                                        OrganizationsService.definition(),
                                        InsightService.definition()),
                                here));
        first = part(process(ports.internalPort() + 1));
        gateway(ports.gatewayPort(), ports.internalPort() + 1, identity);
        gateway(ports.internalPort(), ports.internalPort() + 2, identity);
        awaitAnswer(ports.gatewayPort(), signedIn(identity));
        SignedIn tokens = signedIn(identity); // with the roles that members can say now
        for (int i = 0; i < TRIALS; i++) awaitAnswer(ports.gatewayPort(), tokens);
        // What it does not answer in a second is tried through the other one.
        throughFirst = client(ports.gatewayPort(), tokens, Duration.ofSeconds(1));
        part(process(ports.internalPort() + 2));
        throughSecond = client(ports.internalPort(), tokens, Duration.ofSeconds(60));
        throughSecond.get(SECRETARY, "/api/members/branch-roster");
    }

    /**
     * Starts all; the first process is ready before the second begins, so it is the one at work.
     */
    static TwoProcesses start(Path folder) {
        return new TwoProcesses(folder);
    }

    private <T extends AutoCloseable> T part(T started) {
        parts.add(started);
        return started;
    }

    private OtherProcess process(int port) {
        Map<String, String> own = new HashMap<>(environment);
        own.put("ZHENGYOU_PORT", Integer.toString(port));
        return OtherProcess.start(
                folder.resolve("members-" + port + ".txt"),
                own,
                List.of(MembersService.class.getName()));
    }

    private void gateway(int port, int members, IdentityServer identity) {
        Map<String, Object> properties = new HashMap<>();
        for (Service service : Platform.allServices()) {
            int there = service.name().equals("members") ? members : services.port();
            properties.put(
                    "ZHENGYOU_" + service.name().toUpperCase(Locale.ROOT) + "_URL",
                    "http://127.0.0.1:" + there);
        }
        properties.put("ZHENGYOU_PORT", port);
        properties.put("ZHENGYOU_ISSUER", identity.issuer());
        properties.put("ZHENGYOU_CONSOLE_CLIENT_SECRET", identity.consoleClientSecret());
        ConfigurableApplicationContext gateway = GatewayApplication.start(properties);
        parts.add(gateway);
    }

    private static void awaitAnswer(int port, SignedIn tokens) {
        client(port, tokens, Duration.ofSeconds(60)).get(SECRETARY, "/api/members/branch-roster");
    }

    private SignedIn signedIn(IdentityServer identity) {
        return new SignedIn(identity.issuer(), folder);
    }

    private static PlatformClient client(int port, SignedIn tokens, Duration patience) {
        return new PlatformClient("http://127.0.0.1:" + port, tokens, patience, told -> {});
    }

    void killFirst() {
        killed = true; // before it is: what fails from now on may have failed for that
        first.kill();
    }

    boolean firstIsAlive() {
        return first.isAlive();
    }

    /** A new direct branch, under the committee, which is set up before the first one. */
    String found(String code) {
        if (services.runtime("organizations").log().head() == 0) {
            String committee = UUID.randomUUID().toString();
            establish(committee, "PARTY_COMMITTEE", "DW", "2006-09-01");
            send(
                    throughSecond,
                    "organizations",
                    "AppointToOffice",
                    "2006-09-02",
                    Map.of(
                            "appointment",
                            UUID.randomUUID().toString(),
                            "organization",
                            committee,
                            "office",
                            "SECRETARY",
                            "person",
                            SECRETARY));
        }
        String branch = UUID.randomUUID().toString();
        establish(branch, "DIRECT_BRANCH", code, "2006-09-03");
        return branch;
    }

    private void establish(String id, String type, String code, String day) {
        Map<String, String> body = new HashMap<>();
        body.put("organization", id);
        body.put("type", type);
        body.put("code", code);
        body.put("labelZh", "党组织" + code);
        body.put("labelEn", code);
        if (!type.equals("PARTY_COMMITTEE")) {
            body.put("hostUnitKind", "OFFICE_OR_SUPPORT");
            body.put("parentCode", "DW");
        }
        send(throughSecond, "organizations", "EstablishOrganization", day, body);
    }

    /**
     * Registers a member through one process; if that is gone, the same command through the other.
     */
    Recorded register(String branch, int number, boolean preferFirst) {
        Map<String, String> member =
                Map.of(
                        "member", "member-" + number,
                        "branch", branch,
                        "kind", "STAFF",
                        "name", "党员" + number,
                        "number", "T" + number);
        if (preferFirst && !killed) {
            try {
                return send(throughFirst, "members", "RegisterPartyMember", "2010-05-01", member);
            } catch (IllegalStateException e) {
                if (!killed) throw e;
            }
        }
        return send(throughSecond, "members", "RegisterPartyMember", "2010-05-01", member);
    }

    private Recorded send(
            PlatformClient client, String service, String name, String day, Map<String, ?> body) {
        long known = services.runtime("organizations").log().head();
        List<String> after = List.of("organizations:" + known);
        String key = name + body.hashCode();
        return client.send(new Command(SECRETARY, service, name, body, day, key, after));
    }

    /** What the second process answers once it has seen this position of members. */
    JsonNode second(String path, String question, long head) {
        return throughSecond.get(SECRETARY, path + "?" + question + "&after=members:" + head);
    }

    /** Returns when this service in this process has learned this position of members. */
    ServiceRuntime learned(String service, String view, long head) {
        String path = "/api/" + service + "/" + view + "?limit=1&after=members:" + head;
        throughSecond.get(SECRETARY, path);
        return services.runtime(service);
    }

    @Override
    public void close() {
        try {
            for (AutoCloseable part : parts.reversed()) part.close();
        } catch (Exception e) {
            throw new IllegalStateException("did not stop", e);
        }
    }
}
