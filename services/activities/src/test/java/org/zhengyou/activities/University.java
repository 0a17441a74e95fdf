package org.zhengyou.activities;

import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.appointed;
import static org.zhengyou.kit.spec.University.established;
import static org.zhengyou.kit.spec.University.facts;
import static org.zhengyou.kit.spec.University.head;
import static org.zhengyou.kit.spec.University.staff;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignLaunched;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseDefined;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseExceptionGranted;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseOpened;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.campaign.DirectiveEvent.DirectiveRegistered;
import org.zhengyou.activities.campaign.DirectiveId;
import org.zhengyou.activities.campaign.ExceptionId;
import org.zhengyou.activities.campaign.GatedAct;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.plans.PlanId;
import org.zhengyou.activities.themes.ActivityTheme;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.MemberFacts.PartyMemberRegistered;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.view.Reader;

/** The small university of the kit, with the ids of this service, and its campaign. */
public final class University {
    public static final OrganizationId COMMITTEE = new OrganizationId("committee");
    public static final OrganizationId COLLEGE = new OrganizationId("college");
    public static final OrganizationId BRANCH = new OrganizationId("branch-1");
    public static final OrganizationId OTHER_BRANCH = new OrganizationId("branch-2");
    public static final OrganizationId LIBRARY = new OrganizationId("library");
    public static final MemberId ANN = new MemberId("ann");
    public static final MemberId BOB = new MemberId("bob");
    public static final MemberId CAI = new MemberId("cai");
    public static final MemberId DAN = new MemberId("dan");
    public static final CampaignId CAMPAIGN = new CampaignId("campaign");
    public static final DirectiveId PROVINCE = new DirectiveId("province");
    public static final PlanId UNIVERSITY_PLAN = new PlanId("plan-university");
    public static final PlanId COLLEGE_PLAN = new PlanId("plan-college");
    public static final PlanId BRANCH_PLAN = new PlanId("plan-branch");
    public static final ActivityTheme EDUCATION = ActivityTheme.PARTY_SPIRIT_EDUCATION;

    /** The exception of {@link #exception}. */
    public static final ExceptionId EXCEPTION = new ExceptionId("exception");

    public static final String REASON = "换届期间未能召开党员大会";

    private University() {}

    public static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    public static <C, E, S> DeciderScenario<C, E, S> scenario(Decider<C, E, S> decider) {
        return DeciderScenario.of(ActivitiesService.definition(), decider)
                .on("2010-01-01")
                .knowing(facts().toArray());
    }

    /** With the campaign launched, its phases defined and phase 1 open. */
    public static <C, E, S> DeciderScenario<C, E, S> campaign(Decider<C, E, S> decider) {
        return scenario(decider)
                .by(GAO)
                .on("2010-06-01")
                .given(launched())
                .given(phases())
                .given(new PhaseOpened(CAMPAIGN, 1));
    }

    public static OrganizationEstablished organization(
            OrganizationId id, String type, @Nullable OrganizationId parent) {
        return established(id.value(), type, parent == null ? null : parent.value());
    }

    public static OfficeAppointmentMade secretary(
            String appointment, OrganizationId organization, String person) {
        return appointed(appointment, organization.value(), person);
    }

    public static PartyMemberRegistered registered(MemberId member, OrganizationId branch) {
        return staff(member.value(), branch.value());
    }

    public static DirectiveRegistered directive() {
        return new DirectiveRegistered(PROVINCE, "川委办〔2010〕13号", "省委", "实施意见", "d1");
    }

    public static CampaignLaunched launched() {
        return new CampaignLaunched(
                CAMPAIGN, COMMITTEE, "创先争优活动", day("2010-05-31"), "d2", List.of(PROVINCE));
    }

    public static Object[] phases() {
        return new Object[] {
            phase(1, "2010-06-01", "2010-08-31"),
            phase(2, "2010-09-01", "2011-07-31"),
            phase(3, "2011-08-01", "2012-05-31"),
            phase(4, "2012-06-01", null)
        };
    }

    public static PhaseDefined phase(int number, String from, @Nullable String to) {
        return new PhaseDefined(
                CAMPAIGN, number, "阶段 " + number, day(from), to == null ? null : day(to));
    }

    /** That this organisation may still do this. */
    public static PhaseExceptionGranted exception(
            GatedAct act, OrganizationId organization, String until) {
        return new PhaseExceptionGranted(
                CAMPAIGN, EXCEPTION, act, organization, day(until), REASON);
    }

    /** A reader of views who holds nothing but what is said here. */
    public static Reader reader(String person, OrganizationId... led) {
        return head(person, led);
    }
}
