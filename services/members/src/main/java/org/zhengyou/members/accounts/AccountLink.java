package org.zhengyou.members.accounts;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.DEADLINE_REQUIRED;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.OfficeDirectory;
import org.zhengyou.kit.authority.OfficeDirectory.Appointment;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.decide.Told;
import org.zhengyou.members.accounts.AccountCommand.IssueInvite;
import org.zhengyou.members.accounts.AccountCommand.LinkAccount;
import org.zhengyou.members.accounts.AccountCommand.UnlinkAccount;
import org.zhengyou.members.accounts.AccountEvent.AccountLinked;
import org.zhengyou.members.accounts.AccountEvent.AccountUnlinked;
import org.zhengyou.members.accounts.AccountEvent.InviteIssued;
import org.zhengyou.members.accounts.CampusEvent.LinkProposed;
import org.zhengyou.members.register.MemberId;
import org.zhengyou.members.register.PartyMember;

/**
 * 账号 (P-ACCOUNTS). By which account a member signs in. At most one invite is open: the one recorded
 * last, until it is redeemed, runs out or the account is unlinked.
 *
 * @param way what happened to the account of one member
 */
public record AccountLink(History<AccountEvent> way) {
    /** The policy that says who gives accounts to whom. */
    static final String CLAUSE = "P-ACCOUNTS";

    /** How many days after its effective date an invite may still be open. */
    static final int MOST_DAYS = 14;

    private static final AccountLink NONE = new AccountLink(History.none());

    /** To whom an account at an issuer was linked. */
    private static final Ground<History<AccountLinked>> SUBJECT =
            Ground.of("accountSubject", AccountLinked.class, History.none(), History::and);

    /** The rules of accounts. */
    public static Decider<AccountCommand, AccountEvent, AccountLink> decider() {
        return Decider.of("account", AccountCommand.class, AccountEvent.class)
                .about(AccountCommand::member, AccountEvent::member)
                .restsOn(PartyMember.GROUND, AccountCommand::member)
                .restsOnEach(
                        SUBJECT,
                        c -> subject(c instanceof LinkAccount link ? link.subjectDigest() : null))
                .restsOn(
                        CampusLink.GROUND,
                        c ->
                                c instanceof LinkAccount link
                                        ? new ProposalId(link.codeDigest())
                                        : null)
                .alsoTagged(e -> subject(e instanceof AccountLinked to ? to.subjectDigest() : null))
                .decides(NONE, AccountLink::decide, AccountLink::after)
                .concerning((link, event, given) -> concern(event, given));
    }

    private static Set<Tag> subject(@Nullable String digest) {
        return digest == null ? Set.of() : Set.of(SUBJECT.tag(digest));
    }

    private static Concern concern(AccountEvent event, Given given) {
        return Concern.of(given.on(PartyMember.GROUND).branch(event.member()), CLAUSE)
                .and(event.member());
    }

    private static List<? extends AccountEvent> decide(
            AccountLink link, AccountCommand command, Given given) {
        return switch (command) {
            case IssueInvite c -> link.issue(c, given);
            case LinkAccount c -> link.link(c, given);
            case UnlinkAccount c -> link.unlink(c, given);
        };
    }

    private AccountLink after(Told<AccountEvent> told) {
        return new AccountLink(way.and(told));
    }

    private List<InviteIssued> issue(IssueInvite c, Given given) {
        PartyMember member = given.on(PartyMember.GROUND);
        String branch = member.branch(c.member()).value();
        given.authority().require(OfficeFunction.IMPLEMENT, branch, CLAUSE);
        requireAboveOffices(c.member(), given);
        given.authority().requireInPerson(CLAUSE);
        LocalDate latest = given.effectiveOn().plusDays(MOST_DAYS);
        LocalDate until = c.expiresOn() == null ? latest : c.expiresOn();
        var issued = new InviteIssued(c.invite(), c.member(), c.codeDigest(), until);
        var known =
                way.last(InviteIssued.class, one -> one.invite().equals(c.invite())).orElse(null);
        if (Once.of(known, issued, given).or(CLAUSE, "this invite was issued otherwise"))
            return List.of();
        if (member.hasEnded()) throw refuse(STEP_OUT_OF_ORDER, CLAUSE, "the membership has ended");
        requireNotEarlier(given);
        if (until.isBefore(given.effectiveOn()) || until.isAfter(latest))
            throw refuse(
                    DEADLINE_REQUIRED,
                    CLAUSE,
                    "an invite is open from its effective date to %s at most | 邀请自生效日起有效，最晚至 %1$s"
                            .formatted(latest));
        return List.of(issued);
    }

    /**
     * Whoever can issue an invite can take the account over: so nobody does for somebody who holds
     * an office that is not under them, and for the committee's own offices its secretary alone;
     * and by their own hand, for the code is in that hand.
     */
    private static void requireAboveOffices(MemberId member, Given given) {
        String committee = OrganizationDirectory.committee(given).orElse("");
        OfficeDirectory.heldBy(given, member.value(), given.effectiveAt())
                .map(Map.Entry::getValue)
                .forEach(held -> requireAbove(held, committee, given));
    }

    private static void requireAbove(Appointment held, String committee, Given given) {
        if (held.organization().equals(committee) && held.body().isEmpty())
            given.authority().requireCommitteeSecretary(CLAUSE);
        else given.authority().require(OfficeFunction.IMPLEMENT, held.organization(), CLAUSE);
    }

    private List<AccountLinked> link(LinkAccount c, Given given) {
        given.authority().requireSelf(c.member().value(), CLAUSE);
        given.authority().requireInPerson(CLAUSE);
        InviteId invite = redeemed(c, given);
        boolean isAnothers =
                given.on(SUBJECT)
                        .last(AccountLinked.class, one -> !one.member().equals(c.member()))
                        .isPresent();
        if (isAnothers) throw refuse(ALREADY_ON_RECORD, CLAUSE, "this account is another member's");
        requireNotEarlier(given);
        return List.of(new AccountLinked(c.member(), invite, c.issuer(), c.subjectDigest()));
    }

    /** By which invite; null if by an account of the university. */
    private @Nullable InviteId redeemed(LinkAccount c, Given given) {
        Optional<LinkProposed> proposed = given.on(CampusLink.GROUND).open(c.member(), given);
        if (proposed.isEmpty()) return openInvite(c.codeDigest(), given).invite();
        if (given.on(PartyMember.GROUND).hasEnded())
            throw refuse(STEP_OUT_OF_ORDER, CLAUSE, "the membership has ended");
        if (way.last(AccountUnlinked.class).isPresent()
                && way.since(AccountUnlinked.class).told().isEmpty())
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    CLAUSE,
                    "the account was unlinked: it takes an invite to open it again");
        if (!proposed.get().issuer().equals(c.issuer()))
            throw refuse(NOT_ON_RECORD, CLAUSE, "the account is at another provider than was said");
        return null;
    }

    /** Why a code opens nothing is not told: not even that there was such an invite. */
    private InviteIssued openInvite(String codeDigest, Given given) {
        AccountEvent latest = way.told().isEmpty() ? null : way.told().getLast().event();
        if (latest instanceof InviteIssued invite
                && invite.codeDigest().equals(codeDigest)
                && !given.effectiveOn().isAfter(invite.expiresOn())) return invite;
        throw refuse(
                NOT_ON_RECORD,
                CLAUSE,
                "no open invite of this member has this code: one that was used, has run out or was"
                        + " replaced is none | 该邀请码无效：已使用、已过期或已被替换的邀请码均不可用");
    }

    private List<AccountUnlinked> unlink(UnlinkAccount c, Given given) {
        String branch = given.on(PartyMember.GROUND).branch(c.member()).value();
        given.authority()
                .requireSelfOr(c.member().value(), OfficeFunction.IMPLEMENT, branch, CLAUSE);
        if (!given.actor().person().equals(c.member().value()))
            requireAboveOffices(c.member(), given);
        var unlinked = new AccountUnlinked(c.member(), c.reason());
        History<AccountEvent> since = way.since(AccountUnlinked.class);
        var known = since.told().isEmpty() ? way.last(AccountUnlinked.class).orElse(null) : null;
        if (Once.of(known, unlinked, given).or(CLAUSE, "the account was unlinked otherwise"))
            return List.of();
        if (since.last(AccountLinked.class).isEmpty())
            throw refuse(NOT_ON_RECORD, CLAUSE, "no account is linked to this member");
        requireNotEarlier(given);
        return List.of(unlinked);
    }

    private void requireNotEarlier(Given given) {
        if (way.told().isEmpty()) return;
        Told<AccountEvent> latest = way.told().getLast();
        if (given.effectiveAt().isBefore(latest.effectiveAt()))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    CLAUSE,
                    "on record since " + latest.on() + ": only what is true later can follow");
    }
}
