package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.authority.OfficeFunction.IMPLEMENT;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.SCHEME_NOT_FOR_SUBJECT;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.cycles.ReviewCycle;
import org.zhengyou.evaluations.cycles.YearEnd;
import org.zhengyou.evaluations.directory.Heads;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.reviews.DutyReportCommand.FileDutyReport;
import org.zhengyou.evaluations.reviews.DutyReportCommand.Measure;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.PlannedMeasure;
import org.zhengyou.evaluations.schemes.AppliesTo;
import org.zhengyou.evaluations.schemes.CriteriaScheme;
import org.zhengyou.kit.authority.Registers;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.personal.Personal;

/** 提交述职报告 (S110-S112). Who reports, in which parts, judged by which criteria. */
final class Filing {
    private static final String PARTS = "S112";
    private static final String SCHEME = "S26";

    private Filing() {}

    static List<DutyReportFiled> file(History<ReviewEvent> steps, FileDutyReport c, Given given) {
        String clause = c.subjectKind().clause();
        Instant at = given.effectiveAt();
        ReviewCycle cycle = given.on(ReviewCycle.GROUND);
        int year = cycle.require(at, clause).year();
        Registers registers = new Registers(given, YearEnd.cycleDate(year, at), clause);
        OrganizationId organization = requireReporter(c, registers);
        given.authority()
                .requireSelfOr(c.reporter().value(), IMPLEMENT, organization.value(), clause);
        DutyReportFiled event = filed(c, year, organization);
        if (Once.of(steps.last(DutyReportFiled.class).orElse(null), event, given)
                .or(clause, "another report is on record in this review")) return List.of();
        cycle.requireOpen(at, clause);
        if (given.on(Review.REPORT_ON))
            throw refuse(ALREADY_ON_RECORD, clause, "this subject has reported in this cycle");
        requireScheme(c, registers, given);
        requireAhead(event.measures(), given.effectiveOn());
        return List.of(event);
    }

    /** The organisation of the subject, if the one who reports is the one to report. */
    private static OrganizationId requireReporter(FileDutyReport c, Registers registers) {
        String subject = c.subject().value();
        if (c.subjectKind() == SubjectKind.MEMBER) {
            if (!c.reporter().value().equals(subject))
                throw refuse(OUT_OF_SCOPE, registers.clause(), "members report for themselves");
            return new OrganizationId(registers.branchOf(subject));
        }
        if (registers.organization(subject).type().equals("PARTY_COMMITTEE"))
            throw refuse(
                    OUT_OF_SCOPE, registers.clause(), "it is the committee that is reported to");
        new Heads(registers).requireSecretary(c.reporter().value(), subject);
        return new OrganizationId(subject);
    }

    private static void requireScheme(FileDutyReport c, Registers registers, Given given) {
        AppliesTo judged =
                given.on(CriteriaScheme.GROUND).require(given.effectiveAt(), SCHEME).appliesTo();
        String kind =
                c.subjectKind() == SubjectKind.ORGANIZATION
                        ? AppliesTo.ORGANIZATION.name()
                        : registers.kindOf(c.subject().value());
        if (!judged.name().equals(kind))
            throw refuse(
                    SCHEME_NOT_FOR_SUBJECT,
                    SCHEME,
                    "the scheme is for " + judged + ", not for " + kind);
    }

    /**
     * The report, complete.
     *
     * @throws org.zhengyou.kit.decide.Refusal PART_MISSING naming the part
     */
    private static DutyReportFiled filed(FileDutyReport c, int year, OrganizationId organization) {
        if (c.alsoAsMember() && c.subjectKind() == SubjectKind.MEMBER)
            throw refuse(OUT_OF_SCOPE, "Q9", "only a secretary's report can discharge both roles");
        String who = c.reporter().value();
        return new DutyReportFiled(
                c.review(),
                c.cycle(),
                year,
                c.subjectKind(),
                c.subject(),
                organization,
                c.reporter(),
                c.scheme(),
                c.alsoAsMember(),
                part(who, "practice", c.practice()),
                part(who, "effect", c.effect()),
                parts(who, some("problems", c.problems())),
                measures(who, some("measures", c.measures())));
    }

    private static <T> List<T> some(String part, @Nullable List<T> entries) {
        if (entries == null || entries.isEmpty()) throw missing(part);
        return entries;
    }

    private static Personal part(String who, String part, @Nullable String text) {
        if (text == null || text.isBlank()) throw missing(part);
        return Personal.of(who, text);
    }

    private static List<Personal> parts(String who, List<String> problems) {
        List<Personal> all = new ArrayList<>();
        for (String text : problems) all.add(part(who, "problems[" + all.size() + "]", text));
        return all;
    }

    private static List<PlannedMeasure> measures(String who, List<Measure> measures) {
        List<PlannedMeasure> all = new ArrayList<>();
        for (Measure measure : measures) {
            String part = "measures[" + all.size() + "].";
            LocalDate deadline = measure.deadline();
            if (deadline == null) throw missing(part + "deadline");
            all.add(new PlannedMeasure(part(who, part + "text", measure.text()), deadline));
        }
        return all;
    }

    /** What will be done has its time limit ahead of the report that says so. */
    private static void requireAhead(List<PlannedMeasure> measures, LocalDate reported) {
        for (int i = 0; i < measures.size(); i++)
            if (measures.get(i).deadline().isBefore(reported))
                throw refuse(
                        STEP_OUT_OF_ORDER,
                        PARTS,
                        "measures["
                                + i
                                + "].deadline: "
                                + measures.get(i).deadline()
                                + " lies before the report of "
                                + reported);
    }

    private static RuntimeException missing(String part) {
        return refuse(PART_MISSING, PARTS, "the duty report lacks a part: " + part);
    }
}
