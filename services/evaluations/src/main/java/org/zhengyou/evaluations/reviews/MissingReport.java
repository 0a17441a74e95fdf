package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.cycles.Cycles;
import org.zhengyou.evaluations.cycles.ReviewCycle;
import org.zhengyou.evaluations.cycles.YearEnd;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.directory.Registers;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.MissingReportCommand.RecordMissingReportReason;
import org.zhengyou.evaluations.reviews.MissingReportEvent.MissingReportReasonRecorded;
import org.zhengyou.evaluations.schemes.EvaluationFact;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.view.Fact;

/** 未述职原因 (S110). Every secretary and member reports, or there is a recorded reason why not. */
public final class MissingReport {
    /**
     * What a decision rests on.
     *
     * @param cycles the cycle concerned
     * @param reported the cycles in which the subject has reported
     * @param reasons the recorded reasons, by cycle
     */
    record State(
            Cycles cycles,
            Set<CycleId> reported,
            Map<CycleId, MissingReportReasonRecorded> reasons) {
        static final State NONE = new State(Cycles.NONE, Set.of(), Map.of());

        State {
            reported = Set.copyOf(reported);
            reasons = Map.copyOf(reasons);
        }
    }

    private MissingReport() {}

    /** The rules about missing reports. */
    public static Decider<MissingReportCommand, MissingReportEvent, ?> decider() {
        return Decider.of("missing-report", MissingReportCommand.class, MissingReportEvent.class)
                .about(MissingReportCommand::subject, MissingReportEvent::subject)
                .alsoDependsOn(MissingReport::boundary)
                .sees(EvaluationFact.class)
                .decidesOverTime(State.NONE, MissingReport::decide, MissingReport::evolve)
                .concerning(MissingReportEvent::concern);
    }

    private static Set<Tag> boundary(MissingReportCommand c) {
        return Set.of(ReviewCycle.tag(c.cycle()), Review.reportOn(c.cycle(), c.subject()));
    }

    private static List<MissingReportReasonRecorded> decide(
            State state, MissingReportCommand command, Given given) {
        return switch (command) {
            case RecordMissingReportReason c -> record(state, c, given);
        };
    }

    private static List<MissingReportReasonRecorded> record(
            State state, RecordMissingReportReason c, Given given) {
        String clause = c.subjectKind().clause();
        int year = state.cycles().require(c.cycle(), given.effectiveAt(), clause).opened().year();
        MissingReportReasonRecorded now = recorded(c, year, clause, given);
        MissingReportReasonRecorded before = state.reasons().get(c.cycle());
        if (now.equals(before)) return List.of();
        MemberId reporter = now.reporter();
        if (reporter != null && reporter.value().equals(given.actor().person()))
            throw refuse(CONFLICT_OF_INTEREST, clause, "nobody excuses themselves");
        given.authority().require(APPRAISE, above(now, clause, given), clause);
        if (state.reported().contains(c.cycle()))
            throw refuse(ALREADY_ON_RECORD, clause, "the subject has reported in this cycle");
        if (before != null) throw refuse(ALREADY_ON_RECORD, clause, "a reason is on record");
        return List.of(now);
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
        if (c.subjectKind() == SubjectKind.MEMBER) return registers.branchOf(subject);
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
        return new Registers(given, given.effectiveAt(), clause)
                .above(organization)
                .orElse(organization);
    }

    private static State evolve(State state, Fact<?> fact) {
        return switch (fact.event()) {
            case DutyReportFiled e -> {
                Set<CycleId> more = new HashSet<>(state.reported());
                more.add(e.cycle());
                yield new State(state.cycles(), more, state.reasons());
            }
            case MissingReportReasonRecorded e -> {
                Map<CycleId, MissingReportReasonRecorded> more = new HashMap<>(state.reasons());
                more.put(e.cycle(), e);
                yield new State(state.cycles(), state.reported(), more);
            }
            default -> new State(state.cycles().after(fact), state.reported(), state.reasons());
        };
    }
}
