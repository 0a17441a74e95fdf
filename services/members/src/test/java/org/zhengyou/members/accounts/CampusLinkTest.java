package org.zhengyou.members.accounts;

import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.members.University.ANN;
import static org.zhengyou.members.University.BOB;
import static org.zhengyou.members.University.BRANCH;
import static org.zhengyou.members.University.GAO;
import static org.zhengyou.members.University.number;
import static org.zhengyou.members.University.registered;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.members.University;
import org.zhengyou.members.accounts.AccountCommand.LinkAccount;
import org.zhengyou.members.accounts.AccountEvent.AccountLinked;
import org.zhengyou.members.accounts.AccountEvent.AccountUnlinked;
import org.zhengyou.members.accounts.AccountEvent.InviteIssued;
import org.zhengyou.members.accounts.CampusCommand.MarkLinkDisputed;
import org.zhengyou.members.accounts.CampusCommand.ProposeLink;
import org.zhengyou.members.accounts.CampusEvent.LinkDisputed;
import org.zhengyou.members.accounts.CampusEvent.LinkProposed;
import org.zhengyou.members.register.EndReason;
import org.zhengyou.members.register.MemberEvent.MembershipEnded;
import org.zhengyou.members.register.MemberEvent.PartyMemberRegistered;
import org.zhengyou.members.register.MemberId;
import org.zhengyou.members.register.MemberKind;

class CampusLinkTest {
    private static final String CAMPUS = "https://campus.example";
    private static final ProposalId PROPOSAL = new ProposalId("c".repeat(64));
    private static final LinkProposed PROPOSED = new LinkProposed(PROPOSAL, ANN, CAMPUS);
    private static final LinkDisputed DISPUTED = new LinkDisputed(PROPOSAL, ANN, CAMPUS);
    private static final String SUBJECT = "keyed-hash-of-an-account";
    private static final AccountLinked LINKED = new AccountLinked(ANN, null, CAMPUS, SUBJECT);

    private static DeciderScenario<CampusCommand, CampusEvent, CampusLink> atTheDoor() {
        return University.scenario(CampusLink.decider())
                .given(registered(ANN, BRANCH), registered(BOB, BRANCH))
                .by(PROPOSAL.value());
    }

    private static DeciderScenario<AccountCommand, AccountEvent, AccountLink> proposed() {
        return University.scenario(AccountLink.decider())
                .given(registered(ANN, BRANCH), PROPOSED)
                .by(ANN.value());
    }

    private static ProposeLink propose(String number) {
        return new ProposeLink(PROPOSAL, CAMPUS, number);
    }

    private static LinkAccount link(MemberId member, String issuer) {
        return new LinkAccount(member, PROPOSAL.value(), issuer, SUBJECT);
    }

    @Test
    void who_comes_from_the_university_is_proposed_to_be_the_member_with_that_number() {
        atTheDoor()
                .when(propose(number(ANN)))
                .thenEvents(PROPOSED)
                .when(propose("nobody-s"))
                .thenRefused(NOT_ON_RECORD, "P-ACCOUNTS", "nobody")
                .given(PROPOSED)
                .when(propose(number(ANN)))
                .thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void nobody_is_let_in_by_a_number_that_two_have() {
        var same = Personal.of(BOB.value(), number(ANN));
        atTheDoor()
                .given(new PartyMemberRegistered(BOB, BRANCH, MemberKind.STUDENT, same, same))
                .when(propose(number(ANN)))
                .thenRefused(OUT_OF_SCOPE, "P-ACCOUNTS", "several");
    }

    @Test
    void nobody_but_the_sign_in_service_finds_out_who_has_a_number() {
        for (String other : new String[] {GAO, "ann", "somebody"})
            atTheDoor()
                    .by(other)
                    .when(propose(number(ANN)))
                    .thenRefused(ACTOR_LACKS_AUTHORITY)
                    .when(propose("nobody-s"))
                    .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void nobody_finds_out_who_has_a_number_by_proposing_under_their_own_id() {
        var own = new ProposalId("7b0c7f0e-58a4-4f0c-9a55-3a1c5ad2f6e1");
        for (String number : new String[] {number(ANN), "nobody-s"})
            atTheDoor()
                    .by(own.value())
                    .when(new ProposeLink(own, CAMPUS, number))
                    .thenRefused(ACTOR_LACKS_AUTHORITY, "P-ACCOUNTS", "sign-in service");
    }

    @Test
    void whoever_says_that_they_are_somebody_else_ends_the_proposal() {
        atTheDoor()
                .when(new MarkLinkDisputed(PROPOSAL))
                .thenRefused(NOT_ON_RECORD)
                .given(PROPOSED)
                .when(new MarkLinkDisputed(PROPOSAL))
                .thenEvents(DISPUTED)
                .given(DISPUTED)
                .when(new MarkLinkDisputed(PROPOSAL))
                .thenNothing();
        proposed().given(DISPUTED).when(link(ANN, CAMPUS)).thenRefused(NOT_ON_RECORD);
    }

    @Test
    void the_member_links_what_was_proposed_on_the_same_day_and_nobody_else_does() {
        proposed()
                .when(link(ANN, CAMPUS))
                .thenEvents(LINKED)
                .when(link(ANN, "https://elsewhere.example"))
                .thenRefused(NOT_ON_RECORD, "P-ACCOUNTS", "provider")
                .on("2010-06-16")
                .when(link(ANN, CAMPUS))
                .thenRefused(NOT_ON_RECORD)
                .on("2010-06-15")
                .by(BOB.value())
                .when(link(ANN, CAMPUS))
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .given(registered(BOB, BRANCH))
                .when(link(BOB, CAMPUS))
                .thenRefused(NOT_ON_RECORD);
    }

    @Test
    void an_account_of_the_university_is_of_one_member() {
        proposed()
                .given(new AccountLinked(BOB, null, CAMPUS, SUBJECT))
                .when(link(ANN, CAMPUS))
                .thenRefused(ALREADY_ON_RECORD, "P-ACCOUNTS", "another member");
    }

    @Test
    void who_is_no_member_any_more_links_nothing() {
        proposed()
                .given(new MembershipEnded(ANN, BRANCH, EndReason.LEFT))
                .when(link(ANN, CAMPUS))
                .thenRefused(STEP_OUT_OF_ORDER, "P-ACCOUNTS", "ended");
    }

    @Test
    void what_the_secretary_ended_the_university_does_not_open_again() {
        var invite =
                new InviteIssued(
                        new InviteId("i-1"), ANN, "a".repeat(64), LocalDate.parse("2010-06-29"));
        proposed()
                .given(LINKED, new AccountUnlinked(ANN, UnlinkReason.NOT_THE_PERSON))
                .when(link(ANN, CAMPUS))
                .thenRefused(STEP_OUT_OF_ORDER, "P-ACCOUNTS", "invite")
                .given(invite)
                .when(link(ANN, CAMPUS))
                .thenEvents(LINKED);
    }
}
