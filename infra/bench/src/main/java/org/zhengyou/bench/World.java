package org.zhengyou.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhengyou.bench.campaign.University;
import org.zhengyou.standalone.PlatformOptions;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.client.PlatformClient.Command;
import org.zhengyou.standalone.demo.SignedIn;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A campaign in which activities can be planned: a committee with its secretary, general branches
 * under it, a directive, the launch, two phases.
 */
final class World {
    private static final String SECRETARY = DemoPeople.COMMITTEE_SECRETARY.subject();
    private static final String ORGANIZATIONS = "organizations";
    private static final int GENERAL_BRANCHES = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONG_PATIENCE = Duration.ofHours(1);

    private final JsonMapper json = JsonMapper.builder().build();
    private final PlatformClient client;
    private final SignedIn signedIn;
    private final Map<String, Long> heads = new HashMap<>();
    private final String committee;
    private final String campaign;
    private final List<String> generalBranches;

    private World(
            PlatformOptions options,
            Duration patience,
            String committee,
            String campaign,
            List<String> generalBranches) {
        this.signedIn = new SignedIn(options.issuer(), options.data());
        this.client = new PlatformClient(options.gatewayUrl(), signedIn, patience, told -> {});
        this.committee = committee;
        this.campaign = campaign;
        this.generalBranches = generalBranches;
    }

    /** The one that lies in the logs of a platform. */
    static World seeded(PlatformOptions options, University university) {
        return new World(
                options,
                LONG_PATIENCE,
                university.committee(),
                university.campaign(),
                university.generalBranches());
    }

    /** Founds it on a platform that is empty. */
    static World found(PlatformOptions options) {
        World world = new World(options, PATIENCE, id(), id(), new ArrayList<>());
        world.organizations();
        world.campaign();
        return world;
    }

    private void organizations() {
        String establish =
                """
                {"organization":"%s","type":"%s","code":"%s","labelZh":"组织","labelEn":"" %s}""";
        String first = establish.formatted(committee, "PARTY_COMMITTEE", "C", "");
        send(ORGANIZATIONS, "EstablishOrganization", "2006-01-01", first);
        String under = ",\"hostUnitKind\":\"COLLEGE\",\"parent\":\"" + committee + "\"";
        for (int i = 0; i < GENERAL_BRANCHES; i++) {
            generalBranches.add(id());
            String general =
                    establish.formatted(
                            generalBranches.getLast(), "GENERAL_BRANCH", "G" + i, under);
            send(ORGANIZATIONS, "EstablishOrganization", "2006-01-01", general);
        }
        send(
                ORGANIZATIONS,
                "AppointToOffice",
                "2006-09-01",
                """
                {"appointment":"%s","organization":"%s","office":"SECRETARY","person":"%s"}"""
                        .formatted(id(), committee, SECRETARY));
        for (String service : List.of(ORGANIZATIONS, "activities"))
            send(
                    service,
                    "AdoptPolicy",
                    "2010-06-01",
                    """
                    {"policy":"P-BACKDATE","version":1,"value":"none","documentDigest":"none"}""");
    }

    private void campaign() {
        String directive = id();
        String digest = "0".repeat(64);
        activities(
                "RegisterDirective",
                """
                {"directive":"%s","number":"川委办〔2010〕13号","issuer":"省委办公厅","titleZh":"意见",\
                "digest":"%s"}"""
                        .formatted(directive, digest));
        activities(
                "LaunchCampaign",
                """
                {"campaign":"%s","organization":"%s","titleZh":"实施方案","decidedOn":"2010-06-07",\
                "documentDigest":"%s","directives":["%s"]}"""
                        .formatted(campaign, committee, digest, directive));
        String phase =
                """
                {"campaign":"%s","phase":%d,"titleZh":"阶段","from":"%s","to":"%s"}""";
        activities("DefinePhase", phase.formatted(campaign, 1, "2010-06-08", "2010-08-31"));
        activities("DefinePhase", phase.formatted(campaign, 2, "2010-09-01", "2011-07-31"));
    }

    private void activities(String name, String body) {
        send("activities", name, "2010-06-08", body);
    }

    private void send(String service, String name, String day, String body) {
        List<String> after =
                service.equals(ORGANIZATIONS)
                        ? List.of()
                        : List.of(ORGANIZATIONS + ":" + heads.getOrDefault(ORGANIZATIONS, 0L));
        Map<String, Object> fields = json.readValue(body, new TypeReference<>() {});
        Command command = new Command(SECRETARY, service, name, fields, day, id(), after);
        heads.merge(service, client.send(command).position(), Math::max);
    }

    /** Waits until this view has taken in everything up to this position of that service's log. */
    void awaitSeen(String service, String view, String source, long position) {
        client.get(
                SECRETARY,
                "/api/%s/%s?limit=1&after=%s:%d".formatted(service, view, source, position));
    }

    /** An answer to the secretary's GET of this path, in JSON. */
    JsonNode get(String path) {
        return client.get(SECRETARY, path);
    }

    String token() {
        return signedIn.apply(SECRETARY);
    }

    String campaignId() {
        return campaign;
    }

    String generalBranch(long n) {
        return generalBranches.get((int) (n % generalBranches.size()));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
