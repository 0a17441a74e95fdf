package org.zhengyou.evaluations.reviews;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.schemes.SchemeId;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.validation.Consistent;
import org.zhengyou.kit.validation.Text;
import org.zhengyou.kit.validation.Violation;

/** 述职、点评 (S110-S113). A duty report is filed, presented, commented on. */
public sealed interface DutyReportCommand extends ReviewCommand {
    /**
     * 提交述职报告 (S110-S112). Opens the review; one report per subject and cycle. A part that is
     * missing or blank is refused by name. All that is said together has at most 8000 characters.
     *
     * @param review a new random id
     * @param cycle the cycle
     * @param subjectKind whether an organisation or a member is reviewed
     * @param subject who is reviewed
     * @param reporter the organisation's secretary as of the cycle date, or the member
     * @param scheme the criteria published for this kind of subject
     * @param alsoAsMember whether this report of a secretary discharges the secretary's own report
     *     as a member, too (Q9); then both audiences hear it
     * @param practice what was done, 1 to 8000 characters
     * @param effect what came of it, 1 to 8000 characters
     * @param problems what is lacking, 1 to 50 entries of 1 to 2000 characters
     * @param measures what will be done about it, 1 to 50, each with its time limit
     */
    @Allowed(
            level = Allowed.Level.SELF,
            over = "reporter",
            clause = {"S110", "S111"})
    @Allowed(
            function = OfficeFunction.IMPLEMENT,
            clause = {"S110", "S111"})
    record FileDutyReport(
            @New ReviewId review,
            CycleId cycle,
            SubjectKind subjectKind,
            SubjectId subject,
            MemberId reporter,
            SchemeId scheme,
            boolean alsoAsMember,
            @Nullable @Text(min = 0, max = 8_000) String practice,
            @Nullable @Text(min = 0, max = 8_000) String effect,
            @Nullable @Size(max = 50) List<@Text(min = 0, max = 2000) String> problems,
            @Nullable @Size(max = 50) List<Measure> measures)
            implements DutyReportCommand, Consistent {
        /** Sealed, the longest of Han characters still fits into one event. */
        private static final int MOST_CHARACTERS = 8_000;

        /** What is missing is empty: a rule names it. */
        public FileDutyReport {
            practice = practice == null ? "" : practice;
            effect = effect == null ? "" : effect;
            problems = problems == null ? List.of() : problems;
            measures = measures == null ? List.of() : measures;
        }

        @Override
        public List<Violation> contradictions() {
            return Violation.unless(
                    characters() <= MOST_CHARACTERS,
                    "practice",
                    "with effect, problems and measures at most 8000 characters in all"
                            + " | 与成效、不足、措施合计最多 8000 字");
        }

        private long characters() {
            long all = count(practice) + count(effect);
            if (problems != null) for (String problem : problems) all += count(problem);
            if (measures != null) for (Measure measure : measures) all += count(measure.text());
            return all;
        }

        private static long count(@Nullable String text) {
            return text == null ? 0 : text.codePointCount(0, text.length());
        }

        /** Without what is said. */
        @Override
        public String toString() {
            return "FileDutyReport[" + review.value() + "]";
        }
    }

    /**
     * 改进措施 (S112). A measure with its time limit.
     *
     * @param text what will be done, 1 to 2000 characters
     * @param deadline by when; not before the report itself
     */
    record Measure(@Nullable @Text(min = 0, max = 2000) String text, @Nullable LocalDate deadline) {
        /** What is missing is empty: a rule names it. */
        public Measure {
            text = text == null ? "" : text;
        }

        /** Without what is said. */
        @Override
        public String toString() {
            return "Measure[" + deadline + "]";
        }
    }

    /**
     * 述职 (S110, S111). The report is presented before its audience.
     *
     * @param review the review
     * @param cycle its cycle
     * @param audience the committee and the delegates for a second-tier organisation, one's own
     *     organisation and the masses for everybody else
     */
    @Allowed(
            level = Allowed.Level.SELF,
            clause = {"S110", "S111"})
    @Allowed(
            function = OfficeFunction.IMPLEMENT,
            clause = {"S110", "S111"})
    record PresentDutyReport(
            ReviewId review, CycleId cycle, @Nullable PresentationAudience audience)
            implements DutyReportCommand {}

    /**
     * 点评 (S113). A leader comments on a report that was presented: a university Party leader on a
     * secretary's, the head of the organisation on a member's.
     *
     * @param review the review
     * @param cycle its cycle
     * @param by the leader who commented; absent if it is the one who acts. Only a leader enters
     *     what another leader said
     * @param text what was said, 1 to 5000 characters
     */
    @Allowed(function = OfficeFunction.APPRAISE, level = Allowed.Level.ABOVE, clause = "S113")
    record GiveCommentary(
            ReviewId review, CycleId cycle, @Nullable MemberId by, @Text(max = 5000) String text)
            implements DutyReportCommand {
        /** Without what is said. */
        @Override
        public String toString() {
            return "GiveCommentary[" + review.value() + "]";
        }
    }
}
