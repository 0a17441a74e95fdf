package org.zhengyou.standalone.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.client.Refused;
import org.zhengyou.standalone.demo.SampleSheets.Sheet;
import org.zhengyou.standalone.demo.World.Member;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/** What is there before the campaign: organisations and members from spreadsheets, and offices. */
final class Founding {
    private static final long PAUSE_NANOS = 200_000_000;
    private static final List<String> SERVICES =
            List.of("organizations", "members", "activities", "evaluations", "commendations");

    private final long seed;
    private final PlatformClient client;
    private final Player player;
    private final ShownWorld shown;
    private final String secretary = DemoPeople.COMMITTEE_SECRETARY.subject();

    Founding(long seed, PlatformClient client, Player player) {
        this.seed = seed;
        this.client = client;
        this.player = player;
        this.shown = new ShownWorld(client, player, secretary);
    }

    /** Imports everything and fills the offices; the world as the platform shows it then. */
    World found(Sheet organizations, List<Sheet> members) {
        importSheet("organizations", "organizations", organizations);
        Map<String, JsonNode> tree = shown.tree();
        player.play(committee(only(tree, "PARTY_COMMITTEE")));
        player.play(deputy(only(tree, "PARTY_COMMITTEE")));
        player.play(lateness());
        awaitHeads("members", "branch-roster");
        for (Sheet sheet : members) importSheet("members", "members", sheet);
        player.play(demoMembers(branches(tree)));
        player.play(roles());
        awaitHeads("members", "members");
        awaitHeads("members", "platform-roles");
        player.play(secretaries(tree));
        awaitHeads("organizations", "organization-tree");
        return shown.world(seed);
    }

    private void importSheet(String service, String name, Sheet sheet) {
        JsonNode report = client.importSheet(secretary, service, name, sheet.content());
        player.begin(sheet.name(), report.path("total").asInt());
        while (!report.path("finished").asBoolean()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            String id = report.path("id").asString();
            try {
                report = client.get(secretary, "/api/" + service + "/imports/" + id);
            } catch (Refused refused) {
                if (refused.status() != 404) throw refused;
                // The platform was started anew; rows that are in already change nothing.
                report = client.importSheet(secretary, service, name, sheet.content());
            }
        }
        if (report.path("wrong").asInt() > 0)
            throw new IllegalStateException(
                    sheet.name() + ": " + report.path("wrongRows").path(0).toString());
        player.reached(service, report.path("position").asLong());
    }

    /** Waits until this view has seen everything that was told so far. */
    private void awaitHeads(String service, String view) {
        StringBuilder path = new StringBuilder("/api/" + service + "/" + view + "?limit=1");
        for (String head : player.headsFor(service)) path.append("&after=").append(head);
        client.get(secretary, path.toString());
    }

    private Stage committee(String committee) {
        Stage stage = new Stage("党委书记 · committee secretary");
        return appoint(stage, "committee", committee, "SECRETARY", secretary, "2006-09-01");
    }

    private Stage deputy(String committee) {
        Stage stage = new Stage("党委副书记 · deputy secretary");
        String deputy = DemoPeople.DEPUTY_SECRETARY.subject();
        return appoint(stage, "deputy", committee, "DEPUTY_SECRETARY", deputy, "2006-09-02");
    }

    /** What is told today of 2010 is late all of it: the committee lets it stand (P-BACKDATE). */
    private Stage lateness() {
        Stage stage = new Stage("补录期限 · late acts");
        for (String service : SERVICES) {
            String about = service + "/P-BACKDATE/1";
            Map<String, Object> body =
                    Map.of(
                            "policy",
                            "P-BACKDATE",
                            "version",
                            1,
                            "value",
                            "none",
                            "documentDigest",
                            id("policy/P-BACKDATE/1"));
            stage.chain().then(secretary, service, "AdoptPolicy", about, "2010-06-01", body);
        }
        return stage;
    }

    private Stage appoint(
            Stage stage,
            String about,
            String organization,
            String office,
            String person,
            String day) {
        Map<String, String> body =
                Map.of(
                        "appointment", id("appointment/" + about),
                        "organization", organization,
                        "office", office,
                        "person", person);
        return stage.then(secretary, "organizations", "AppointToOffice", about, day, body);
    }

    /** The demo people are members, too: the committee's in an office, the others in one branch. */
    private Stage demoMembers(List<String> branches) {
        Stage stage = new Stage("演示人员 · demo people");
        int i = 0;
        for (DemoPeople person : DemoPeople.values()) {
            boolean atBranch =
                    Set.of(
                                    DemoPeople.GENERAL_BRANCH_SECRETARY,
                                    DemoPeople.BRANCH_SECRETARY,
                                    DemoPeople.MEMBER)
                            .contains(person);
            Map<String, String> body =
                    Map.of(
                            "member",
                            person.subject(),
                            "branch",
                            atBranch ? branches.getFirst() : branches.getLast(),
                            "kind",
                            "STAFF",
                            "name",
                            "演示" + person.zh(),
                            "number",
                            "DEMO%02d".formatted(++i));
            stage.chain();
            stage.then(
                    secretary,
                    "members",
                    "RegisterPartyMember",
                    person.login(),
                    "2010-05-01",
                    body);
        }
        return stage;
    }

    /** The first person puts on record what they began with, and says who audits. */
    private Stage roles() {
        Stage stage = new Stage("平台角色 · platform roles");
        grant(stage, DemoPeople.COMMITTEE_SECRETARY, "SETUP");
        grant(stage, DemoPeople.COMMITTEE_SECRETARY, "OPERATOR");
        grant(stage, DemoPeople.AUDITOR, "AUDITOR");
        return stage;
    }

    private void grant(Stage stage, DemoPeople person, String role) {
        Map<String, String> body = Map.of("person", person.subject(), "role", role);
        stage.then(secretary, "members", "GrantPlatformRole", role, "2010-05-01", body);
    }

    private Stage secretaries(Map<String, JsonNode> tree) {
        Stage stage = new Stage("书记任职 · secretaries");
        Map<String, List<Member>> members = shown.membersByBranch();
        String first = branches(tree).getFirst();
        String above = Objects.requireNonNull(tree.get(first)).path("parent").asString();
        Map<String, DemoPeople> people =
                Map.of(
                        first, DemoPeople.BRANCH_SECRETARY,
                        above, DemoPeople.GENERAL_BRANCH_SECRETARY);
        tree.forEach(
                (id, row) -> {
                    String type = row.path("type").asString();
                    if (type.equals("PARTY_COMMITTEE")) return;
                    // The demo people enter and attest what others decide on: they hold no office
                    // here.
                    List<Member> own =
                            ShownWorld.ownMembers(id, type, tree, members).stream()
                                    .filter(member -> !member.number().startsWith("DEMO"))
                                    .toList();
                    DemoPeople one = people.get(id);
                    String person =
                            one != null
                                    ? one.subject()
                                    : own.get(type.equals("GENERAL_BRANCH") ? 1 : 0).id();
                    String code = row.path("code").asString();
                    appoint(stage.chain(), code, id, "SECRETARY", person, "2010-05-05");
                });
        return stage;
    }

    private static List<String> branches(Map<String, JsonNode> tree) {
        return tree.entrySet().stream()
                .filter(row -> row.getValue().path("type").asString().equals("BRANCH"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String only(Map<String, JsonNode> tree, String type) {
        return tree.entrySet().stream()
                .filter(row -> row.getValue().path("type").asString().equals(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + type + " was imported"));
    }

    private String id(String name) {
        return World.id(seed, name);
    }
}
