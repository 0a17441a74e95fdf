package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.view.View;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/** What one office opens, and what it leaves closed, on the platform as it was played. */
@ExtendWith(RunningCampaign.Shared.class)
class IsolationTest {
    private static final String SECRETARY = DemoPeople.BRANCH_SECRETARY.subject();
    private static final Set<String> OWN_HANDS =
            Set.of(SECRETARY, DemoPeople.GENERAL_BRANCH_SECRETARY.subject());

    private final RunningCampaign campaign;

    IsolationTest(RunningCampaign campaign) {
        this.campaign = campaign;
    }

    /** Beyond what every member reads there is nothing but rows of one's own branch. */
    @Test
    void a_branch_secretary_reads_rows_of_their_own_branch_and_of_no_other() {
        List<String> ours = new ArrayList<>(members(branch()));
        ours.add(branch());
        int own = 0;
        for (Service service : Platform.allServices())
            for (View<?, ?> view : service.views()) {
                Set<String> everybodys = keys(DemoPeople.MEMBER, service, view);
                for (JsonNode row : rows(DemoPeople.BRANCH_SECRETARY, service, view)) {
                    if (everybodys.contains(row.path("key").asString())) continue;
                    assertThat(row.toString())
                            .as("%s/%s", service.name(), view.name())
                            .containsAnyOf(ours.toArray(String[]::new));
                    own++;
                }
            }
        assertThat(own).isGreaterThan(20);
    }

    @Test
    void rows_of_another_unit_are_not_there_for_a_branch_secretary() {
        String token = campaign.token(DemoPeople.BRANCH_SECRETARY);
        List<String> others =
                campaign.client().rows(committee(), "organizations", "office-holders").stream()
                        .map(row -> row.path("key").asString())
                        .filter(key -> !key.equals(branch()))
                        .toList();

        assertThat(others).hasSizeGreaterThan(5);
        for (String other : others)
            for (String view :
                    List.of(
                            "organizations/office-holders",
                            "activities/plan-cascade",
                            "activities/coverage",
                            "insight/dashboard"))
                assertThat(Http.get(campaign.api() + "/" + view + "/" + other, token).problem())
                        .as("%s of %s", view, other)
                        .isEqualTo("NO_SUCH_RESOURCE");
    }

    /** 基层申报、签收: by whom each was signed, whoever entered it. */
    @Test
    void every_unit_signs_for_itself() {
        List<JsonNode> signed =
                campaign
                        .client()
                        .rows(committee(), "insight", "timeline", "knownAt=" + until())
                        .stream()
                        .filter(row -> isSigned(row.path("type").asString()))
                        .toList();

        assertThat(signed).hasSizeGreaterThan(10);
        Set<String> hands = new HashSet<>();
        for (JsonNode row : signed) {
            String actor = row.path("actor").asString();
            boolean byHand = OWN_HANDS.contains(actor);
            assertThat(row.path("onBehalfOf").isString()).isNotEqualTo(byHand);
            assertThat(row.path("provenance").asString()).isEqualTo(byHand ? "NATIVE" : "ENTERED");
            hands.add(byHand ? actor : row.path("onBehalfOf").asString());
        }
        assertThat(hands).containsAll(OWN_HANDS).hasSizeGreaterThan(3);
    }

    /** Under-exposure is a fault, too: nobody can do without these. */
    @Test
    void a_member_reads_cycles_schemes_rounds_and_what_was_recorded_about_them() {
        for (String view :
                List.of("evaluations/review-cycles", "evaluations/schemes", "commendations/round"))
            assertThat(membersRows(view)).as(view).isNotEmpty();
        String self = DemoPeople.MEMBER.subject();
        List<JsonNode> about = membersRows("insight/timeline");
        assertThat(about)
                .isNotEmpty()
                .allMatch(row -> row.path("persons").toString().equals("[\"" + self + "\"]"));
    }

    private List<JsonNode> membersRows(String view) {
        String[] parts = view.split("/", 2);
        return campaign.client().rows(DemoPeople.MEMBER.subject(), parts[0], parts[1]);
    }

    private static boolean isSigned(String type) {
        return List.of(
                        "activities.PlanAcknowledged",
                        "commendations.NominationFiled",
                        "commendations.StatementPresented")
                .contains(type);
    }

    private String until() {
        return campaign.playedUntil().toString();
    }

    private List<String> members(String branch) {
        return campaign.client().rows(SECRETARY, "members", "branch-roster").stream()
                .filter(row -> row.path("branch").asString().equals(branch))
                .map(row -> row.path("member").asString())
                .toList();
    }

    private String branch() {
        for (JsonNode row : campaign.client().rows(committee(), "members", "members"))
            if (row.path("key").asString().equals(SECRETARY)) return row.path("branch").asString();
        throw new AssertionError("the branch secretary is no member");
    }

    private static String committee() {
        return DemoPeople.COMMITTEE_SECRETARY.subject();
    }

    private Set<String> keys(DemoPeople reader, Service service, View<?, ?> view) {
        Set<String> keys = new HashSet<>();
        rows(reader, service, view).forEach(row -> keys.add(row.path("key").asString()));
        return keys;
    }

    private List<JsonNode> rows(DemoPeople reader, Service service, View<?, ?> view) {
        return campaign.client().rows(reader.subject(), service.name(), view.name());
    }
}
