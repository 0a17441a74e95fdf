package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.cycles.ReviewCycle;
import org.zhengyou.evaluations.directory.Registers;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalClosed;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalOpened;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalTallyPublished;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyAttested;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyEntered;
import org.zhengyou.evaluations.reviews.DutyReportCommand.FileDutyReport;
import org.zhengyou.evaluations.reviews.DutyReportEvent.CommentaryGiven;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportPresented;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDetermined;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDisclosed;
import org.zhengyou.evaluations.schemes.CriteriaScheme;
import org.zhengyou.evaluations.schemes.EvaluationFact;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Tag;

/**
 * 年终述职考核 (S110-S115). One per subject and cycle: report, presentation, commentary, appraisal,
 * result, disclosure.
 */
public final class Review {
    private Review() {}

    /** The rules about reviews. */
    public static Decider<ReviewCommand, ReviewEvent, ?> decider() {
        return Decider.of("review", ReviewCommand.class, ReviewEvent.class)
                .about(ReviewCommand::review, ReviewEvent::review)
                .alsoDependsOn(Review::boundary)
                .alsoTagged(Review::tags)
                .sees(EvaluationFact.class)
                .decidesOverTime(Reviews.NONE, Review::decide, Reviews::after)
                .concerning(Review::concern);
    }

    private static Concern concern(Reviews state, ReviewEvent event) {
        DutyReportFiled filed =
                event instanceof DutyReportFiled first
                        ? first
                        : state.of(event.review()).last(DutyReportFiled.class).orElseThrow();
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
            case AppraisalClosed e -> new String[] {"S114"};
            case AppraisalTallyPublished e -> new String[] {"S114"};
            case ReviewResultDetermined e -> new String[] {"S115"};
            case ReviewResultDisclosed e -> new String[] {"S115"};
        };
    }

    private static Set<Tag> boundary(ReviewCommand command) {
        Set<Tag> tags = new HashSet<>(Set.of(ReviewCycle.tag(command.cycle())));
        if (command instanceof FileDutyReport c) {
            tags.add(reportOn(c.cycle(), c.subject()));
            tags.add(CriteriaScheme.content(c.scheme()));
        }
        return tags;
    }

    private static Set<Tag> tags(ReviewEvent event) {
        return event instanceof DutyReportFiled e
                ? Set.of(reportOn(e.cycle(), e.subject()), CriteriaScheme.use(e.scheme()))
                : Set.of();
    }

    /** The tag under which the report on this subject in this cycle is found. */
    static Tag reportOn(CycleId cycle, SubjectId subject) {
        return Tag.of("report-on", cycle.value() + "/" + subject.value());
    }

    private static List<? extends ReviewEvent> decide(
            Reviews state, ReviewCommand command, Given given) {
        return switch (command) {
            case DutyReportCommand c -> Presentation.decide(state, c, given);
            case AppraisalCommand c -> Appraisal.decide(state, c, given);
            case ReviewResultCommand c -> ReviewResult.decide(state, c, given);
        };
    }

    /**
     * The duty report of the review that a command names.
     *
     * @throws org.zhengyou.kit.decide.Refusal STEP_OUT_OF_ORDER if none was filed by then,
     *     NOT_ON_RECORD if it was filed in another cycle
     */
    static DutyReportFiled report(Reviews state, ReviewCommand c, Given given, String clause) {
        DutyReportFiled filed =
                state.of(c.review())
                        .require(
                                DutyReportFiled.class,
                                given.effectiveAt(),
                                clause,
                                "the duty report is filed");
        if (!filed.cycle().equals(c.cycle()))
            throw refuse(NOT_ON_RECORD, clause, "the review does not belong to this cycle");
        return filed;
    }

    /** The organisation above the subject: a member's branch, or the parent of an organisation. */
    static String above(DutyReportFiled filed, Given given, String clause) {
        String organization = filed.organization().value();
        if (filed.subjectKind() == SubjectKind.MEMBER) return organization;
        return new Registers(given, given.effectiveAt(), clause)
                .above(organization)
                .orElseThrow(
                        () -> refuse(STEP_OUT_OF_ORDER, clause, "it stands under no organisation"));
    }
}
