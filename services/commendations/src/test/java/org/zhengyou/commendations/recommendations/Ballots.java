package org.zhengyou.commendations.recommendations;

import static org.zhengyou.commendations.University.BRANCH;
import static org.zhengyou.commendations.University.COLLEGE;
import static org.zhengyou.commendations.University.OF_ANN;
import static org.zhengyou.commendations.University.ROUND;
import static org.zhengyou.commendations.University.filed;
import static org.zhengyou.commendations.University.opened;
import static org.zhengyou.commendations.University.presented;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.WU;
import static org.zhengyou.kit.spec.University.crowd;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.University;
import org.zhengyou.commendations.directory.MemberId;
import org.zhengyou.commendations.nominations.CandidateId;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationEvent.StatementPresented;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.recommendations.RecommendationCommand.AttestRecommendationTally;
import org.zhengyou.commendations.recommendations.RecommendationCommand.CloseRecommendation;
import org.zhengyou.commendations.recommendations.RecommendationCommand.EnterRecommendationTally;
import org.zhengyou.commendations.recommendations.RecommendationCommand.OpenRecommendation;
import org.zhengyou.commendations.recommendations.RecommendationEvent.Figures;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationClosed;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationOpened;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyAttested;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyEntered;
import org.zhengyou.commendations.rounds.AwardCategory;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.spec.DeciderScenario;

/** The ballot of the college, from the statement on Ann to its count. */
final class Ballots {
    static final RecommendationId BALLOT = new RecommendationId("ballot");
    static final NominationId OF_HAN = new NominationId("nomination-han");
    static final Tally TALLY = new Tally(30, 5, 2);
    static final NominationFiled HAN_FILED =
            filed(OF_HAN, AwardCategory.OUTSTANDING_MEMBER, new CandidateId(HAN), BRANCH);
    static final StatementPresented HAN_PRESENTED =
            new StatementPresented(OF_HAN, ROUND, COLLEGE, "d3");
    static final OpenRecommendation OPEN =
            new OpenRecommendation(BALLOT, ROUND, COLLEGE, 40, "roll");
    static final RecommendationOpened OPENED =
            new RecommendationOpened(BALLOT, ROUND, COLLEGE, List.of(OF_ANN), 40, "roll");
    static final EnterRecommendationTally ENTER = enter(OF_ANN, TALLY);
    static final AttestRecommendationTally ATTEST = attest(TALLY, "scan");
    static final CloseRecommendation CLOSE = new CloseRecommendation(BALLOT, ROUND, COLLEGE);
    static final RecommendationClosed CLOSED =
            new RecommendationClosed(
                    BALLOT,
                    ROUND,
                    COLLEGE,
                    40,
                    "roll",
                    List.of(new Figures(OF_ANN, TALLY, "scan")));

    private Ballots() {}

    static DeciderScenario<RecommendationCommand, RecommendationEvent, ?> round() {
        return University.scenario(Recommendation.decider())
                .knowing(crowd(BRANCH.value(), 36)) // with ann, lin, bob and cai 40
                .on("2011-05-10")
                .given(opened())
                .on("2011-05-20");
    }

    static DeciderScenario<RecommendationCommand, RecommendationEvent, ?> spoken() {
        return round().given(filed(), presented());
    }

    static DeciderScenario<RecommendationCommand, RecommendationEvent, ?> ballot() {
        return spoken().given(OPENED);
    }

    static DeciderScenario<RecommendationCommand, RecommendationEvent, ?> counted() {
        return ballot().given(entered(HAN, TALLY), attested());
    }

    static EnterRecommendationTally enter(NominationId nomination, Tally tally) {
        return new EnterRecommendationTally(BALLOT, ROUND, COLLEGE, nomination, tally, "scan");
    }

    static AttestRecommendationTally attest(Tally tally, String scan) {
        return new AttestRecommendationTally(BALLOT, ROUND, COLLEGE, OF_ANN, tally, scan);
    }

    static RecommendationTallyEntered entered(String by, Tally tally) {
        String text =
                "%06d/%06d/%06d".formatted(tally.inFavour(), tally.against(), tally.abstain());
        return entered(by, null, Personal.of(by, text));
    }

    static RecommendationTallyEntered entered(
            String by, @Nullable Tally clear, @Nullable Personal sealed) {
        return new RecommendationTallyEntered(
                BALLOT, ROUND, COLLEGE, OF_ANN, new MemberId(by), clear, "scan", sealed);
    }

    static RecommendationTallyAttested attested() {
        return new RecommendationTallyAttested(
                BALLOT, ROUND, COLLEGE, OF_ANN, new MemberId(WU), "scan");
    }
}
