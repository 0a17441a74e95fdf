package org.zhengyou.standalone.demo;

import java.util.List;
import java.util.Map;
import org.zhengyou.standalone.demo.World.Organization;
import org.zhengyou.standalone.identity.DemoPeople;

/** 健全机构 (S90-S94): leading group, campaign offices, working groups, functions. June 2010. */
final class CampaignBodiesStage {
    private static final String SERVICE = "organizations";
    private static final String DAY = "2010-06-05";

    private final World world;
    private final String secretary;
    private final String committee;

    CampaignBodiesStage(World world, String secretary) {
        this.world = world;
        this.secretary = secretary;
        this.committee = world.committee().id();
    }

    List<Stage> stages() {
        return List.of(university(), units());
    }

    private Stage university() {
        Stage stage = new Stage("领导小组与活动办公室 · leading group and campaign office").chain();
        send(
                stage,
                "FormLeadingGroup",
                "university",
                Map.of("body", world.id("leading-group"), "organization", committee));
        send(
                stage,
                "FormCampaignOffice",
                "university",
                Map.of(
                        "body", world.id("campaign-office"),
                        "organization", committee,
                        "level", "UNIVERSITY",
                        "leads",
                                List.of(
                                        "PARTY_ORGANIZATION_DEPARTMENT",
                                        "PUBLICITY_AND_UNITED_FRONT_DEPARTMENT"),
                        "members", List.of("PARTY_COMMITTEE_OFFICE", "DISCIPLINE_COMMISSION")));
        for (String kind : List.of("GENERAL", "PUBLICITY", "SUPERVISION"))
            send(
                    stage,
                    "FormWorkingGroup",
                    kind,
                    Map.of(
                            "body",
                            world.id("working-group/" + kind),
                            "organization",
                            committee,
                            "campaignOffice",
                            world.id("campaign-office"),
                            "kind",
                            kind));
        String supervision = world.id("working-group/SUPERVISION");
        send(
                stage,
                "GrantFunction",
                "supervision",
                Map.of("body", supervision, "function", "SUPERVISE"));
        send(
                stage,
                "AppointToBody",
                "supervisor",
                Map.of(
                        "appointment",
                        world.id("seat/supervisor"),
                        "body",
                        supervision,
                        "seat",
                        "MEMBER",
                        "person",
                        DemoPeople.SUPERVISOR.subject()));
        return stage;
    }

    private Stage units() {
        Stage stage = new Stage("二级单位活动办公室 · campaign offices of units");
        for (Organization unit : world.secondTier()) {
            String body = world.id("campaign-office/" + unit.code());
            send(
                    stage.chain(),
                    "FormCampaignOffice",
                    unit.code(),
                    Map.of(
                            "body", body,
                            "organization", unit.id(),
                            "level", "UNIT",
                            "leads", List.of(),
                            "members", List.of()));
            send(
                    stage,
                    "GrantFunction",
                    unit.code(),
                    Map.of("body", body, "function", "IMPLEMENT"));
            send(
                    stage,
                    "AppointToBody",
                    unit.code(),
                    Map.of(
                            "appointment",
                            world.id("seat/" + unit.code()),
                            "body",
                            body,
                            "seat",
                            "MEMBER",
                            "person",
                            unit.secretary()));
        }
        return stage;
    }

    private void send(Stage stage, String name, String about, Map<String, ?> body) {
        stage.then(secretary, SERVICE, name, about, DAY, body);
    }
}
