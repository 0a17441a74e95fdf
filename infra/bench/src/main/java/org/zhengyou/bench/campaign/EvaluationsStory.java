package org.zhengyou.bench.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleOpened;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalClosed;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalOpened;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalTallyPublished;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyAttested;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyEntered;
import org.zhengyou.evaluations.reviews.AppraisalMode;
import org.zhengyou.evaluations.reviews.DisclosureAudience;
import org.zhengyou.evaluations.reviews.DutyReportEvent.CommentaryGiven;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportPresented;
import org.zhengyou.evaluations.reviews.DutyReportEvent.PlannedMeasure;
import org.zhengyou.evaluations.reviews.Grade;
import org.zhengyou.evaluations.reviews.MissingReportEvent.MissingReportReasonRecorded;
import org.zhengyou.evaluations.reviews.PresentationAudience;
import org.zhengyou.evaluations.reviews.ReviewId;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDetermined;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDisclosed;
import org.zhengyou.evaluations.reviews.SubjectId;
import org.zhengyou.evaluations.reviews.SubjectKind;
import org.zhengyou.evaluations.reviews.Tally;
import org.zhengyou.evaluations.schemes.AppliesTo;
import org.zhengyou.evaluations.schemes.CriteriaSchemeEvent.CriteriaSchemePublished;
import org.zhengyou.evaluations.schemes.Criterion;
import org.zhengyou.evaluations.schemes.SchemeId;
import org.zhengyou.evaluations.schemes.StaffCriteria;
import org.zhengyou.evaluations.schemes.StudentCriteria;
import org.zhengyou.kit.personal.Personal;

/**
 * 年终述职考核 (S109-S115): as many members as there is room for are reviewed from the report to the
 * disclosure, some thousands at a time; of a few others it is said why their report is missing.
 */
final class EvaluationsStory extends Story {
    /** What is said before anybody is reviewed. */
    static final int OPENING = 3;

    /** Events of a review. */
    static final int PER_REVIEW = 10;

    private static final int TOGETHER = 4_000;
    private static final LocalDate OPENED = LocalDate.of(2010, 12, 10);
    private static final int DAYS = 110;
    private static final int STEPS = 8;
    private static final List<Grade> GRADES = List.of(Grade.GOOD, Grade.EXCELLENT, Grade.FAIR);
    private static final Tally MEMBERS = new Tally(17, 1, 2);
    private static final Tally MASSES = new Tally(9, 1, 1);

    private final int events;
    private final CycleId cycle;

    /** So many events. */
    EvaluationsStory(University university, Consumer<Act> told, int events) {
        super(university, told);
        this.events = events;
        this.cycle = new CycleId(university.id("cycle", 0));
    }

    /** How many members are reviewed. */
    int reviews() {
        return Math.max(0, (events - OPENING) / PER_REVIEW);
    }

    @Override
    void tell() {
        publish(AppliesTo.STAFF, StaffCriteria.values());
        publish(AppliesTo.STUDENT, StudentCriteria.values());
        say("S109 GUIDE", start(OPENED), new ReviewCycleOpened(cycle, 2010, OPENED));
        for (int from = 0; from < reviews(); from += TOGETHER) {
            int to = Math.min(reviews(), from + TOGETHER);
            step(from, to, 0, this::file);
            step(from, to, 1, this::present);
            step(from, to, 2, this::comment);
            step(from, to, 3, this::open);
            step(from, to, 4, this::enter);
            step(from, to, 5, this::attest);
            step(from, to, 6, this::close);
            step(from, to, 7, this::conclude);
        }
        int missing = events - OPENING - reviews() * PER_REVIEW;
        for (int i = 0; i < missing; i++) miss(reviews() + i);
    }

    /** Everybody in turn, within this step's share of the time that these have. */
    private void step(int from, int to, int step, BiConsumer<Integer, Instant> each) {
        long all = (long) reviews() * STEPS;
        long before = (long) from * STEPS + (long) (to - from) * step;
        for (int i = from; i < to; i++)
            each.accept(i, spread(OPENED.plusDays(1), DAYS, before + i - from, all));
    }

    private void publish(AppliesTo to, Enum<?>[] criteria) {
        List<Criterion> all =
                Arrays.stream(criteria)
                        .map(c -> new Criterion(c.name(), "标准", "criterion", 10))
                        .toList();
        say(
                "S26 GUIDE",
                start(OPENED.minusDays(5)),
                new CriteriaSchemePublished(scheme(to), to, 1, all));
    }

    private void file(int i, Instant at) {
        String member = university().member(i);
        say(
                "S111 self",
                at,
                new DutyReportFiled(
                        review(i),
                        cycle,
                        2010,
                        SubjectKind.MEMBER,
                        new SubjectId(member),
                        branch(i),
                        new MemberId(member),
                        scheme(i),
                        false,
                        personal(member, "一年来认真学习，立足岗位，积极参加支部组织的各项活动。第" + i + "份。"),
                        personal(member, "所在岗位工作有序，师生反映良好。"),
                        List.of(personal(member, "理论学习还不够系统，联系实际不够紧密。")),
                        List.of(
                                new PlannedMeasure(
                                        personal(member, "每月至少读一本书，并在支部交流。"),
                                        LocalDate.of(2011, 6, 30)))));
    }

    private void present(int i, Instant at) {
        say(
                "S111 IMPLEMENT",
                at,
                new DutyReportPresented(review(i), PresentationAudience.ORGANIZATION_AND_MASSES));
    }

    private void comment(int i, Instant at) {
        say(
                "S113 IMPLEMENT",
                at,
                new CommentaryGiven(
                        review(i), secretary(), personal(university().member(i), "肯定成绩，希望继续努力。")));
    }

    private void open(int i, Instant at) {
        say(
                "S114 IMPLEMENT",
                at,
                new AppraisalOpened(
                        review(i), AppraisalMode.PAPER_TALLY, 20, 11, digest("roll", i)));
    }

    private void enter(int i, Instant at) {
        Personal tally = personal(university().member(i), "17/1/2;9/1/1");
        say(
                "S114 IMPLEMENT",
                at,
                new PaperTallyEntered(review(i), secretary(), digest("scan", i), tally));
    }

    private void attest(int i, Instant at) {
        say(
                "S114 IMPLEMENT",
                at,
                new PaperTallyAttested(
                        review(i), new MemberId(university().deputy()), digest("scan", i)));
    }

    private void close(int i, Instant at) {
        say(
                "S114 IMPLEMENT",
                at,
                new AppraisalClosed(review(i)),
                new AppraisalTallyPublished(
                        review(i),
                        20,
                        11,
                        digest("roll", i),
                        digest("scan", i),
                        MEMBERS,
                        MASSES,
                        secretary(),
                        new MemberId(university().deputy())));
    }

    private void conclude(int i, Instant at) {
        SubjectId subject = new SubjectId(university().member(i));
        say(
                "S115 GUIDE",
                at,
                new ReviewResultDetermined(
                        review(i),
                        cycle,
                        2010,
                        SubjectKind.MEMBER,
                        subject,
                        branch(i),
                        scheme(i),
                        GRADES.get(i % GRADES.size()),
                        26,
                        2,
                        3,
                        personal(subject.value(), "民主评议与平时表现一致。")));
        say(
                "S115 GUIDE",
                at,
                new ReviewResultDisclosed(
                        review(i), subject, DisclosureAudience.SUBJECT, branch(i), List.of()));
    }

    private void miss(int i) {
        String member = university().member(i);
        say(
                "S110 IMPLEMENT",
                start(OPENED.plusDays(DAYS + 2)),
                new MissingReportReasonRecorded(
                        cycle,
                        2010,
                        SubjectKind.MEMBER,
                        new SubjectId(member),
                        branch(i),
                        new MemberId(member),
                        personal(member, "长期病假。")));
    }

    private ReviewId review(int i) {
        return new ReviewId(university().id("review", i));
    }

    private SchemeId scheme(int i) {
        return scheme(university().isStudent(i) ? AppliesTo.STUDENT : AppliesTo.STAFF);
    }

    private SchemeId scheme(AppliesTo to) {
        return new SchemeId(university().id("scheme " + to.name(), 0));
    }

    private OrganizationId branch(int i) {
        return new OrganizationId(university().branch(university().branchOf(i)));
    }

    private MemberId secretary() {
        return new MemberId(university().secretary());
    }

    private static Personal personal(String person, String text) {
        return Personal.of(person, text);
    }
}
