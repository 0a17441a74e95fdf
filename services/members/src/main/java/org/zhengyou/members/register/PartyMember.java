package org.zhengyou.members.register;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.decide.Told;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.members.register.MemberCommand.EndMembership;
import org.zhengyou.members.register.MemberCommand.RegisterPartyMember;
import org.zhengyou.members.register.MemberCommand.TransferMember;
import org.zhengyou.members.register.MemberEvent.MemberTransferred;
import org.zhengyou.members.register.MemberEvent.MembershipEnded;
import org.zhengyou.members.register.MemberEvent.PartyMemberRegistered;

/**
 * 党员 (S4). A member's way. A member belongs to exactly one branch at any instant, because what is
 * recorded is only ever continued after its latest instant.
 *
 * @param way what happened to one member
 */
public record PartyMember(History<MemberEvent> way) {
    private static final String CLAUSE = "S4";

    /** The way of one member. */
    public static final Ground<PartyMember> GROUND =
            Ground.of(
                    "member",
                    MemberEvent.class,
                    new PartyMember(History.none()),
                    PartyMember::after);

    /** Whoever was registered under a number. */
    public static final Ground<History<PartyMemberRegistered>> NUMBER =
            Ground.blind("memberNumber", PartyMemberRegistered.class, History.none(), History::and);

    /** The rules of the members' register. */
    public static Decider<MemberCommand, MemberEvent, PartyMember> decider() {
        return Decider.of("member", MemberCommand.class, MemberEvent.class)
                .about(MemberCommand::member, MemberEvent::member)
                .restsOnEach(NUMBER, PartyMember::number)
                .alsoTagged(PartyMember::tags)
                .decides(GROUND, PartyMember::decide)
                .concerning(MemberEvent::concern);
    }

    /**
     * Where this member belongs; where the member belonged until the end.
     *
     * @throws org.zhengyou.kit.decide.Refusal {@code NOT_ON_RECORD} if there is no such member
     */
    public BranchId branch(MemberId member) {
        return branch(latest(member));
    }

    /** Whether the membership has ended. */
    public boolean hasEnded() {
        return way.last(MembershipEnded.class).isPresent();
    }

    private static Set<Tag> number(MemberCommand command) {
        return command instanceof RegisterPartyMember c ? Set.of(NUMBER.tag(c.number())) : Set.of();
    }

    private static Set<Tag> tags(MemberEvent event) {
        return event instanceof PartyMemberRegistered e && e.number().text() != null
                ? Set.of(NUMBER.tag(e.number().text()))
                : Set.of();
    }

    private static List<? extends MemberEvent> decide(
            PartyMember member, MemberCommand command, Given given) {
        return switch (command) {
            case RegisterPartyMember c -> member.register(c, given);
            case TransferMember c -> member.transfer(c, given);
            case EndMembership c -> member.end(c, given);
        };
    }

    private PartyMember after(Told<MemberEvent> told) {
        return new PartyMember(way.and(told));
    }

    private List<PartyMemberRegistered> register(RegisterPartyMember c, Given given) {
        // Nobody is entitled over a branch that is not known yet, and the branch may still arrive.
        OrganizationDirectory.Entry branch = knownBranch(c.branch(), given);
        given.authority().require(OfficeFunction.IMPLEMENT, c.branch().value(), CLAUSE);
        if (isRegistered(c, given)) return List.of();
        requireBranch(branch, given);
        if (!way.told().isEmpty())
            throw refuse(ALREADY_ON_RECORD, CLAUSE, "this id is another member's");
        return List.of(registered(c, c.member()));
    }

    /** The same said again changes nothing, under whatever id it is said. */
    private static boolean isRegistered(RegisterPartyMember c, Given given) {
        var known = given.on(NUMBER).last(PartyMemberRegistered.class).orElse(null);
        MemberId id = known == null ? c.member() : known.event().member();
        return Once.of(known, registered(c, id), given)
                .or(CLAUSE, "this number is on record with other content or date");
    }

    private static PartyMemberRegistered registered(RegisterPartyMember c, MemberId id) {
        return new PartyMemberRegistered(
                id,
                c.branch(),
                c.kind(),
                Personal.of(id.value(), c.name()),
                Personal.of(id.value(), c.number()));
    }

    private List<MemberTransferred> transfer(TransferMember c, Given given) {
        given.authority().require(OfficeFunction.IMPLEMENT, c.from().value(), CLAUSE);
        Told<MemberEvent> latest = latest(c.member());
        var event = new MemberTransferred(c.member(), c.from(), c.to());
        if (Once.of(same(event, given), event, given).or(CLAUSE, "the member was transferred so"))
            return List.of();
        if (latest.event() instanceof MembershipEnded)
            throw refuse(STEP_OUT_OF_ORDER, CLAUSE, "the membership has ended");
        requireLater(latest, given);
        if (!c.from().equals(branch(latest)))
            throw refuse(OUT_OF_SCOPE, CLAUSE, "the member does not belong to branch from");
        requireBranch(knownBranch(c.to(), given), given);
        return List.of(event);
    }

    /** Such a transfer on that date; else the latest step, if it is such a transfer. */
    private @Nullable Told<MemberTransferred> same(MemberTransferred event, Given given) {
        List<Told<MemberTransferred>> such =
                way.all(MemberTransferred.class).filter(one -> one.event().equals(event)).toList();
        String latest = way.told().getLast().id();
        return such.stream()
                .filter(one -> one.on().equals(given.effectiveOn()))
                .findFirst()
                .or(() -> such.stream().filter(one -> one.id().equals(latest)).findFirst())
                .orElse(null);
    }

    private List<MembershipEnded> end(EndMembership c, Given given) {
        Told<MemberEvent> latest = latest(c.member());
        var event = new MembershipEnded(c.member(), branch(latest), c.reason());
        given.authority().require(OfficeFunction.IMPLEMENT, event.branch().value(), CLAUSE);
        if (Once.of(way.last(MembershipEnded.class).orElse(null), event, given)
                .or(CLAUSE, "the membership has ended otherwise")) return List.of();
        requireLater(latest, given);
        return List.of(event);
    }

    private Told<MemberEvent> latest(MemberId member) {
        if (way.told().isEmpty())
            throw refuse(NOT_ON_RECORD, CLAUSE, "no member " + member.value());
        return way.told().getLast();
    }

    /** Where the member belongs after a step; where the member belonged until the end. */
    private static BranchId branch(Told<MemberEvent> step) {
        return switch (step.event()) {
            case PartyMemberRegistered e -> e.branch();
            case MemberTransferred e -> e.to();
            case MembershipEnded e -> e.branch();
        };
    }

    private static void requireLater(Told<MemberEvent> latest, Given given) {
        if (!given.effectiveAt().isAfter(latest.effectiveAt()))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    CLAUSE,
                    "on record since " + latest.on() + ": only what is true later can follow");
    }

    private static OrganizationDirectory.Entry knownBranch(BranchId branch, Given given) {
        OrganizationDirectory.Entry entry = given.look(OrganizationDirectory.class, branch.value());
        if (!entry.isKnown())
            throw refuse(RESULT_MISSING, CLAUSE, "not known yet: branch " + branch.value());
        return entry;
    }

    private static void requireBranch(OrganizationDirectory.Entry branch, Given given) {
        if (!branch.isBranch() || !branch.existsAt(given.effectiveAt()))
            throw refuse(
                    OUT_OF_SCOPE, CLAUSE, "members belong to a branch that exists on that date");
    }
}
