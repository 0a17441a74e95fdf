package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.cycles.ReviewCycle;
import org.zhengyou.evaluations.cycles.YearEnd;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.reviews.MissingReportCommand.RecordMissingReportReason;
import org.zhengyou.evaluations.reviews.MissingReportEvent.MissingReportReasonRecorded;
import org.zhengyou.kit.authority.Registers;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.personal.Personal;

/** 未述职原因 (S110). Every secretary and member reports, or there is a recorded reason why not. */
public final class MissingReport {
    private MissingReport() {}

    /** The rules about missing reports; their state is what was said of the subject. */
    public static Decider<MissingReportCommand, MissingReportEvent, History<MissingReportEvent>>
            decider() {
        return Decider.of("missing-report", MissingReportCommand.class, MissingReportEvent.class)
                .about(MissingReportCommand::subject, MissingReportEvent::subject)
                .restsOn(ReviewCycle.GROUND, MissingReportCommand::cycle)
                .restsOnEach(Review.REPORT_ON, c -> Set.of(Review.reportOn(c.cycle(), c.subject())))
                .decides(History.none(), MissingReport::decide, History::and)
                .concerning(MissingReportEvent::concern);
    }

    private static List<MissingReportReasonRecorded> decide(
            History<MissingReportEvent> said, MissingReportCommand command, Given given) {
        return switch (command) {
            case RecordMissingReportReason c -> record(said, c, given);
        };
    }

    private static List<MissingReportReasonRecorded> record(
            History<MissingReportEvent> said, RecordMissingReportReason c, Given given) {
        String clause = c.subjectKind().clause();
        int year = given.on(ReviewCycle.GROUND).require(given.effectiveAt(), clause).year();
        MissingReportReasonRecorded event = recorded(c, year, clause, given);
        given.authority().require(APPRAISE, above(event, clause, given), clause);
        MemberId reporter = event.reporter();
        if (reporter != null && reporter.value().equals(given.actor().person()))
            throw refuse(CONFLICT_OF_INTEREST, clause, "nobody excuses themselves");
        var known = said.last(MissingReportReasonRecorded.class, e -> e.cycle().equals(c.cycle()));
        if (Once.of(known.orElse(null), event, given).or(clause, "a reason is on record"))
            return List.of();
        if (given.on(Review.REPORT_ON))
            throw refuse(ALREADY_ON_RECORD, clause, "the subject has reported in this cycle");
        return List.of(event);
    }

    private static MissingReportReasonRecorded recorded(
            RecordMissingReportReason c, int year, String clause, Given given) {
        Instant cycleDate = YearEnd.cycleDate(year, given.effectiveAt());
        OrganizationId organization = due(c, new Registers(given, cycleDate, clause));
        MemberId reporter = reporter(c, cycleDate, given);
        String whose = reporter == null ? given.actor().person() : reporter.value();
        return new MissingReportReasonRecorded(
                c.cycle(),
                year,
                c.subjectKind(),
                c.subject(),
                organization,
                reporter,
                Personal.of(whose, c.reason()));
    }

    /** Where the report was due. */
    private static OrganizationId due(RecordMissingReportReason c, Registers registers) {
        String subject = c.subject().value();
        if (c.subjectKind() == SubjectKind.MEMBER)
            return new OrganizationId(registers.branchOf(subject));
        if (!registers.organization(subject).isSecondTier())
            throw refuse(
                    OUT_OF_SCOPE,
                    registers.clause(),
                    "a report is due from the secretaries of second-tier organisations");
        return new OrganizationId(subject);
    }

    private static @Nullable MemberId reporter(
            RecordMissingReportReason c, Instant cycleDate, Given given) {
        String subject = c.subject().value();
        if (c.subjectKind() == SubjectKind.MEMBER) return new MemberId(subject);
        return given.look(MissingReports.class, subject)
                .secretaryAt(cycleDate)
                .map(MemberId::new)
                .orElse(null);
    }

    private static String above(MissingReportReasonRecorded e, String clause, Given given) {
        String organization = e.organization().value();
        if (e.subjectKind() == SubjectKind.MEMBER) return organization;
        return Registers.at(given, clause).above(organization).orElse(organization);
    }
}
