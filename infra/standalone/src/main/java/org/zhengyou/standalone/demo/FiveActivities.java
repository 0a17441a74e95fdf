package org.zhengyou.standalone.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhengyou.standalone.demo.World.Member;
import org.zhengyou.standalone.demo.World.Organization;

/** 全面争创、扎实推进阶段 (S48, S57-S62): the five activities, September 2010 to May 2011. */
final class FiveActivities {
    private static final String SERVICE = "activities";
    private static final LocalDate FIRST = LocalDate.of(2010, 9, 13);
    private static final int DAYS_PER_THEME = 50;

    private record Theme(String code, String form, String title) {}

    private static final List<Theme> THEMES =
            List.of(
                    new Theme("PARTY_SPIRIT_EDUCATION", "重温入党誓词", "党性教育：重温入党誓词"),
                    new Theme("POST_DEDICATION", "工作研讨", "岗位奉献：本职岗位工作研讨"),
                    new Theme("SERVING_TEACHERS_AND_STUDENTS", "志愿服务", "服务师生：志愿服务"),
                    new Theme("BADGE_OF_EXAMPLE", "党员先锋岗", "亮牌示范：党员先锋岗授牌"),
                    new Theme("ORGANIZATIONAL_INNOVATION", "制度建设", "组织创新：支部制度建设"));

    private final World world;
    private final String secretary;
    private final String campaign;

    FiveActivities(World world, String secretary) {
        this.world = world;
        this.secretary = secretary;
        this.campaign = world.id("campaign");
    }

    List<Stage> stages() {
        return List.of(secondPhase(), activities());
    }

    private Stage secondPhase() {
        Stage stage = new Stage("第二阶段 · second phase").chain();
        send(stage, "ClosePhase", "1", "2010-08-31", Map.of("campaign", campaign, "phase", 1));
        send(stage, "OpenPhase", "2", "2010-09-01", Map.of("campaign", campaign, "phase", 2));
        meetLate(stage, world.withMembers().getFirst());
        return stage;
    }

    /** 阶段例外: who could not come to the mobilisation meeting meets after phase 1. */
    private void meetLate(Stage stage, Organization unit) {
        send(
                stage,
                "GrantPhaseException",
                unit.code(),
                "2010-09-03",
                Map.of(
                        "exception",
                        world.id("exception/" + unit.code()),
                        "campaign",
                        campaign,
                        "act",
                        "HOLD_MOBILIZATION_MEETING",
                        "organization",
                        unit.id(),
                        "until",
                        "2010-09-15",
                        "reason",
                        "外出实习的党员返校后补开动员会"));
        send(
                stage,
                "HoldMobilizationMeeting",
                unit.code() + "/late",
                "2010-09-08",
                Map.of(
                        "meeting", world.id("meeting/" + unit.code() + "/late"),
                        "campaign", campaign,
                        "plan", world.id("plan/" + unit.code()),
                        "organization", unit.id(),
                        "present", List.of(unit.members().getFirst().id())));
    }

    private Stage activities() {
        Stage stage = new Stage("五项活动 · the five activities");
        for (Organization unit : world.units()) {
            stage.chain();
            for (int i = 0; i < THEMES.size(); i++) hold(stage, unit, THEMES.get(i), i);
            if (unit.isGeneralBranch() && !unit.members().isEmpty()) project(stage, unit);
        }
        return stage;
    }

    private void hold(Stage stage, Organization unit, Theme theme, int nth) {
        String about = unit.code() + "/" + theme.code();
        String activity = world.id("activity/" + about);
        LocalDate day =
                FIRST.plusDays((long) nth * DAYS_PER_THEME + world.pick(about, DAYS_PER_THEME - 8));
        send(
                stage,
                "PlanActivity",
                about,
                day.minusDays(7).toString(),
                Map.of(
                        "activity", activity,
                        "campaign", campaign,
                        "organization", unit.id(),
                        "theme", theme.code(),
                        "form", theme.form(),
                        "titleZh", theme.title(),
                        "plannedFor", day.toString()));
        send(
                stage,
                "HoldActivity",
                about,
                day.toString(),
                Map.of("activity", activity, "campaign", campaign));
        if (!unit.isGeneralBranch()) attend(stage, unit, theme, about, activity, day);
    }

    private void attend(
            Stage stage,
            Organization unit,
            Theme theme,
            String about,
            String activity,
            LocalDate day) {
        List<String> present = new ArrayList<>();
        List<String> excused = new ArrayList<>();
        for (Member member : unit.members())
            (world.pick(about + member.number(), 20) == 0 ? excused : present).add(member.id());
        Map<String, Object> body = new HashMap<>();
        body.put("activity", activity);
        body.put("branch", unit.id());
        body.put("present", present);
        body.put("excused", excused);
        send(stage, "RecordAttendance", about, day.toString(), body);
        if (unit.equals(world.withMembers().getFirst()) && theme.equals(THEMES.getFirst()))
            correct(stage, unit, about, activity, day);
    }

    /** 撤销: what was taken down of one of them by mistake is annulled and recorded anew. */
    private void correct(
            Stage stage, Organization unit, String about, String activity, LocalDate day) {
        String member = unit.members().getFirst().id();
        send(
                stage,
                "AnnulAttendance",
                about,
                day.plusDays(2).toString(),
                Map.of(
                        "activity",
                        activity,
                        "branch",
                        unit.id(),
                        "members",
                        List.of(member),
                        "reason",
                        "签到册核对有误，重新登记"));
        send(
                stage,
                "RecordAttendance",
                about + "/again",
                day.plusDays(2).toString(),
                Map.of(
                        "activity", activity,
                        "branch", unit.id(),
                        "present", List.of(member),
                        "excused", List.of()));
    }

    /** 党员项目 (S60): one of each general branch, from the winter to the spring. */
    private void project(Stage stage, Organization unit) {
        String project = world.id("project/" + unit.code());
        Map<String, ?> undertaking =
                Map.of(
                        "kind", "TACKLING",
                        "titleZh", "岗位奉献：党员攻关项目",
                        "goalZh", "解决本单位一项师生关心的实际问题",
                        "lead", unit.members().getFirst().id(),
                        "participants", List.of(),
                        "from", "2010-11-01",
                        "to", "2011-04-30");
        send(
                stage,
                "StartMemberProject",
                unit.code(),
                "2010-11-01",
                Map.of(
                        "project", project,
                        "campaign", campaign,
                        "organization", unit.id(),
                        "undertaking", undertaking));
        send(
                stage,
                "ConcludeMemberProject",
                unit.code(),
                "2011-04-30",
                Map.of(
                        "project",
                        project,
                        "outcome",
                        "ACHIEVED",
                        "resultZh",
                        "问题已经解决，结果已向师生公布",
                        "evidenceDigest",
                        "sha256:" + "0".repeat(64)));
    }

    private void send(Stage stage, String name, String about, String day, Map<String, ?> body) {
        stage.then(secretary, SERVICE, name, about, day, body);
    }
}
