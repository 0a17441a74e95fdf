package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.standalone.client.PlatformClient.Command;
import org.zhengyou.standalone.client.Recorded;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/**
 * Kafka is away for a while: services go on by themselves, and know everything again afterwards.
 */
@ExtendWith(RunningCampaign.Shared.class)
class KafkaDownTest {
    private static final String SECRETARY = DemoPeople.COMMITTEE_SECRETARY.subject();
    private static final int DIRECTIVES = 25;

    private final RunningCampaign campaign;

    KafkaDownTest(RunningCampaign campaign) {
        this.campaign = campaign;
    }

    @Test
    void while_kafka_is_away_commands_go_on_and_other_services_wait_and_then_catch_up() {
        campaign.settle();
        Map<String, Long> before = inboxes();
        Map<String, JsonNode> dashboard = ask("insight", "dashboard");
        List<Recorded> told = new ArrayList<>();
        campaign.platform().stopKafka();
        try {
            for (int i = 0; i < DIRECTIVES; i++)
                told.add(campaign.client().send(RunningCampaign.directive("停机〔2011〕" + i + "号")));
            String branch = establishBranch(told);
            assertThat(told).allMatch(answer -> !answer.types().isEmpty() && !answer.repeated());
            // Its own view knows at once, the others' do not: nobody told them.
            assertThat(after("organizations", "organization-tree", told.getLast()))
                    .containsKey(branch);
            assertThat(inboxes()).isEqualTo(before);
            assertThat(ask("insight", "dashboard")).isEqualTo(dashboard);
        } finally {
            campaign.platform().startKafka();
        }
        campaign.settle();

        everyServiceKnowsAllThatTheOthersRecorded();
        assertThat(inboxes().get("insight"))
                .isEqualTo(before.getOrDefault("insight", 0L) + told.size());
        assertThat(ask("insight", "dashboard")).hasSize(dashboard.size() + 1);
    }

    private String establishBranch(List<Recorded> told) {
        String branch = UUID.randomUUID().toString();
        told.add(
                send(
                        "organizations",
                        "EstablishOrganization",
                        Map.of(
                                "organization", branch,
                                "type", "DIRECT_BRANCH",
                                "hostUnitKind", "OFFICE_OR_SUPPORT",
                                "parentCode", "DW",
                                "code", "KAFKA",
                                "labelZh", "中断期间成立的直属党支部",
                                "labelEn", "Founded during the outage")));
        return branch;
    }

    private Recorded send(String service, String name, Map<String, ?> body) {
        return campaign.client()
                .send(
                        new Command(
                                SECRETARY,
                                service,
                                name,
                                body,
                                "2011-07-20",
                                UUID.randomUUID().toString(),
                                List.of()));
    }

    private Map<String, Long> inboxes() {
        Map<String, Long> heads = new TreeMap<>();
        for (ServiceRuntime runtime : campaign.platform().services().runtimes())
            heads.put(runtime.service().name(), runtime.inbox().head());
        return heads;
    }

    private Map<String, JsonNode> ask(String service, String view, String... parameters) {
        Map<String, JsonNode> rows = new TreeMap<>();
        campaign.client()
                .rows(SECRETARY, service, view, parameters)
                .forEach(row -> rows.put(row.path("key").asString(), row));
        return rows;
    }

    private Map<String, JsonNode> after(String service, String view, Recorded told) {
        return ask(service, view, "after=" + told.after());
    }

    /** As if everything had reached it as soon as it was recorded. */
    private void everyServiceKnowsAllThatTheOthersRecorded() {
        Platform platform = campaign.platform();
        assertThat(
                        RebuiltViews.differences(
                                platform,
                                campaign.client(),
                                runtime -> Rebuild.factsAtTheSources(runtime, platform)))
                .isEmpty();
    }
}
