package org.zhengyou.commendations.nominations;

import static org.zhengyou.commendations.University.ANN;
import static org.zhengyou.commendations.University.BRANCH;
import static org.zhengyou.commendations.University.CAI;
import static org.zhengyou.commendations.University.COLLEGE;
import static org.zhengyou.commendations.University.COMMITTEE;
import static org.zhengyou.commendations.University.CONFER_BEFORE;
import static org.zhengyou.commendations.University.LIBRARY;
import static org.zhengyou.commendations.University.OF_ANN;
import static org.zhengyou.commendations.University.QIN;
import static org.zhengyou.commendations.University.ROUND;
import static org.zhengyou.commendations.University.filed;
import static org.zhengyou.commendations.University.opened;
import static org.zhengyou.commendations.University.presented;
import static org.zhengyou.commendations.rounds.AwardCategory.ADVANCED_PRIMARY_ORGANIZATION;
import static org.zhengyou.commendations.rounds.AwardCategory.OUTSTANDING_MEMBER;
import static org.zhengyou.commendations.rounds.AwardCategory.OUTSTANDING_PARTY_AFFAIRS_WORKER;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.DUPLICATE_NOMINATION;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.commendations.University;
import org.zhengyou.commendations.directory.OrganizationId;
import org.zhengyou.commendations.nominations.NominationCommand.FileNomination;
import org.zhengyou.commendations.nominations.NominationCommand.PresentStatement;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationEvent.StatementPresented;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationOpened;
import org.zhengyou.commendations.recommendations.RecommendationId;
import org.zhengyou.commendations.rounds.AwardCategory;
import org.zhengyou.commendations.rounds.RoundId;
import org.zhengyou.commendations.rounds.RoundKind;
import org.zhengyou.kit.spec.DeciderScenario;

class NominationTest {
    private static final FileNomination FILE =
            file(OF_ANN, OUTSTANDING_MEMBER, ANN, BRANCH, COLLEGE);
    private static final PresentStatement PRESENT = new PresentStatement(OF_ANN, ROUND, "d2");
    private static final NominationId OTHER = new NominationId("other");

    @Test
    void a_primary_level_organisation_nominates_its_member() {
        round().by(LIN).when(FILE).thenEvents(filed());
        round().by(CAI.value()).when(FILE).thenRefused(ACTOR_LACKS_AUTHORITY);
        round().given(filed()).by(LIN).when(FILE).thenNothing();
        round().given(filed())
                .on("2011-05-21")
                .by(LIN)
                .when(FILE)
                .thenRefused(ALREADY_ON_RECORD, "S83", "since 2011-05-20");
        round().given(filed()).by(CAI.value()).when(FILE).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void nobody_above_files_in_the_place_of_a_primary_level_organisation() {
        for (String superior : List.of(HAN, GAO))
            round().by(superior)
                    .when(FILE)
                    .thenRefused(ACTOR_LACKS_AUTHORITY, "S83", "branch-1 itself");
    }

    @Test
    void an_organisation_nominates_itself() {
        CandidateId branch = new CandidateId(BRANCH.value());
        round().by(LIN)
                .when(file(OTHER, ADVANCED_PRIMARY_ORGANIZATION, branch, BRANCH, COLLEGE))
                .thenEvents(filed(OTHER, ADVANCED_PRIMARY_ORGANIZATION, branch, BRANCH));
        round().by(LIN)
                .when(file(OTHER, ADVANCED_PRIMARY_ORGANIZATION, ANN, BRANCH, COLLEGE))
                .thenRefused(OUT_OF_SCOPE);
        CandidateId committee = new CandidateId(COMMITTEE.value());
        round().by(GAO)
                .when(file(OTHER, ADVANCED_PRIMARY_ORGANIZATION, committee, COMMITTEE, COMMITTEE))
                .thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void its_general_branch_speaks_for_it_and_a_direct_branch_for_itself() {
        CandidateId library = new CandidateId(LIBRARY.value());
        round().by(LIN)
                .when(file(OF_ANN, OUTSTANDING_MEMBER, ANN, BRANCH, LIBRARY))
                .thenRefused(OUT_OF_SCOPE);
        round().by(QIN)
                .when(file(OTHER, ADVANCED_PRIMARY_ORGANIZATION, library, LIBRARY, COLLEGE))
                .thenRefused(OUT_OF_SCOPE);
        var ofLibrary =
                new NominationFiled(
                        OTHER,
                        ROUND,
                        ADVANCED_PRIMARY_ORGANIZATION,
                        library,
                        LIBRARY,
                        LIBRARY,
                        CONFER_BEFORE,
                        "d1");
        round().given(ofLibrary)
                .by(QIN)
                .when(new PresentStatement(OTHER, ROUND, "d2"))
                .thenEvents(new StatementPresented(OTHER, ROUND, LIBRARY, "d2"))
                .by(GAO)
                .when(new PresentStatement(OTHER, ROUND, "d2"))
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S83", "itself");
        CandidateId college = new CandidateId(COLLEGE.value());
        round().by(HAN)
                .when(file(OTHER, ADVANCED_PRIMARY_ORGANIZATION, college, COLLEGE, COLLEGE))
                .thenEvents(filed(OTHER, ADVANCED_PRIMARY_ORGANIZATION, college, COLLEGE));
    }

    @Test
    void a_candidate_belongs_to_the_organisation_on_that_date() {
        round().by(LIN)
                .when(file(OTHER, OUTSTANDING_MEMBER, CAI, BRANCH, COLLEGE))
                .thenRefused(OUT_OF_SCOPE, "S83", "belong");
        round().by(LIN)
                .when(file(OTHER, OUTSTANDING_MEMBER, new CandidateId("new"), BRANCH, COLLEGE))
                .thenRefused(RESULT_MISSING);
        round().by(GAO)
                .when(file(OTHER, OUTSTANDING_MEMBER, ANN, new OrganizationId("new"), COLLEGE))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void there_is_one_nomination_per_candidate_round_and_category() {
        round().given(filed())
                .by(LIN)
                .when(file(OTHER, OUTSTANDING_MEMBER, ANN, BRANCH, COLLEGE))
                .thenRefused(DUPLICATE_NOMINATION);
        round().given(filed())
                .by(LIN)
                .when(file(OF_ANN, OUTSTANDING_MEMBER, new CandidateId(HAN), BRANCH, COLLEGE))
                .thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void only_the_rounds_categories_are_nominated_for() {
        University.scenario(Nomination.decider())
                .on("2011-05-10")
                .given(opened(ROUND, RoundKind.SPECIAL, null, CONFER_BEFORE))
                .by(LIN)
                .when(file(OTHER, OUTSTANDING_PARTY_AFFAIRS_WORKER, ANN, BRANCH, COLLEGE))
                .thenRefused(OUT_OF_SCOPE, "S85", "OUTSTANDING_MEMBER");
    }

    @Test
    void a_round_is_open_from_its_opening_to_its_day() {
        University.scenario(Nomination.decider())
                .by(LIN)
                .on("2011-05-20")
                .when(FILE)
                .thenRefused(NOT_ON_RECORD);
        round().on("2011-05-09").by(LIN).when(FILE).thenRefused(STEP_OUT_OF_ORDER);
        round().on("2011-07-01").by(LIN).when(FILE).thenRefused(ROUND_CLOSED, "S69", "2011-07-01");
        round().given(filed()).on("2011-07-01").by(HAN).when(PRESENT).thenRefused(ROUND_CLOSED);
    }

    @Test
    void a_unit_nominates_no_more_once_its_ballot_is_open() {
        round().given(ballot())
                .by(LIN)
                .when(FILE)
                .thenRefused(ROUND_CLOSED, "S83", "recommendation");
    }

    @Test
    void the_general_branch_speaks_for_a_nomination() {
        round().given(filed()).by(HAN).when(PRESENT).thenEvents(presented());
        round().given(filed(), presented()).by(HAN).when(PRESENT).thenNothing();
        round().given(filed(), presented())
                .by(LIN)
                .when(PRESENT)
                .thenRefused(ACTOR_LACKS_AUTHORITY);
        round().given(filed()).by(LIN).when(PRESENT).thenRefused(ACTOR_LACKS_AUTHORITY);
        round().given(filed())
                .by(GAO)
                .when(PRESENT)
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S83", "itself");
        round().given(filed(), presented())
                .by(HAN)
                .when(new PresentStatement(OF_ANN, ROUND, "other"))
                .thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void no_statement_without_a_filed_nomination() {
        round().by(HAN).when(PRESENT).thenRefused(ACTOR_LACKS_AUTHORITY, "S83", "not on record");
        round().given(filed())
                .on("2011-05-19")
                .by(HAN)
                .when(PRESENT)
                .thenRefused(ACTOR_LACKS_AUTHORITY);
        round().given(filed())
                .by(HAN)
                .when(new PresentStatement(OF_ANN, new RoundId("other"), "d2"))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    private static DeciderScenario<NominationCommand, NominationEvent, ?> round() {
        return University.scenario(Nomination.decider())
                .on("2011-05-10")
                .given(opened())
                .on("2011-05-20");
    }

    private static RecommendationOpened ballot() {
        return new RecommendationOpened(
                new RecommendationId("ballot"), ROUND, COLLEGE, List.of(OTHER), 40, "roll");
    }

    private static FileNomination file(
            NominationId nomination,
            AwardCategory category,
            CandidateId candidate,
            OrganizationId organization,
            OrganizationId unit) {
        return new FileNomination(nomination, ROUND, category, candidate, organization, unit, "d1");
    }
}
