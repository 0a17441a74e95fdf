package org.zhengyou.commendations;

import static org.zhengyou.kit.spec.University.appointed;
import static org.zhengyou.kit.spec.University.facts;
import static org.zhengyou.kit.spec.University.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.directory.CampaignId;
import org.zhengyou.commendations.directory.ForeignFacts.AttendanceRecorded;
import org.zhengyou.commendations.directory.ForeignFacts.CampaignLaunched;
import org.zhengyou.commendations.directory.ForeignFacts.CriteriaSchemePublished;
import org.zhengyou.commendations.directory.ForeignFacts.ReviewResultDetermined;
import org.zhengyou.commendations.directory.OrganizationId;
import org.zhengyou.commendations.nominations.CandidateId;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationEvent.StatementPresented;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.rounds.AwardCategory;
import org.zhengyou.commendations.rounds.RoundEvent.CommendationRoundOpened;
import org.zhengyou.commendations.rounds.RoundId;
import org.zhengyou.commendations.rounds.RoundKind;
import org.zhengyou.kit.authority.MemberFacts.PartyMemberRegistered;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.spec.DeciderScenario;

/** A small university in its campaign, with published criteria for organisations and members. */
public final class University {
    public static final OrganizationId COMMITTEE = new OrganizationId("committee");
    public static final OrganizationId COLLEGE = new OrganizationId("college");
    public static final OrganizationId BRANCH = new OrganizationId("branch-1");
    public static final OrganizationId OTHER_BRANCH = new OrganizationId("branch-2");
    public static final OrganizationId LIBRARY = new OrganizationId("library");
    public static final CampaignId CAMPAIGN = new CampaignId("campaign");
    public static final RoundId ROUND = new RoundId("round");
    public static final NominationId OF_ANN = new NominationId("nomination-ann");
    public static final LocalDate CONFER_BEFORE = LocalDate.parse("2011-07-01");

    /** A staff member of the first branch. */
    public static final CandidateId ANN = new CandidateId("ann");

    /** A member of the other branch. */
    public static final CandidateId CAI = new CandidateId("cai");

    /** Secretary of the library. */
    public static final String QIN = "qin";

    private static final List<Object> FACTS =
            Stream.concat(
                            facts().stream(),
                            Stream.of(
                                    appointed("a-7", LIBRARY.value(), QIN),
                                    new CampaignLaunched(CAMPAIGN.value()),
                                    new CriteriaSchemePublished("s-1", "ORGANIZATION"),
                                    new CriteriaSchemePublished("s-2", "STAFF"),
                                    new CriteriaSchemePublished("s-3", "STUDENT")))
                    .toList();

    private University() {}

    /** All of it known since the beginning of 2010. */
    public static <C, E, S> DeciderScenario<C, E, S> scenario(Decider<C, E, S> decider) {
        return DeciderScenario.of(CommendationsService.definition(), decider)
                .on("2010-01-01")
                .knowing(FACTS.toArray());
    }

    /** All of it. */
    static List<Object> known() {
        return FACTS;
    }

    /** The service that tells a fact of that kind. */
    static String sourceOf(Object fact) {
        return switch (fact) {
            case PartyMemberRegistered e -> "members";
            case CampaignLaunched e -> "activities";
            case AttendanceRecorded e -> "activities";
            case CriteriaSchemePublished e -> "evaluations";
            case ReviewResultDetermined e -> "evaluations";
            default -> "organizations";
        };
    }

    /** The id of the event that registered Ann. */
    public static String annsRegistration() {
        int index = FACTS.indexOf(staff(ANN.value(), BRANCH.value()));
        return "foreign-" + (index + 1);
    }

    /** The id of the first event that a test adds. */
    public static String firstEventOfTest(String source) {
        return eventOfTest(source, 1);
    }

    /** The id of the event that a test adds as its first, second, third... */
    public static String eventOfTest(String source, int nth) {
        return source + "-" + (FACTS.size() + nth);
    }

    /** The concentrated round, in which all three categories are commended. */
    public static CommendationRoundOpened opened() {
        return opened(ROUND, RoundKind.CONCENTRATED, null, CONFER_BEFORE);
    }

    /** A round; a special one is for organisations and members. */
    public static CommendationRoundOpened opened(
            RoundId round, RoundKind kind, @Nullable LocalDate conferFrom, LocalDate before) {
        return new CommendationRoundOpened(
                round,
                CAMPAIGN,
                kind,
                kind == RoundKind.CONCENTRATED
                        ? List.of(AwardCategory.values())
                        : List.of(
                                AwardCategory.ADVANCED_PRIMARY_ORGANIZATION,
                                AwardCategory.OUTSTANDING_MEMBER),
                LocalDate.parse("2010-06-01"),
                before.minusDays(1),
                conferFrom,
                before,
                "基层申报、总支陈述、民主推荐",
                null);
    }

    /** Ann is nominated as an outstanding member. */
    public static NominationFiled filed() {
        return filed(OF_ANN, AwardCategory.OUTSTANDING_MEMBER, ANN, BRANCH);
    }

    public static NominationFiled filed(
            NominationId nomination,
            AwardCategory category,
            CandidateId candidate,
            OrganizationId organization) {
        return new NominationFiled(
                nomination, ROUND, category, candidate, organization, COLLEGE, CONFER_BEFORE, "d1");
    }

    /** The college speaks for Ann. */
    public static StatementPresented presented() {
        return new StatementPresented(OF_ANN, ROUND, COLLEGE, "d2");
    }
}
