package org.zhengyou.activities;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.campaign.CampaignEvent;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignClosed;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignLaunched;
import org.zhengyou.activities.campaign.CampaignEvent.MilestoneDateFixed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseClosed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseDefined;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseExceptionGranted;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseOpened;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.campaign.DirectiveEvent;
import org.zhengyou.activities.campaign.DirectiveEvent.DirectiveRegistered;
import org.zhengyou.activities.campaign.DirectiveId;
import org.zhengyou.activities.campaign.ExceptionId;
import org.zhengyou.activities.campaign.GatedAct;
import org.zhengyou.activities.campaign.Milestone;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.plans.MeetingEvent;
import org.zhengyou.activities.plans.MeetingEvent.MobilizationMeetingHeld;
import org.zhengyou.activities.plans.MeetingId;
import org.zhengyou.activities.plans.PlanEvent;
import org.zhengyou.activities.plans.PlanEvent.PlanAcknowledged;
import org.zhengyou.activities.plans.PlanEvent.PlanAdopted;
import org.zhengyou.activities.plans.PlanEvent.PlanConveyed;
import org.zhengyou.activities.plans.PlanEvent.PlanTaskAssigned;
import org.zhengyou.activities.plans.PlanId;
import org.zhengyou.activities.plans.PlanLevel;
import org.zhengyou.activities.projects.MemberProjectCommand.Outcome;
import org.zhengyou.activities.projects.MemberProjectEvent;
import org.zhengyou.activities.projects.MemberProjectEvent.MemberProjectConcluded;
import org.zhengyou.activities.projects.MemberProjectEvent.MemberProjectStarted;
import org.zhengyou.activities.projects.ProjectId;
import org.zhengyou.activities.projects.Undertaking;
import org.zhengyou.activities.themes.ActivityEvent;
import org.zhengyou.activities.themes.ActivityEvent.ActivityHeld;
import org.zhengyou.activities.themes.ActivityEvent.ActivityPlanned;
import org.zhengyou.activities.themes.ActivityId;
import org.zhengyou.activities.themes.ActivityTheme;
import org.zhengyou.activities.themes.AttendanceEvent;
import org.zhengyou.activities.themes.AttendanceEvent.AttendanceAnnulled;
import org.zhengyou.activities.themes.AttendanceEvent.AttendanceRecorded;
import org.zhengyou.kit.adoption.PolicyEvent;
import org.zhengyou.kit.adoption.PolicyEvent.PolicyAdopted;
import org.zhengyou.kit.attestation.ActId;
import org.zhengyou.kit.attestation.AttestationEvent;
import org.zhengyou.kit.attestation.AttestationEvent.ActAttested;
import org.zhengyou.kit.attestation.Lateness;
import org.zhengyou.kit.spec.ApprovedSamples;

/** The stored shapes of this service's events are frozen. */
class EventCatalogTest {
    private static final CampaignId CAMPAIGN = new CampaignId("campaign-1");
    private static final DirectiveId DIRECTIVE = new DirectiveId("directive-1");
    private static final ActivityId ACTIVITY = new ActivityId("activity-1");
    private static final PlanId UNIVERSITY_PLAN = new PlanId("plan-university");
    private static final PlanId PLAN = new PlanId("plan-1");
    private static final OrganizationId COMMITTEE = new OrganizationId("committee");
    private static final OrganizationId COLLEGE = new OrganizationId("college");
    private static final OrganizationId BRANCH = new OrganizationId("branch-1");
    private static final MemberId ANN = new MemberId("ann");
    private static final MemberId BOB = new MemberId("bob");
    private static final ProjectId PROJECT = new ProjectId("project-1");
    private static final Undertaking UNDERTAKING =
            new Undertaking(
                    Undertaking.Kind.TACKLING,
                    "党员攻关项目",
                    "完成实验室改造",
                    ANN,
                    List.of(BOB),
                    LocalDate.parse("2011-07-25"),
                    LocalDate.parse("2011-12-31"));
    private static final ActivityTheme THEME = ActivityTheme.PARTY_SPIRIT_EDUCATION;

    @Test
    void every_event_has_the_stored_shape_that_was_approved() {
        ApprovedSamples.match(
                "activities",
                samples(),
                DirectiveEvent.class,
                CampaignEvent.class,
                PlanEvent.class,
                MeetingEvent.class,
                ActivityEvent.class,
                AttendanceEvent.class,
                MemberProjectEvent.class,
                PolicyEvent.class,
                AttestationEvent.class);
    }

    private static List<Object> samples() {
        return List.of(
                new DirectiveRegistered(
                        DIRECTIVE, "川委办〔2010〕13号", "中共四川省委办公厅", "实施意见", "0a1b2c3d4e5f"),
                new CampaignLaunched(
                        CAMPAIGN,
                        COMMITTEE,
                        "创先争优活动",
                        LocalDate.parse("2010-06-01"),
                        "1b2c3d4e5f60",
                        List.of(DIRECTIVE)),
                new PhaseDefined(
                        CAMPAIGN,
                        1,
                        "动员部署、统一思想",
                        LocalDate.parse("2010-06-01"),
                        LocalDate.parse("2010-08-31")),
                new PhaseOpened(CAMPAIGN, 1),
                new PhaseClosed(CAMPAIGN, 1),
                new MilestoneDateFixed(
                        CAMPAIGN, Milestone.EIGHTEENTH_CONGRESS, LocalDate.parse("2012-11-08")),
                new PhaseExceptionGranted(
                        CAMPAIGN,
                        new ExceptionId("exception-1"),
                        GatedAct.ADOPT_PLAN,
                        COLLEGE,
                        LocalDate.parse("2010-09-30"),
                        "换届期间未能召开党员大会"),
                new CampaignClosed(CAMPAIGN),
                new PlanAdopted(
                        PLAN,
                        CAMPAIGN,
                        COLLEGE,
                        PlanLevel.SECOND_TIER,
                        UNIVERSITY_PLAN,
                        2,
                        new PlanId("plan-0"),
                        "2c3d4e5f6071"),
                new PlanConveyed(UNIVERSITY_PLAN, COLLEGE),
                new PlanAcknowledged(UNIVERSITY_PLAN, COLLEGE),
                new PlanTaskAssigned(PLAN, BRANCH, "每月参加一次志愿服务", List.of(ANN, BOB)),
                new MobilizationMeetingHeld(
                        new MeetingId("meeting-1"), PLAN, COLLEGE, List.of(ANN, BOB)),
                new ActivityPlanned(
                        ACTIVITY,
                        CAMPAIGN,
                        BRANCH,
                        THEME,
                        "PARTY_LECTURE",
                        "学习党章专题党课",
                        LocalDate.parse("2010-09-20")),
                new ActivityHeld(ACTIVITY, CAMPAIGN, BRANCH, THEME, "PARTY_LECTURE", ANN),
                new AttendanceRecorded(ACTIVITY, BRANCH, BRANCH, THEME, List.of(ANN), List.of(BOB)),
                new AttendanceAnnulled(ACTIVITY, BRANCH, List.of(ANN), "登记有误"),
                new MemberProjectStarted(PROJECT, CAMPAIGN, BRANCH, UNDERTAKING),
                new MemberProjectConcluded(
                        PROJECT,
                        CAMPAIGN,
                        BRANCH,
                        UNDERTAKING,
                        Outcome.ACHIEVED,
                        "实验室改造按期完成",
                        "3d4e5f607182"),
                new PolicyAdopted(Lateness.POLICY.id(), 1, "60", "5f6071829304"),
                new ActAttested(new ActId("activities-000000000123")));
    }
}
