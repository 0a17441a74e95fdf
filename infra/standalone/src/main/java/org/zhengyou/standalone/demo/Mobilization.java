package org.zhengyou.standalone.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhengyou.standalone.client.PlatformClient.Paper;
import org.zhengyou.standalone.demo.World.Member;
import org.zhengyou.standalone.demo.World.Organization;

/** 动员部署、统一思想阶段 (S1-S3, S46-S55): June to August 2010. */
final class Mobilization {
    private static final String SERVICE = "activities";

    private final World world;
    private final String secretary;
    private final String campaign;

    Mobilization(World world, String secretary) {
        this.world = world;
        this.secretary = secretary;
        this.campaign = world.id("campaign");
    }

    List<Stage> stages() {
        return List.of(
                directives(), launch(), universityPlan(), conveyed(), secondTier(), branches());
    }

    private Stage directives() {
        Stage stage = new Stage("依据文件 · directives");
        directive(stage, "province", "川委办〔2010〕13号", "省委办公厅");
        directive(stage, "city", "内委办〔2010〕9号", "市委办公室");
        return stage;
    }

    private void directive(Stage stage, String name, String number, String issuer) {
        send(
                stage.chain(),
                "RegisterDirective",
                name,
                "2010-06-01",
                Map.of(
                        "directive",
                        world.id(name),
                        "number",
                        number,
                        "issuer",
                        issuer,
                        "titleZh",
                        "关于在基层党组织和党员中深入开展创先争优活动的实施意见",
                        "digest",
                        world.digest(name)));
    }

    private Stage launch() {
        Stage stage = new Stage("启动活动 · launch").chain();
        send(
                stage,
                "LaunchCampaign",
                "campaign",
                "2010-06-08",
                Map.of(
                        "campaign",
                        campaign,
                        "organization",
                        world.committee().id(),
                        "titleZh",
                        "关于在全校基层党组织和党员中深入开展创先争优活动的实施方案",
                        "decidedOn",
                        "2010-06-07",
                        "documentDigest",
                        world.digest("decision"),
                        "directives",
                        List.of(world.id("province"), world.id("city"))));
        phase(stage, 1, "动员部署、统一思想阶段", "2010-06-01", "2010-08-31");
        phase(stage, 2, "全面争创、扎实推进阶段", "2010-09-01", "2011-07-31");
        phase(stage, 3, "继续推进、提升水平阶段", "2011-08-01", "2012-05-31");
        phase(stage, 4, "完善提高、形成机制阶段", "2012-06-01", "");
        send(
                stage,
                "FixMilestoneDate",
                "anniversary",
                "2010-06-09",
                Map.of(
                        "campaign", campaign,
                        "milestone", "NINETIETH_ANNIVERSARY",
                        "on", "2011-07-01"));
        send(stage, "OpenPhase", "1", "2010-06-10", Map.of("campaign", campaign, "phase", 1));
        return stage;
    }

    private void phase(Stage stage, int phase, String title, String from, String to) {
        Map<String, Object> body = new HashMap<>();
        body.put("campaign", campaign);
        body.put("phase", phase);
        body.put("titleZh", title);
        body.put("from", from);
        if (!to.isEmpty()) body.put("to", to);
        send(stage, "DefinePhase", String.valueOf(phase), "2010-06-09", body);
    }

    private Stage universityPlan() {
        Stage stage = new Stage("学校方案与动员会 · university plan").chain();
        adopt(stage, world.committee(), "UNIVERSITY", "", "2010-06-10");
        List<String> secretaries = world.units().stream().map(Organization::secretary).toList();
        meet(stage, world.committee(), secretaries, "2010-06-12");
        return stage;
    }

    private Stage conveyed() {
        Stage stage = new Stage("传达与签收 · plan conveyed");
        for (Organization unit : world.secondTier()) {
            Map<String, String> body =
                    Map.of(
                            "plan", plan(world.committee()),
                            "campaign", campaign,
                            "organization", unit.id());
            send(stage.chain(), "ConveyPlan", unit.code(), "2010-06-15", body);
            // A receipt is the receiver's, who signs it.
            Paper receipt = new Paper(unit.secretary(), world.digest("receipt/" + unit.code()));
            stage.then(
                    secretary,
                    receipt,
                    SERVICE,
                    "AcknowledgePlan",
                    unit.code(),
                    "2010-06-17",
                    body);
        }
        return stage;
    }

    private Stage secondTier() {
        Stage stage = new Stage("二级党组织方案 · second-tier plans");
        for (Organization unit : world.secondTier()) {
            adopt(stage.chain(), unit, "SECOND_TIER", plan(world.committee()), "2010-06-25");
            meet(stage, unit, ids(unit.members()), "2010-06-28");
            if (!unit.isGeneralBranch()) assign(stage, unit);
        }
        return stage;
    }

    private Stage branches() {
        Stage stage = new Stage("党支部方案 · branch plans");
        Map<String, Organization> above = new HashMap<>();
        world.secondTier().forEach(unit -> above.put(unit.id(), unit));
        for (Organization branch : world.branches()) {
            Organization parent = above.get(branch.parent());
            if (parent == null) throw new IllegalStateException("no parent of " + branch.code());
            adopt(stage.chain(), branch, "BRANCH", plan(parent), "2010-07-05");
            meet(stage, branch, ids(branch.members()), "2010-07-08");
            assign(stage, branch);
        }
        return stage;
    }

    private void adopt(
            Stage stage, Organization unit, String level, String parentPlan, String day) {
        Map<String, Object> body = new HashMap<>();
        body.put("plan", plan(unit));
        body.put("campaign", campaign);
        body.put("organization", unit.id());
        body.put("level", level);
        if (!parentPlan.isEmpty()) body.put("parentPlan", parentPlan);
        body.put("documentDigest", world.digest("plan/" + unit.code()));
        send(stage, "AdoptPlan", unit.code(), day, body);
    }

    private void meet(Stage stage, Organization unit, List<String> present, String day) {
        send(
                stage,
                "HoldMobilizationMeeting",
                unit.code(),
                day,
                Map.of(
                        "meeting", world.id("meeting/" + unit.code()),
                        "campaign", campaign,
                        "plan", plan(unit),
                        "organization", unit.id(),
                        "present", present));
    }

    private void assign(Stage stage, Organization branch) {
        send(
                stage,
                "AssignPlanTask",
                branch.code(),
                "2010-07-10",
                Map.of(
                        "plan",
                        plan(branch),
                        "campaign",
                        campaign,
                        "taskZh",
                        "按照本支部方案开展党员示范行动",
                        "members",
                        ids(branch.members())));
    }

    private String plan(Organization unit) {
        return world.id("plan/" + unit.code());
    }

    private static List<String> ids(List<Member> members) {
        List<String> ids = new ArrayList<>();
        members.forEach(member -> ids.add(member.id()));
        return ids;
    }

    private void send(Stage stage, String name, String about, String day, Map<String, ?> body) {
        stage.then(secretary, SERVICE, name, about, day, body);
    }
}
