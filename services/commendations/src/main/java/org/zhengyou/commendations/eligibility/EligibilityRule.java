package org.zhengyou.commendations.eligibility;

import static org.zhengyou.commendations.eligibility.RuleOutcome.MET;
import static org.zhengyou.commendations.eligibility.RuleOutcome.NOT_APPLICABLE;
import static org.zhengyou.commendations.eligibility.RuleOutcome.NOT_MET;
import static org.zhengyou.commendations.rounds.Policies.ONE_ACTIVITY;
import static org.zhengyou.commendations.rounds.Policies.ONE_ROUND;

import java.util.List;
import java.util.stream.Collectors;
import org.zhengyou.commendations.directory.ActivityDirectory.Part;
import org.zhengyou.commendations.directory.ResultDirectory.Result;
import org.zhengyou.commendations.rounds.RoundKind;
import org.zhengyou.kit.authority.RegisterEntry;

/**
 * 资格规则 (S69, S85, S116). Each rule has an id, a version and a clause or policy, and says from which
 * inputs it came to which outcome. A rule that was applied is never changed under its number:
 * version 2 of E-RESULT and of E-CONFLICT cites the policy where version 1 cited a clause that does
 * not say so. What the committee adopts does not change a rule: the policy is cited with its
 * version, {@code P-RESULT-GOOD@2}.
 */
final class EligibilityRule {
    static final String REGISTER = "E-REGISTER";
    static final String PERIOD = "E-PERIOD";

    /** 活动进展规则: by what the concentrated round commends (S69). */
    static final String ACTIVITIES = "E-ACTIVITIES";

    /** 考核结果规则: the rule whose failure a recorded reason can make good (S116). */
    static final String RESULT = "E-RESULT";

    static final String CONFLICT = "E-CONFLICT";

    private EligibilityRule() {}

    /** All rules in their present version applied to this evidence, in their order. */
    static List<RuleTrace> applied(Evidence evidence) {
        return List.of(
                register(evidence),
                period(evidence),
                activities(evidence),
                result(evidence),
                conflict(evidence));
    }

    /** Whether no rule says no. */
    static boolean isEligible(List<RuleTrace> trace) {
        return trace.stream().noneMatch(one -> one.outcome() == NOT_MET);
    }

    private static RuleTrace register(Evidence evidence) {
        Rule rule = new Rule(REGISTER, 1, "S4");
        boolean isOn = evidence.register().map(RegisterEntry::isOn).orElse(false);
        List<String> inputs = evidence.register().map(RegisterEntry::event).stream().toList();
        return isOn
                ? rule.met(inputs, "ON_REGISTER")
                : rule.notMet(
                        inputs,
                        "NOT_ON_REGISTER",
                        "须在审查之日在册",
                        "be on the register on the day of the check");
    }

    private static RuleTrace period(Evidence evidence) {
        int counted = evidence.counted().size();
        List<String> all = evidence.results().stream().map(Result::event).sorted().toList();
        String value = counted + " of " + all.size() + " results lie inside the period";
        return new Rule(PERIOD, 1, "S85").met(all, value);
    }

    // S69 is about the concentrated round alone: the text gives the special one no such basis.
    private static RuleTrace activities(Evidence evidence) {
        if (evidence.kind() != RoundKind.CONCENTRATED)
            return new Rule(ACTIVITIES, 1, "S69").notApplicable();
        Rule rule = new Rule(ACTIVITIES, 1, ONE_ACTIVITY);
        List<Part> counted = evidence.countedActivities();
        boolean held = evidence.category().isForOrganizations();
        if (counted.isEmpty())
            return rule.notMet(
                    List.of(),
                    "none",
                    held ? "须在表彰期内开展过“五项活动”" : "须在表彰期内参加过“五项活动”",
                    held
                            ? "one of the five activities held inside the period"
                            : "one of the five activities attended inside the period");
        long themes = counted.stream().map(Part::theme).distinct().count();
        return rule.met(
                counted.stream().map(Part::event).sorted().toList(),
                counted.size() + (held ? " held, " : " attended, ") + themes + " of 5 themes");
    }

    // The value says no more of a grade than the rule needs: who reads the trace need not belong to
    // the audience of the result (S115).
    private static RuleTrace result(Evidence evidence) {
        Rule basis = new Rule(RESULT, 2, "S116");
        if (!evidence.category().restsOnReviewResult()) return basis.notApplicable();
        List<Result> counted = evidence.counted();
        if (counted.isEmpty())
            return basis.notMet(
                    List.of(),
                    "none",
                    "须有表彰期内良好以上的考核结果",
                    "a review result inside the period of at least GOOD");
        Rule threshold = new Rule(RESULT, 2, evidence.resultGood().cited());
        List<String> inputs = counted.stream().map(Result::event).sorted().toList();
        String value =
                counted.stream().map(EligibilityRule::shown).collect(Collectors.joining(", "));
        List<Result> below =
                evidence.mustBeGood().stream().filter(one -> !one.isAtLeastGood()).toList();
        return below.isEmpty()
                ? threshold.met(inputs, value)
                : threshold.notMet(
                        inputs,
                        value,
                        years(below) + "年度考核结果须达到良好以上",
                        "a result of at least GOOD for " + years(below));
    }

    private static RuleTrace conflict(Evidence evidence) {
        Rule rule = new Rule(CONFLICT, 2, ONE_ROUND);
        List<String> open = evidence.openElsewhere();
        return open.isEmpty()
                ? rule.met(open, "none")
                : rule.notMet(
                        open,
                        open.size() + " undecided in other rounds",
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

    /** A rule in one version, and the clause or policy on which its outcome rests. */
    private record Rule(String id, int version, String clause) {
        RuleTrace met(List<String> inputs, String value) {
            return new RuleTrace(id, version, clause, inputs, value, MET, null, null);
        }

        RuleTrace notMet(List<String> inputs, String value, String changeZh, String changeEn) {
            return new RuleTrace(id, version, clause, inputs, value, NOT_MET, changeZh, changeEn);
        }

        RuleTrace notApplicable() {
            return new RuleTrace(id, version, clause, List.of(), "", NOT_APPLICABLE, null, null);
        }
    }
}
