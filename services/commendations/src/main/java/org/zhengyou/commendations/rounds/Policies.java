package org.zhengyou.commendations.rounds;

import org.zhengyou.kit.adoption.AdoptablePolicy;

/**
 * 自定规则. What the plan is silent about and this service decides all the same; what the committee may
 * decide otherwise is an {@link AdoptablePolicy}. A refusal or a trace that rests on one of them
 * cites its id, never a clause that does not say so.
 */
public final class Policies {
    /** 表彰期内至少开展（党组织）或参加（党员）一次“五项活动”. S69 names the basis and no measure. */
    public static final String ONE_ACTIVITY = "P-ONE-ACTIVITY";

    /** 类别须有已公布的标准. A category is opened only when criteria for it are published. */
    public static final String CRITERIA_FIRST = "P-CRITERIA-FIRST";

    /** 其他批次的申报须先有结论. A candidate stands in one undecided round at a time. */
    public static final String ONE_ROUND = "P-ONE-ROUND";

    /** 本人不参与涉及自己的计票和评选. Nobody counts or decides in their own cause. */
    public static final String OWN_CAUSE = "P-OWN-CAUSE";

    /** 纸质票一人录入、另一人独立复核. Papers are counted by two people who do not ask each other. */
    public static final String PAPER_TALLY = "P-PAPER-TALLY";

    /**
     * 考核结果须达良好以上. S116 makes the result a basis and names no grade: every one inside the period
     * must be at least GOOD, or the latest, or none.
     */
    public static final AdoptablePolicy<CountedResults> RESULT_GOOD =
            AdoptablePolicy.choice(
                    "P-RESULT-GOOD",
                    "须达良好以上的考核结果",
                    "Review results that must be at least GOOD",
                    CountedResults.class,
                    CountedResults.EVERY);

    private Policies() {}
}
