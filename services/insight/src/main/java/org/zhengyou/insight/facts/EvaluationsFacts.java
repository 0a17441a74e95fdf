package org.zhengyou.insight.facts;

import java.util.List;

/** The facts of the evaluations service. Texts, tallies and grades are not read (S115). */
public final class EvaluationsFacts {
    private EvaluationsFacts() {}

    /** All that the dashboard counts. */
    public static final List<Class<?>> ALL =
            List.of(DutyReportFiled.class, ReviewResultDetermined.class);

    /**
     * 述职报告已提交 (S110-S112).
     *
     * @param review its review
     * @param subjectKind whether organisation or member
     * @param subject who is reviewed
     * @param organization where the review belongs
     */
    public record DutyReportFiled(
            String review, SubjectKind subjectKind, String subject, String organization) {}

    /**
     * 评议考核结果已确定 (S115).
     *
     * @param review its review
     * @param subjectKind whether organisation or member
     * @param subject who was reviewed
     * @param organization where the review belongs
     */
    public record ReviewResultDetermined(
            String review, SubjectKind subjectKind, String subject, String organization) {}
}
