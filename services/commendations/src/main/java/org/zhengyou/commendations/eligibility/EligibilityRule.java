package org.zhengyou.commendations.eligibility;

import static org.zhengyou.commendations.eligibility.RuleOutcome.MET;
import static org.zhengyou.commendations.eligibility.RuleOutcome.NOT_APPLICABLE;
import static org.zhengyou.commendations.eligibility.RuleOutcome.NOT_MET;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.directory.RegisterDirectory;
import org.zhengyou.commendations.directory.ResultDirectory.Result;

/**
 * 资格规则 (S85, S116). Each rule has an id, a version and a clause, and says from which inputs it came
 * to which outcome. A rule that was applied is never changed: a new version stands beside it.
 */
final class EligibilityRule {
    /** 考核结果规则: the rule whose failure a recorded reason can make good (S116). */
    static final String RESULT = "E-RESULT";

    private static final String REGISTER = "E-REGISTER";
    private static final String PERIOD = "E-PERIOD";
    private static final String CONFLICT = "E-CONFLICT";
    private static final int FIRST = 1;

    private EligibilityRule() {}

    /** The rules of version 1 applied to this evidence, in their order. */
    static List<RuleTrace> first(Evidence evidence) {
        return List.of(register(evidence), period(evidence), result(evidence), conflict(evidence));
    }

    /** Whether no rule says no. */
    static boolean isEligible(List<RuleTrace> trace) {
        return trace.stream().noneMatch(one -> one.outcome() == NOT_MET);
    }

    private static RuleTrace register(Evidence evidence) {
        boolean isOn = evidence.register().map(RegisterDirectory.Entry::isOn).orElse(false);
        List<String> inputs =
                evidence.register().map(RegisterDirectory.Entry::event).stream().toList();
        return isOn
                ? trace(REGISTER, "S4", inputs, "ON_REGISTER", MET, null, null)
                : trace(
                        REGISTER,
                        "S4",
                        inputs,
                        "NOT_ON_REGISTER",
                        NOT_MET,
                        "须在审查之日在册",
                        "be on the register on the day of the check");
    }

    private static RuleTrace period(Evidence evidence) {
        int counted = evidence.counted().size();
        List<String> all = evidence.results().stream().map(Result::event).sorted().toList();
        String value = counted + " of " + all.size() + " results lie inside the period";
        return trace(PERIOD, "S85", all, value, MET, null, null);
    }

    // The value says no more of a grade than the rule needs: who reads the trace need not belong to
    // the audience of the result (S115).
    private static RuleTrace result(Evidence evidence) {
        if (!evidence.category().restsOnReviewResult())
            return trace(RESULT, "S116", List.of(), "", NOT_APPLICABLE, null, null);
        List<Result> counted = evidence.counted();
        List<String> inputs = counted.stream().map(Result::event).sorted().toList();
        List<Result> below = counted.stream().filter(one -> !one.isAtLeastGood()).toList();
        String value =
                counted.stream().map(EligibilityRule::shown).collect(Collectors.joining(", "));
        if (counted.isEmpty())
            return trace(
                    RESULT,
                    "S116",
                    inputs,
                    "none",
                    NOT_MET,
                    "须有表彰期内良好以上的考核结果",
                    "a review result inside the period of at least GOOD");
        if (below.isEmpty()) return trace(RESULT, "S116", inputs, value, MET, null, null);
        return trace(
                RESULT,
                "S116",
                inputs,
                value,
                NOT_MET,
                years(below) + "年度考核结果须达到良好以上",
                "a result of at least GOOD for " + years(below));
    }

    private static RuleTrace conflict(Evidence evidence) {
        List<String> open = evidence.openElsewhere();
        return open.isEmpty()
                ? trace(CONFLICT, "S83", open, "none", MET, null, null)
                : trace(
                        CONFLICT,
                        "S83",
                        open,
                        open.size() + " undecided in other rounds",
                        NOT_MET,
                        "其他批次的申报须先有结论",
                        "the nominations in other rounds are decided first");
    }

    private static String shown(Result one) {
        return one.year() + (one.isAtLeastGood() ? " AT_LEAST_GOOD" : " BELOW_GOOD");
    }

    private static String years(List<Result> results) {
        return results.stream()
                .map(one -> Integer.toString(one.year()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static RuleTrace trace(
            String rule,
            String clause,
            List<String> inputs,
            String value,
            RuleOutcome outcome,
            @Nullable String changeZh,
            @Nullable String changeEn) {
        return new RuleTrace(rule, FIRST, clause, inputs, value, outcome, changeZh, changeEn);
    }
}
