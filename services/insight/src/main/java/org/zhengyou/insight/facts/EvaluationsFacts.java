package org.zhengyou.insight.facts;

import java.util.List;

/** The facts of the evaluations service. Texts, tallies and grades are not read (S115). */
public final class EvaluationsFacts {
    private EvaluationsFacts() {}

    /** All of them, to listen to. */
    public static final List<Class<?>> ALL =
            List.of(
                    CriteriaSchemePublished.class,
                    ReviewCycleOpened.class,
                    ReviewCycleClosed.class,
                    DutyReportFiled.class,
                    DutyReportPresented.class,
                    CommentaryGiven.class,
                    MissingReportReasonRecorded.class,
                    AppraisalOpened.class,
                    PaperTallyEntered.class,
                    PaperTallyAttested.class,
                    AppraisalClosed.class,
                    AppraisalTallyPublished.class,
                    ReviewResultDetermined.class,
                    ReviewResultDisclosed.class);

    /**
     * 标准已公布 (S8, S26).
     *
     * @param scheme its id
     */
    public record CriteriaSchemePublished(String scheme) implements Told {}

    /**
     * 年终述职考核已开始 (S109).
     *
     * @param cycle its id
     */
    public record ReviewCycleOpened(String cycle) implements Told {}

    /**
     * 年终述职考核已结束 (S109).
     *
     * @param cycle its id
     */
    public record ReviewCycleClosed(String cycle) implements Told {}

    /**
     * 述职报告已提交 (S110-S112).
     *
     * @param review its review
     * @param subjectKind whether organisation or member
     * @param subject who is reviewed
     * @param organization where the review belongs
     */
    public record DutyReportFiled(
            String review, SubjectKind subjectKind, String subject, String organization)
            implements Told {
        @Override
        public List<String> persons() {
            return subjectKind == SubjectKind.MEMBER ? List.of(subject) : List.of();
        }
    }

    /**
     * 未述职原因已记录 (S110, S111).
     *
     * @param subjectKind whether organisation or member
     * @param subject whose report is missing
     * @param organization where it was due
     */
    public record MissingReportReasonRecorded(
            SubjectKind subjectKind, String subject, String organization) implements Told {
        @Override
        public List<String> persons() {
            return subjectKind == SubjectKind.MEMBER ? List.of(subject) : List.of();
        }
    }

    /**
     * 已述职 (S110).
     *
     * @param review its review
     */
    public record DutyReportPresented(String review) implements Told {}

    /**
     * 已点评 (S113).
     *
     * @param review its review
     */
    public record CommentaryGiven(String review) implements Told {}

    /**
     * 民主评议已开始 (S114).
     *
     * @param review its review
     */
    public record AppraisalOpened(String review) implements Told {}

    /**
     * 纸质测评已录入 (S114).
     *
     * @param review its review
     */
    public record PaperTallyEntered(String review) implements Told {}

    /**
     * 纸质测评已核对 (S114).
     *
     * @param review its review
     */
    public record PaperTallyAttested(String review) implements Told {}

    /**
     * 民主评议已结束 (S114).
     *
     * @param review its review
     */
    public record AppraisalClosed(String review) implements Told {}

    /**
     * 民主评议结果已公布 (S114).
     *
     * @param review its review
     */
    public record AppraisalTallyPublished(String review) implements Told {}

    /**
     * 评议考核结果已确定 (S115).
     *
     * @param review its review
     * @param subjectKind whether organisation or member
     * @param subject who was reviewed
     * @param organization where the review belongs
     */
    public record ReviewResultDetermined(
            String review, SubjectKind subjectKind, String subject, String organization)
            implements Told {
        @Override
        public List<String> persons() {
            return subjectKind == SubjectKind.MEMBER ? List.of(subject) : List.of();
        }
    }

    /**
     * 结果已在一定范围内通报 (S115).
     *
     * @param review its review
     */
    public record ReviewResultDisclosed(String review) implements Told {}
}
