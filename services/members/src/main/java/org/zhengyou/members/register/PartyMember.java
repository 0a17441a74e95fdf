package org.zhengyou.members.register;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.members.register.MemberCommand.EndMembership;
import org.zhengyou.members.register.MemberCommand.RegisterPartyMember;
import org.zhengyou.members.register.MemberCommand.TransferMember;
import org.zhengyou.members.register.MemberEvent.MemberTransferred;
import org.zhengyou.members.register.MemberEvent.MembershipEnded;
import org.zhengyou.members.register.MemberEvent.PartyMemberRegistered;

/**
 * 党员 (S4). The members a decision is about: one, and whoever has the same number. A member belongs
 * to exactly one branch at any instant, because what is recorded is only ever continued after its
 * latest instant.
 *
 * @param known by id
 */
public record PartyMember(Map<MemberId, Known> known) {
    /** One member: how registered, and each step of the way, the latest one last. */
    record Known(PartyMemberRegistered as, List<Step> steps) {
        Known {
            steps = List.copyOf(steps);
        }

        Step latest() {
            return steps.getLast();
        }

        Instant from() {
            return steps.getFirst().at();
        }

        Known then(MemberEvent event, @Nullable BranchId branch, Instant at) {
            List<Step> more = new ArrayList<>(steps);
            more.add(new Step(event, branch, at));
            return new Known(as, more);
        }
    }

    /**
     * A step on a member's way.
     *
     * @param event what happened
     * @param branch where the member belongs from then on; null after the end
     * @param at when that became true
     */
    record Step(MemberEvent event, @Nullable BranchId branch, Instant at) {}

    private static final String NUMBER = "memberNumber";

    /** The rules of the members' register. */
    public static final Decider<MemberCommand, MemberEvent, PartyMember> DECIDER =
            Decider.of("member", MemberCommand.class, MemberEvent.class)
                    .about(MemberCommand::member, MemberEvent::member)
                    .alsoDependsOn(PartyMember::dependsOn)
                    .alsoTagged(PartyMember::tags)
                    .decidesOverTime(
                            new PartyMember(Map.of()), PartyMember::decide, PartyMember::evolve)
                    .concerning(MemberEvent::concern);

    /** Copies the map. */
    public PartyMember {
        known = Map.copyOf(known);
    }

    private static Set<Tag> dependsOn(MemberCommand command) {
        return command instanceof RegisterPartyMember r
                ? Set.of(Tag.blind(NUMBER, r.number()))
                : Set.of();
    }

    private static Set<Tag> tags(MemberEvent event) {
        return event instanceof PartyMemberRegistered r && r.number().text() != null
                ? Set.of(Tag.blind(NUMBER, r.number().text()))
                : Set.of();
    }

    private static List<MemberEvent> decide(PartyMember state, MemberCommand command, Given given) {
        return switch (command) {
            case RegisterPartyMember register -> state.register(register, given);
            case TransferMember transfer -> state.transfer(transfer, given);
            case EndMembership end -> state.end(end, given);
        };
    }

    private List<MemberEvent> register(RegisterPartyMember r, Given given) {
        OrganizationDirectory.Entry branch = knownBranch(r.branch(), given);
        given.authority().require(OfficeFunction.IMPLEMENT, r.branch().value(), "S4");
        requireBranch(branch, given);
        Optional<Known> sameNumber =
                known.values().stream()
                        .filter(one -> r.number().equals(one.as().number().text()))
                        .findFirst();
        if (sameNumber.isPresent()) return repeated(sameNumber.get(), r, given);
        if (known.containsKey(r.member()))
            throw refuse(ALREADY_ON_RECORD, "S4", "this id is another member's");
        String person = r.member().value();
        return List.of(
                new PartyMemberRegistered(
                        r.member(),
                        r.branch(),
                        r.kind(),
                        Personal.of(person, r.name()),
                        Personal.of(person, r.number())));
    }

    /** The same said again changes nothing, under whatever id it is said. */
    private static List<MemberEvent> repeated(Known there, RegisterPartyMember r, Given given) {
        boolean same =
                there.as().branch().equals(r.branch())
                        && there.as().kind() == r.kind()
                        && r.name().equals(there.as().name().text())
                        && there.from().equals(given.effectiveAt());
        if (same) return List.of();
        throw refuse(
                ALREADY_ON_RECORD, "S4", "this number is on record with other content or date");
    }

    private List<MemberEvent> transfer(TransferMember t, Given given) {
        OrganizationDirectory.Entry to = knownBranch(t.to(), given);
        given.authority().require(OfficeFunction.IMPLEMENT, t.from().value(), "S4");
        Known one = existing(t.member());
        MemberTransferred transferred = new MemberTransferred(t.member(), t.from(), t.to());
        if (isRepeated(one, transferred, given)) return List.of();
        BranchId branch = continued(one, given);
        if (!t.from().equals(branch))
            throw refuse(OUT_OF_SCOPE, "S4", "the member does not belong to branch from");
        requireBranch(to, given);
        return List.of(transferred);
    }

    private List<MemberEvent> end(EndMembership e, Given given) {
        Known one = existing(e.member());
        MembershipEnded ended =
                one.latest().event() instanceof MembershipEnded last
                        ? new MembershipEnded(e.member(), last.branch(), e.reason())
                        : new MembershipEnded(e.member(), branchOf(one), e.reason());
        given.authority().require(OfficeFunction.IMPLEMENT, ended.branch().value(), "S4");
        if (isRepeated(one, ended, given)) return List.of();
        continued(one, given);
        return List.of(ended);
    }

    private static boolean isRepeated(Known one, MemberEvent event, Given given) {
        return one.steps().stream()
                .anyMatch(s -> s.event().equals(event) && s.at().equals(given.effectiveAt()));
    }

    private Known existing(MemberId member) {
        Known one = known.get(member);
        if (one == null) throw refuse(NOT_ON_RECORD, "S4", "no member " + member.value());
        return one;
    }

    private static BranchId branchOf(Known one) {
        BranchId branch = one.latest().branch();
        if (branch == null) throw refuse(STEP_OUT_OF_ORDER, "S4", "the membership has ended");
        return branch;
    }

    /** The branch the member belongs to, if what is recorded may go on at the effective instant. */
    private static BranchId continued(Known one, Given given) {
        BranchId branch = branchOf(one);
        Instant latest = one.latest().at();
        if (!given.effectiveAt().isAfter(latest))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    "S4",
                    "on record since "
                            + latest.atZone(Given.ZONE).toLocalDate()
                            + ": only what is true later can follow");
        return branch;
    }

    /** Nothing is said about a branch, authority over it included, before it is known. */
    private static OrganizationDirectory.Entry knownBranch(BranchId branch, Given given) {
        OrganizationDirectory.Entry entry = given.look(OrganizationDirectory.class, branch.value());
        if (!entry.isKnown())
            throw refuse(RESULT_MISSING, "S4", "not known yet: branch " + branch.value());
        return entry;
    }

    private static void requireBranch(OrganizationDirectory.Entry branch, Given given) {
        if (!branch.isBranch() || !branch.existsAt(given.effectiveAt()))
            throw refuse(OUT_OF_SCOPE, "S4", "members belong to a branch that exists on that date");
    }

    private static PartyMember evolve(PartyMember state, Fact<?> fact) {
        Map<MemberId, Known> next = new HashMap<>(state.known);
        Instant at = fact.effectiveAt();
        switch ((MemberEvent) fact.event()) {
            case PartyMemberRegistered e ->
                    next.put(e.member(), new Known(e, List.of(new Step(e, e.branch(), at))));
            case MemberTransferred e ->
                    next.computeIfPresent(e.member(), (id, one) -> one.then(e, e.to(), at));
            case MembershipEnded e ->
                    next.computeIfPresent(e.member(), (id, one) -> one.then(e, null, at));
        }
        return new PartyMember(next);
    }
}
