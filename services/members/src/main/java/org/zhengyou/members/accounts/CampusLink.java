package org.zhengyou.members.accounts;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Told;
import org.zhengyou.members.accounts.CampusCommand.MarkLinkDisputed;
import org.zhengyou.members.accounts.CampusCommand.ProposeLink;
import org.zhengyou.members.accounts.CampusEvent.LinkDisputed;
import org.zhengyou.members.accounts.CampusEvent.LinkProposed;
import org.zhengyou.members.register.MemberId;
import org.zhengyou.members.register.PartyMember;

/**
 * 校园账号 (P-ACCOUNTS). Whom a sign-in by an account of the university was taken for. It stands for
 * one day, and until whoever signed in says that they are somebody else.
 *
 * @param way what was said of one sign-in
 */
public record CampusLink(History<CampusEvent> way) {
    private static final String CLAUSE = AccountLink.CLAUSE;

    /** How proposals of the sign-in service look. */
    private static final Pattern MADE = Pattern.compile(AccountCommand.DIGEST);

    /** What was said of one sign-in, under its proposal. */
    static final Ground<CampusLink> GROUND =
            Ground.of(
                    "campusLink",
                    CampusEvent.class,
                    new CampusLink(History.none()),
                    CampusLink::after);

    /** The rules. */
    public static Decider<CampusCommand, CampusEvent, CampusLink> decider() {
        return Decider.of("campusLink", CampusCommand.class, CampusEvent.class)
                .about(CampusCommand::proposal, CampusEvent::proposal)
                .restsOnEach(
                        PartyMember.NUMBER,
                        c ->
                                c instanceof ProposeLink propose
                                        ? Set.of(PartyMember.NUMBER.tag(propose.number()))
                                        : Set.of())
                .decides(GROUND, CampusLink::decide)
                .concerning(event -> Concern.ofCommittee(CLAUSE).and(event.member()));
    }

    private static List<? extends CampusEvent> decide(
            CampusLink link, CampusCommand command, Given given) {
        requireSignInService(command.proposal(), given);
        return switch (command) {
            case ProposeLink c -> link.propose(c, given);
            case MarkLinkDisputed c -> link.dispute();
        };
    }

    /** A person's id is no proposal: else anybody could ask with a token of their own. */
    private static void requireSignInService(ProposalId proposal, Given given) {
        given.authority().requireSelf(proposal.value(), CLAUSE);
        if (!MADE.matcher(proposal.value()).matches())
            throw refuse(
                    ACTOR_LACKS_AUTHORITY,
                    CLAUSE,
                    "only the sign-in service says this: sign in through the university");
    }

    private CampusLink after(Told<CampusEvent> told) {
        return new CampusLink(way.and(told));
    }

    private List<LinkProposed> propose(ProposeLink c, Given given) {
        if (!way.told().isEmpty())
            throw refuse(ALREADY_ON_RECORD, CLAUSE, "this sign-in was looked at before");
        return List.of(new LinkProposed(c.proposal(), only(given), c.issuer()));
    }

    /** Whose number it is: nobody is let in by a number that two have. */
    private static MemberId only(Given given) {
        List<MemberId> found =
                given.on(PartyMember.NUMBER).told().stream()
                        .map(one -> one.event().member())
                        .distinct()
                        .toList();
        if (found.isEmpty())
            throw refuse(NOT_ON_RECORD, CLAUSE, "nobody on the register has this number");
        if (found.size() > 1)
            throw refuse(OUT_OF_SCOPE, CLAUSE, "several on the register have this number");
        return found.getFirst();
    }

    private List<LinkDisputed> dispute() {
        if (way.last(LinkDisputed.class).isPresent()) return List.of();
        LinkProposed proposed =
                way.last(LinkProposed.class)
                        .map(Told::event)
                        .orElseThrow(() -> refuse(NOT_ON_RECORD, CLAUSE, "nobody was proposed so"));
        return List.of(new LinkDisputed(proposed.proposal(), proposed.member(), proposed.issuer()));
    }

    /** What this member may use in the place of an invite, if it still stands. */
    Optional<LinkProposed> open(MemberId member, Given given) {
        if (way.last(LinkDisputed.class).isPresent()) return Optional.empty();
        return way.last(LinkProposed.class)
                .filter(one -> one.on().equals(given.effectiveOn()))
                .map(Told::event)
                .filter(one -> one.member().equals(member));
    }
}
