package org.zhengyou.kit.adoption;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import java.util.Optional;
import org.zhengyou.kit.adoption.PolicyCommand.AdoptPolicy;
import org.zhengyou.kit.adoption.PolicyEvent.PolicyAdopted;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Told;

/**
 * 通过自定规则 (P-ADOPT). Versions of a policy follow one another, 1, 2, 3 …, none effective before the
 * one before it; so what is in force on a date is the last one true by then.
 */
public final class PolicyAdoption {
    /** 计划未作规定之处，由校党委决定. Where the plan is silent, the committee itself decides. */
    static final String CLAUSE = "P-ADOPT";

    private static final String NAME = "policy";

    /** What was adopted of a policy. */
    public static final Ground<History<PolicyEvent>> GROUND =
            Ground.of(NAME, PolicyEvent.class, History.none(), History::and);

    private PolicyAdoption() {}

    /** The rules about adopting these policies. */
    public static Decider<PolicyCommand, PolicyEvent, ?> decider(
            List<AdoptablePolicy<?>> policies) {
        return Decider.of(NAME, PolicyCommand.class, PolicyEvent.class)
                .about(PolicyCommand::policy, PolicyEvent::policy)
                .decides(
                        GROUND,
                        (adopted, command, given) -> decide(policies, adopted, command, given))
                .concerning(event -> Concern.ofCommittee(CLAUSE, event.policy().value()));
    }

    private static List<PolicyAdopted> decide(
            List<AdoptablePolicy<?>> policies,
            History<PolicyEvent> adopted,
            PolicyCommand command,
            Given given) {
        return switch (command) {
            case AdoptPolicy c -> {
                given.authority().requireCommitteeOffice(CLAUSE);
                requireLegal(policies, c);
                yield adopt(adopted, c, given);
            }
        };
    }

    private static void requireLegal(List<AdoptablePolicy<?>> policies, AdoptPolicy c) {
        AdoptablePolicy<?> policy =
                policies.stream()
                        .filter(one -> one.id().equals(c.policy()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        refuse(
                                                NOT_ON_RECORD,
                                                CLAUSE,
                                                "this service has no such policy; it has "
                                                        + ids(policies)));
        if (!policy.isLegal(c.value()))
            throw refuse(OUT_OF_SCOPE, CLAUSE, "legal values are " + policy.legal());
    }

    private static List<String> ids(List<AdoptablePolicy<?>> policies) {
        return policies.stream().map(one -> one.id().value()).toList();
    }

    private static List<PolicyAdopted> adopt(
            History<PolicyEvent> adopted, AdoptPolicy c, Given given) {
        var event = new PolicyAdopted(c.policy(), c.version(), c.value(), c.documentDigest());
        Told<PolicyAdopted> known =
                adopted.all(PolicyAdopted.class)
                        .filter(one -> one.event().version() == c.version())
                        .findFirst()
                        .orElse(null);
        if (Once.of(known, event, given).or(CLAUSE, "this version was adopted otherwise"))
            return List.of();
        Optional<Told<PolicyAdopted>> before = adopted.last(PolicyAdopted.class);
        int next = before.map(one -> one.event().version() + 1).orElse(1);
        if (c.version() != next)
            throw refuse(STEP_OUT_OF_ORDER, CLAUSE, "the next version is " + next);
        before.filter(one -> !one.isTrueAt(given.effectiveAt()))
                .ifPresent(
                        one -> {
                            throw refuse(
                                    STEP_OUT_OF_ORDER,
                                    CLAUSE,
                                    "the version before it is effective from " + one.on() + " on");
                        });
        return List.of(event);
    }
}
