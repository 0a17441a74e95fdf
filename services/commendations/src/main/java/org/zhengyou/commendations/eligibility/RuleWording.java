package org.zhengyou.commendations.eligibility;

import java.util.Map;

/**
 * 规则说明 (F54). What a rule asks, in the words of those who read a trace.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record RuleWording(String zh, String en) {
    private static final Map<String, RuleWording> OF =
            Map.of(
                    EligibilityRule.REGISTER,
                    new RuleWording("审查之日在册", "on the register on the day of the check"),
                    EligibilityRule.PERIOD,
                    new RuleWording("只计表彰期内的考核结果", "only review results inside the period count"),
                    EligibilityRule.ACTIVITIES,
                    new RuleWording(
                            "根据“五项活动”进展情况（S69）：表彰期内党组织至少开展、党员至少参加一次活动",
                            "by the progress of the five activities (S69): inside the period the"
                                    + " organisation held, or the member attended, at least one"),
                    EligibilityRule.RESULT,
                    new RuleWording(
                            "以考核结果为重要依据（S116）：表彰期内的结果，凡自定规则所计者均达良好以上",
                            "by the review result as an important basis (S116): every one inside"
                                    + " the period that the policy counts is at least GOOD"),
                    EligibilityRule.CONFLICT,
                    new RuleWording(
                            "在其他批次没有尚无结论的申报", "no nomination in another round is undecided"));
    private static final RuleWording NONE = new RuleWording("", "");

    /** Of the rule with this id; empty words if there is none. */
    public static RuleWording of(String rule) {
        return OF.getOrDefault(rule, NONE);
    }
}
