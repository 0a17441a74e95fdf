package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.authority.OfficeFunction.IMPLEMENT;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.AUDIENCE_REQUIRED;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.cycles.ReviewCycle;
import org.zhengyou.evaluations.reviews.DutyReportCommand.FileDutyReport;
import org.zhengyou.evaluations.reviews.DutyReportCommand.GiveCommentary;
import org.zhengyou.evaluations.reviews.DutyReportCommand.PresentDutyReport;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportPresented;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Once;

/** 述职 (S110, S111). Before whom a report is presented. */
final class Presentation {
    static final String REPORTED = "the duty report is presented";

    private Presentation() {}

    static List<? extends DutyReportEvent> decide(
            History<ReviewEvent> steps, DutyReportCommand command, Given given) {
        return switch (command) {
            case FileDutyReport c -> Filing.file(steps, c, given);
            case PresentDutyReport c -> present(steps, c, given);
            case GiveCommentary c -> Commenting.comment(steps, c, given);
        };
    }

    private static List<DutyReportPresented> present(
            History<ReviewEvent> steps, PresentDutyReport c, Given given) {
        DutyReportFiled filed = Review.report(steps, c, given, "S110");
        String clause = filed.subjectKind().clause();
        given.authority()
                .requireSelfOr(
                        filed.reporter().value(), IMPLEMENT, filed.organization().value(), clause);
        PresentationAudience audience = audience(c.audience(), filed, given, clause);
        var event = new DutyReportPresented(c.review(), audience);
        var known = steps.last(DutyReportPresented.class, event::equals);
        if (Once.of(known.orElse(null), event, given).or(clause, "this audience has heard it"))
            return List.of();
        given.on(ReviewCycle.GROUND).requireOpen(given.effectiveAt(), clause);
        return List.of(event);
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
}
