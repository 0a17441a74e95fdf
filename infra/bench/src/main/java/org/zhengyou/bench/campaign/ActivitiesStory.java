package org.zhengyou.bench.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignLaunched;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseDefined;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseOpened;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.campaign.DirectiveEvent.DirectiveRegistered;
import org.zhengyou.activities.campaign.DirectiveId;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.plans.PlanEvent.PlanAcknowledged;
import org.zhengyou.activities.plans.PlanEvent.PlanAdopted;
import org.zhengyou.activities.plans.PlanEvent.PlanConveyed;
import org.zhengyou.activities.plans.PlanId;
import org.zhengyou.activities.plans.PlanLevel;
import org.zhengyou.activities.themes.ActivityEvent.ActivityHeld;
import org.zhengyou.activities.themes.ActivityEvent.ActivityPlanned;
import org.zhengyou.activities.themes.ActivityId;
import org.zhengyou.activities.themes.AttendanceEvent.AttendanceRecorded;
import org.zhengyou.activities.themes.KnownForm;
import org.zhengyou.kit.decide.Given;

/** 活动 (S1-S63): launch, calendar, the cascade of plans, and every branch's activities. */
final class ActivitiesStory extends Story {
    /** Activities of a branch. */
    static final int PER_BRANCH = 15;

    private static final LocalDate LAUNCHED = LocalDate.of(2010, 6, 8);
    private static final LocalDate SECOND_PHASE = LocalDate.of(2010, 9, 1);
    private static final LocalDate THIRD_PHASE = LocalDate.of(2011, 1, 1);
    private static final int THIRD_FROM = 7;
    private static final int ROUND_DAYS = 20;
    private static final int SPREAD_DAYS = 5;

    private final CampaignId campaign;

    ActivitiesStory(University university, Consumer<Act> told) {
        super(university, told);
        campaign = new CampaignId(university.campaign());
    }

    @Override
    void tell() {
        launch();
        define(1, LAUNCHED, LocalDate.of(2010, 8, 31));
        define(2, SECOND_PHASE, LocalDate.of(2010, 12, 31));
        define(3, THIRD_PHASE, LocalDate.of(2011, 7, 31));
        open(1, LAUNCHED, start(LAUNCHED));
        plans();
        open(2, SECOND_PHASE, start(SECOND_PHASE));
        for (int round = 0; round < PER_BRANCH; round++) {
            if (round == THIRD_FROM) open(3, THIRD_PHASE, moment(round, 0, 0));
            plan(round);
            hold(round);
            attend(round);
        }
    }

    private void launch() {
        DirectiveId directive = new DirectiveId(university().id("directive", 0));
        Instant at = start(LAUNCHED);
        String digest = digest("directive", 0);
        say("S1 GUIDE", at, new DirectiveRegistered(directive, "川委办〔2010〕13号", "省委", "意见", digest));
        say(
                "S2 GUIDE",
                at,
                new CampaignLaunched(
                        campaign,
                        organization(university().committee()),
                        "创先争优活动实施方案",
                        LAUNCHED.minusDays(1),
                        digest("launch", 0),
                        List.of(directive)));
    }

    private void define(int phase, LocalDate from, LocalDate to) {
        String title = "第" + phase + "阶段";
        say("S46 GUIDE", start(LAUNCHED), new PhaseDefined(campaign, phase, title, from, to));
    }

    private void open(int phase, LocalDate day, Instant recordedAt) {
        sayLater("S46 GUIDE", start(day), recordedAt, new PhaseOpened(campaign, phase));
    }

    private void plans() {
        University u = university();
        LocalDate day = LAUNCHED.plusDays(1);
        PlanId top = adopt(start(day), u.committee(), PlanLevel.UNIVERSITY, null);
        for (int i = 0; i < u.generals(); i++)
            hear(top, spread(day, 10, i, u.generals()), u.general(i), PlanLevel.SECOND_TIER);
        for (int i = 0; i < u.branches(); i++) {
            PlanId above = planOf(u.above(i));
            hear(
                    above,
                    spread(day.plusDays(15), 30, i, u.branches()),
                    u.branch(i),
                    PlanLevel.BRANCH);
        }
    }

    private void hear(PlanId above, Instant at, String organization, PlanLevel level) {
        say("S52 GUIDE", at, new PlanConveyed(above, organization(organization)));
        say("S52 IMPLEMENT", at, new PlanAcknowledged(above, organization(organization)));
        adopt(at, organization, level, above);
    }

    private PlanId adopt(
            Instant at, String organization, PlanLevel level, @Nullable PlanId parent) {
        PlanId plan = planOf(organization);
        say(
                "S53 IMPLEMENT",
                at,
                new PlanAdopted(
                        plan,
                        campaign,
                        organization(organization),
                        level,
                        parent,
                        1,
                        null,
                        digest("plan", organization.hashCode())));
        return plan;
    }

    private PlanId planOf(String organization) {
        return new PlanId(university().id("plan " + organization, 0));
    }

    private void plan(int round) {
        for (int b = 0; b < university().branches(); b++) {
            KnownForm form = form(round, b);
            LocalDate day = ZonedDateTime.ofInstant(heldAt(round, b), Given.ZONE).toLocalDate();
            say(
                    "S57 IMPLEMENT",
                    moment(round, 0, b),
                    new ActivityPlanned(
                            activity(round, b),
                            campaign,
                            organization(university().branch(b)),
                            form.theme(),
                            form.code(),
                            form.labelZh() + "第" + (round + 1) + "次",
                            day));
        }
    }

    private void hold(int round) {
        for (int b = 0; b < university().branches(); b++) {
            KnownForm form = form(round, b);
            boolean lecture = form.equals(KnownForm.PARTY_LECTURE);
            say(
                    "S57 IMPLEMENT",
                    heldAt(round, b),
                    new ActivityHeld(
                            activity(round, b),
                            campaign,
                            organization(university().branch(b)),
                            form.theme(),
                            form.code(),
                            lecture ? new MemberId(university().secretary()) : null));
        }
    }

    private void attend(int round) {
        for (int b = 0; b < university().branches(); b++) {
            List<MemberId> all = university().stayed(b).map(MemberId::new).toList();
            int excused = Math.min(all.size(), round % 3);
            sayLater(
                    "S36 IMPLEMENT",
                    heldAt(round, b),
                    moment(round, 14, b),
                    new AttendanceRecorded(
                            activity(round, b),
                            organization(university().branch(b)),
                            organization(university().branch(b)),
                            form(round, b).theme(),
                            all.subList(excused, all.size()),
                            all.subList(0, excused)));
        }
    }

    private static KnownForm form(int round, int branch) {
        return KnownForm.ALL.get((round + branch) % KnownForm.ALL.size());
    }

    private ActivityId activity(int round, int branch) {
        return new ActivityId(university().id("activity", round, branch));
    }

    private Instant heldAt(int round, int branch) {
        return moment(round, 7, branch);
    }

    private Instant moment(int round, int day, int branch) {
        LocalDate first = SECOND_PHASE.plusDays((long) round * ROUND_DAYS + day);
        return spread(first, SPREAD_DAYS, branch, university().branches());
    }

    private static OrganizationId organization(String id) {
        return new OrganizationId(id);
    }
}
