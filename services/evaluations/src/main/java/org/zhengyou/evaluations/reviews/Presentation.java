package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.authority.OfficeFunction.IMPLEMENT;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.AUDIENCE_REQUIRED;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.reviews.DutyReportCommand.FileDutyReport;
import org.zhengyou.evaluations.reviews.DutyReportCommand.GiveCommentary;
import org.zhengyou.evaluations.reviews.DutyReportCommand.PresentDutyReport;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportPresented;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Given;

/** 述职 (S110, S111). Before whom a report is presented. */
final class Presentation {
    static final String REPORTED = "the duty report is presented";

    private Presentation() {}

    static List<? extends DutyReportEvent> decide(
            Reviews state, DutyReportCommand command, Given given) {
        return switch (command) {
            case FileDutyReport c -> Filing.file(state, c, given);
            case PresentDutyReport c -> present(state, c, given);
            case GiveCommentary c -> Commenting.comment(state, c, given);
        };
    }

    private static List<DutyReportPresented> present(
            Reviews state, PresentDutyReport c, Given given) {
        DutyReportFiled filed = Review.report(state, c, given, "S110");
        String clause = filed.subjectKind().clause();
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
}
