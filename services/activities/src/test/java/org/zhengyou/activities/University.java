package org.zhengyou.activities;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
import org.zhengyou.activities.directory.MemberFacts.PartyMemberRegistered;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.plans.PlanId;
import org.zhengyou.activities.themes.ActivityTheme;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.view.Reader;

/** A small university: a committee, a college with two branches, a direct branch, a few people. */
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

    /** Secretary of the committee. */
    public static final String GAO = "gao";

    /** Secretary of the college. */
    public static final String HAN = "han";

    /** Secretary of the first branch. */
    public static final String LIN = "lin";

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
                .knowing(organizations().toArray())
                .knowing(secretary("a-1", COMMITTEE, GAO))
                .knowing(secretary("a-2", COLLEGE, HAN))
                .knowing(secretary("a-3", BRANCH, LIN))
                .knowing(registered(ANN, BRANCH))
                .knowing(registered(BOB, BRANCH))
                .knowing(registered(CAI, OTHER_BRANCH))
                .knowing(registered(DAN, LIBRARY));
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

    public static List<OrganizationEstablished> organizations() {
        return List.of(
                organization(COMMITTEE, "PARTY_COMMITTEE", null),
                organization(COLLEGE, "GENERAL_BRANCH", COMMITTEE),
                organization(BRANCH, "BRANCH", COLLEGE),
                organization(OTHER_BRANCH, "BRANCH", COLLEGE),
                organization(LIBRARY, "DIRECT_BRANCH", COMMITTEE));
    }

    public static OrganizationEstablished organization(
            OrganizationId id, String type, @Nullable OrganizationId parent) {
        return new OrganizationEstablished(
                id.value(),
                type,
                null,
                parent == null ? null : parent.value(),
                "组织 " + id.value(),
                id.value());
    }

    public static OfficeAppointmentMade secretary(
            String appointment, OrganizationId organization, String person) {
        return new OfficeAppointmentMade(appointment, organization.value(), "SECRETARY", person);
    }

    public static PartyMemberRegistered registered(MemberId member, OrganizationId branch) {
        return new PartyMemberRegistered(member.value(), branch.value());
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

    /** A secretary of these organisations, and of nothing else. */
    public static Reader head(String person, OrganizationId... led) {
        Set<OrganizationId> over = Set.of(led);
        return new Reader() {
            @Override
            public String person() {
                return person;
            }

            @Override
            public boolean isAuditor() {
                return false;
            }

            @Override
            public boolean isAtCommittee() {
                return false;
            }

            @Override
            public boolean holds(OfficeFunction function, String organization) {
                return heads(organization);
            }

            @Override
            public boolean heads(String organization) {
                return over.contains(new OrganizationId(organization));
            }
        };
    }

    /** A reader of views who holds nothing but what is said here. */
    public static Reader reader(String person, OrganizationId... led) {
        Set<OrganizationId> over = Set.of(led);
        return new Reader() {
            @Override
            public String person() {
                return person;
            }

            @Override
            public boolean isAuditor() {
                return false;
            }

            @Override
            public boolean isAtCommittee() {
                return false;
            }

            @Override
            public boolean holds(OfficeFunction function, String organization) {
                return over.contains(new OrganizationId(organization));
            }
        };
    }
}
