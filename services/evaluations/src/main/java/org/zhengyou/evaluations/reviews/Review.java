package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import java.util.Set;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.cycles.ReviewCycle;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalClosed;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalOpened;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalTallyPublished;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyAttested;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyDiffered;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyEntered;
import org.zhengyou.evaluations.reviews.DutyReportCommand.FileDutyReport;
import org.zhengyou.evaluations.reviews.DutyReportEvent.CommentaryGiven;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportPresented;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDetermined;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDisclosed;
import org.zhengyou.evaluations.schemes.CriteriaScheme;
import org.zhengyou.kit.authority.Registers;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Tag;

/**
 * 年终述职考核 (S110-S115). One per subject and cycle: report, presentation, commentary, appraisal,
 * result, disclosure.
 */
public final class Review {
    private Review() {}

    /** Whether the subject has reported in a cycle. */
    static final Ground<Boolean> REPORT_ON =
            Ground.of("report-on", DutyReportFiled.class, false, (before, report) -> true);

    /** The rules about reviews; their state is the steps taken. */
    public static Decider<ReviewCommand, ReviewEvent, History<ReviewEvent>> decider() {
        return Decider.of("review", ReviewCommand.class, ReviewEvent.class)
                .about(ReviewCommand::review, ReviewEvent::review)
                .restsOn(ReviewCycle.GROUND, ReviewCommand::cycle)
                .restsOn(
                        CriteriaScheme.GROUND,
                        command -> command instanceof FileDutyReport c ? c.scheme() : null)
                .restsOnEach(
                        REPORT_ON,
                        command ->
                                command instanceof FileDutyReport c
                                        ? Set.of(reportOn(c.cycle(), c.subject()))
                                        : Set.of())
                .alsoTagged(Review::tags)
                .decides(History.none(), Review::decide, History::and)
                .concerning(Review::concern);
    }

    private static Concern concern(History<ReviewEvent> steps, ReviewEvent event) {
        DutyReportFiled filed =
                event instanceof DutyReportFiled first
                        ? first
                        : steps.last(DutyReportFiled.class).orElseThrow().event();
        return Concern.of(filed.organization(), clauses(event))
                .and(filed.subjectKind().person(filed.subject()));
    }

    private static String[] clauses(ReviewEvent event) {
        return switch (event) {
            case DutyReportFiled e -> new String[] {"S110", "S111", "S112"};
            case DutyReportPresented e -> new String[] {"S110"};
            case CommentaryGiven e -> new String[] {"S113"};
            case AppraisalOpened e -> new String[] {"S37", "S114"};
            case PaperTallyEntered e -> new String[] {"S114", "P-PAPER-TALLY"};
            case PaperTallyAttested e -> new String[] {"S114", "P-PAPER-TALLY"};
            case PaperTallyDiffered e -> new String[] {"S114", "P-PAPER-TALLY"};
            case AppraisalClosed e -> new String[] {"S114"};
            case AppraisalTallyPublished e -> new String[] {"S114"};
            case ReviewResultDetermined e -> new String[] {"S115"};
            case ReviewResultDisclosed e -> new String[] {"S115"};
        };
    }

    private static Set<Tag> tags(ReviewEvent event) {
        return event instanceof DutyReportFiled e
                ? Set.of(reportOn(e.cycle(), e.subject()), CriteriaScheme.USED.tag(e.scheme()))
                : Set.of();
    }

    /** The tag under which the report on this subject in this cycle is found. */
    static Tag reportOn(CycleId cycle, SubjectId subject) {
        return REPORT_ON.tag(cycle.value() + "/" + subject.value());
    }

    private static List<? extends ReviewEvent> decide(
            History<ReviewEvent> steps, ReviewCommand command, Given given) {
        return switch (command) {
            case DutyReportCommand c -> Presentation.decide(steps, c, given);
            case AppraisalCommand c -> Appraisal.decide(steps, c, given);
            case ReviewResultCommand c -> ReviewResult.decide(steps, c, given);
        };
    }

    /**
     * The duty report of the review that a command names.
     *
     * @throws org.zhengyou.kit.decide.Refusal STEP_OUT_OF_ORDER if none was filed by then,
     *     NOT_ON_RECORD if it was filed in another cycle
     */
    static DutyReportFiled report(
            History<ReviewEvent> steps, ReviewCommand c, Given given, String clause) {
        DutyReportFiled filed =
                steps.require(
                                DutyReportFiled.class,
                                given.effectiveAt(),
                                clause,
                                "the duty report is filed")
                        .event();
        if (!filed.cycle().equals(c.cycle()))
            throw refuse(NOT_ON_RECORD, clause, "the review does not belong to this cycle");
        return filed;
    }

    /** The organisation above the subject: a member's branch, or the parent of an organisation. */
    static String above(DutyReportFiled filed, Given given, String clause) {
        String organization = filed.organization().value();
        if (filed.subjectKind() == SubjectKind.MEMBER) return organization;
        return Registers.at(given, clause)
                .above(organization)
                .orElseThrow(
                        () -> refuse(STEP_OUT_OF_ORDER, clause, "it stands under no organisation"));
    }
}
