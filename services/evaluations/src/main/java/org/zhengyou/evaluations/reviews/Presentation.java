package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.authority.OfficeFunction.IMPLEMENT;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.AUDIENCE_REQUIRED;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.Registers;
import org.zhengyou.evaluations.reviews.DutyReportCommand.FileDutyReport;
import org.zhengyou.evaluations.reviews.DutyReportCommand.GiveCommentary;
import org.zhengyou.evaluations.reviews.DutyReportCommand.PresentDutyReport;
import org.zhengyou.evaluations.reviews.DutyReportEvent.CommentaryGiven;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportPresented;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.personal.Personal;

/** 述职、点评 (S110, S111, S113). Before whom a report is presented, and who comments on it. */
final class Presentation {
    static final String REPORTED = "the duty report is presented";
    private static final String COMMENTARY = "S113";

    private Presentation() {}

    static List<? extends DutyReportEvent> decide(
            Reviews state, DutyReportCommand command, Given given) {
        return switch (command) {
            case FileDutyReport c -> Filing.file(state, c, given);
            case PresentDutyReport c -> present(state, c, given);
            case GiveCommentary c -> comment(state, c, given);
        };
    }

    private static List<DutyReportPresented> present(
            Reviews state, PresentDutyReport c, Given given) {
        DutyReportFiled filed = Review.report(state, c, given, "S110");
        String clause = filed.subjectKind() == SubjectKind.ORGANIZATION ? "S110" : "S111";
        Set<PresentationAudience> heard = heard(state, c.review());
        if (c.audience() != null && heard.contains(c.audience())) return List.of();
        given.authority()
                .requireSelfOr(
                        filed.reporter().value(), IMPLEMENT, filed.organization().value(), clause);
        state.cycles().requireOpen(c.cycle(), given.effectiveAt(), clause);
        return List.of(
                new DutyReportPresented(c.review(), audience(c.audience(), filed, given, clause)));
    }

    private static PresentationAudience audience(
            @Nullable PresentationAudience said,
            DutyReportFiled filed,
            Given given,
            String clause) {
        Set<PresentationAudience> audiences = audiences(filed, given);
        if (said == null || !audiences.contains(said))
            throw refuse(AUDIENCE_REQUIRED, clause, "this report is presented before " + audiences);
        return said;
    }

    /** Before whom a report has to be presented; both, if it discharges both roles (Q9). */
    static Set<PresentationAudience> audiences(DutyReportFiled filed, Given given) {
        boolean secondTier =
                filed.subjectKind() == SubjectKind.ORGANIZATION
                        && given.look(OrganizationDirectory.class, filed.subject().value())
                                .isSecondTier();
        Set<PresentationAudience> audiences = new HashSet<>();
        if (secondTier) audiences.add(PresentationAudience.COMMITTEE_AND_DELEGATES);
        if (!secondTier || filed.alsoAsMember())
            audiences.add(PresentationAudience.ORGANIZATION_AND_MASSES);
        return audiences;
    }

    private static Set<PresentationAudience> heard(Reviews state, ReviewId review) {
        Set<PresentationAudience> heard = new HashSet<>();
        state.of(review)
                .all(DutyReportPresented.class)
                .forEach(step -> heard.add(step.event().audience()));
        return heard;
    }

    private static List<CommentaryGiven> comment(Reviews state, GiveCommentary c, Given given) {
        DutyReportFiled filed = Review.report(state, c, given, COMMENTARY);
        state.of(c.review())
                .require(DutyReportPresented.class, given.effectiveAt(), COMMENTARY, REPORTED);
        MemberId by = new MemberId(given.actor().person());
        if (by.equals(filed.reporter()))
            throw refuse(CONFLICT_OF_INTEREST, COMMENTARY, "nobody comments on their own report");
        CommentaryGiven now =
                new CommentaryGiven(
                        c.review(), by, Personal.of(filed.reporter().value(), c.text()));
        Optional<CommentaryGiven> before = by(state, c.review(), by);
        if (before.isPresent() && before.get().equals(now)) return List.of();
        requireLeader(filed, given);
        state.cycles().requireOpen(c.cycle(), given.effectiveAt(), COMMENTARY);
        if (before.isPresent())
            throw refuse(ALREADY_ON_RECORD, COMMENTARY, "this leader has commented already");
        return List.of(now);
    }

    private static Optional<CommentaryGiven> by(Reviews state, ReviewId review, MemberId leader) {
        return state.of(review)
                .all(CommentaryGiven.class)
                .map(Reviews.Step::event)
                .filter(e -> e.by().equals(leader))
                .findFirst();
    }

    // A function granted to an office is not enough: leaders comment, not their staff.
    private static void requireLeader(DutyReportFiled filed, Given given) {
        String above = Review.above(filed, given, COMMENTARY);
        given.authority().require(APPRAISE, above, COMMENTARY);
        String actor = given.actor().person();
        boolean isLeader =
                given.authority().wasAtCommittee(actor)
                        || new Registers(given, given.effectiveAt(), COMMENTARY)
                                .headsLineOf(actor, above);
        if (!isLeader)
            throw refuse(
                    ACTOR_LACKS_AUTHORITY,
                    COMMENTARY,
                    "secretaries hear university Party leaders, members the head of their organisation");
    }
}
