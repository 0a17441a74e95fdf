package org.zhengyou.members.accounts;

import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.DEADLINE_REQUIRED;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.members.University.ANN;
import static org.zhengyou.members.University.BOB;
import static org.zhengyou.members.University.BRANCH;
import static org.zhengyou.members.University.GAO;
import static org.zhengyou.members.University.LIN;
import static org.zhengyou.members.University.OTHER_BRANCH;
import static org.zhengyou.members.University.registered;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.AppointmentFacts.BodyAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.decide.RefusalCode;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.members.University;
import org.zhengyou.members.accounts.AccountCommand.IssueInvite;
import org.zhengyou.members.accounts.AccountCommand.LinkAccount;
import org.zhengyou.members.accounts.AccountCommand.UnlinkAccount;
import org.zhengyou.members.accounts.AccountEvent.AccountLinked;
import org.zhengyou.members.accounts.AccountEvent.AccountUnlinked;
import org.zhengyou.members.accounts.AccountEvent.InviteIssued;
import org.zhengyou.members.register.EndReason;
import org.zhengyou.members.register.MemberEvent.MemberTransferred;
import org.zhengyou.members.register.MemberEvent.MembershipEnded;
import org.zhengyou.members.register.MemberId;

class AccountLinkTest {
    private static final String ISSUER = "https://issuer.example";
    private static final String CODE = "a".repeat(64);
    private static final String OTHER_CODE = "b".repeat(64);
    private static final AccountUnlinked UNLINKED =
            new AccountUnlinked(ANN, UnlinkReason.KNOWN_TO_OTHERS);

    private static DeciderScenario<AccountCommand, AccountEvent, AccountLink> scenario() {
        return University.scenario(AccountLink.decider());
    }

    /** Ann belongs to the first branch; now is 15 June 2010, and its secretary acts. */
    private static DeciderScenario<AccountCommand, AccountEvent, AccountLink> withAnn() {
        return scenario().given(registered(ANN, BRANCH)).by(LIN);
    }

    private static DeciderScenario<AccountCommand, AccountEvent, AccountLink> withInvite() {
        return withAnn().given(issued("i-1", CODE, "2010-06-29"));
    }

    private static DeciderScenario<AccountCommand, AccountEvent, AccountLink> withAccount() {
        return withInvite().on("2010-06-20").given(linked(ANN, "i-1"));
    }

    private static IssueInvite issue(String invite, String code, @Nullable String until) {
        return new IssueInvite(
                new InviteId(invite), ANN, code, until == null ? null : LocalDate.parse(until));
    }

    private static InviteIssued issued(String invite, String code, String until) {
        return new InviteIssued(new InviteId(invite), ANN, code, LocalDate.parse(until));
    }

    private static LinkAccount link(MemberId member, String code) {
        return new LinkAccount(member, code, ISSUER, subject(member));
    }

    private static AccountLinked linked(MemberId member, String invite) {
        return new AccountLinked(member, new InviteId(invite), ISSUER, subject(member));
    }

    private static String subject(MemberId member) {
        return member.value().repeat(8);
    }

    private static UnlinkAccount unlink() {
        return new UnlinkAccount(ANN, UnlinkReason.KNOWN_TO_OTHERS);
    }

    @Test
    void the_secretary_of_the_branch_invites_for_a_fortnight_at_most() {
        withAnn()
                .when(issue("i-1", CODE, null))
                .thenEvents(issued("i-1", CODE, "2010-06-29"))
                .when(issue("i-1", CODE, "2010-06-15"))
                .thenEvents(issued("i-1", CODE, "2010-06-15"))
                .when(issue("i-1", CODE, "2010-06-30"))
                .thenRefused(DEADLINE_REQUIRED, "P-ACCOUNTS", "2010-06-29")
                .when(issue("i-1", CODE, "2010-06-14"))
                .thenRefused(DEADLINE_REQUIRED);
    }

    @Test
    void the_branch_of_today_invites_and_not_the_one_left_behind() {
        withAnn()
                .given(new MemberTransferred(ANN, BRANCH, OTHER_BRANCH))
                .when(issue("i-1", CODE, null))
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .by("han")
                .when(issue("i-1", CODE, null))
                .thenEvents(issued("i-1", CODE, "2010-06-29"));
    }

    @Test
    void an_invite_said_again_changes_nothing() {
        withInvite()
                .when(issue("i-1", CODE, null))
                .thenNothing()
                .when(issue("i-1", OTHER_CODE, null))
                .thenRefused(ALREADY_ON_RECORD, "P-ACCOUNTS", "2010-06-15")
                .by("somebody")
                .when(issue("i-1", CODE, null))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void nobody_is_invited_who_is_no_member_any_more_or_never_was() {
        withAnn()
                .given(new MembershipEnded(ANN, BRANCH, EndReason.LEFT))
                .when(issue("i-1", CODE, null))
                .thenRefused(STEP_OUT_OF_ORDER, "P-ACCOUNTS", "ended");
        scenario().when(issue("i-1", CODE, null)).thenRefused(NOT_ON_RECORD);
        scenario().when(unlink()).thenRefused(NOT_ON_RECORD);
    }

    @Test
    void what_is_true_earlier_cannot_follow() {
        withInvite()
                .on("2010-06-14")
                .when(issue("i-2", OTHER_CODE, null))
                .thenRefused(STEP_OUT_OF_ORDER, "P-ACCOUNTS", "2010-06-15")
                .by(ANN.value())
                .when(link(ANN, CODE))
                .thenRefused(STEP_OUT_OF_ORDER);
        withAccount().on("2010-06-19").when(unlink()).thenRefused(STEP_OUT_OF_ORDER);
    }

    @Test
    void nobody_can_take_over_the_account_of_who_holds_an_office_above_them() {
        withAnn()
                .knowing(new OfficeAppointmentMade("a-9", "college", "SECRETARY", ANN.value()))
                .when(issue("i-1", CODE, null))
                .thenRefused(ACTOR_LACKS_AUTHORITY, "P-ACCOUNTS", "college")
                .by("han")
                .when(issue("i-1", CODE, null))
                .thenEvents(issued("i-1", CODE, "2010-06-29"));
        withAnn()
                .knowing(new BodyAppointmentMade("a-9", "b", "committee", "MEMBER", ANN.value()))
                .by("han")
                .when(issue("i-1", CODE, null))
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .by("feng")
                .when(issue("i-1", CODE, null))
                .thenEvents(issued("i-1", CODE, "2010-06-29"));
    }

    @Test
    void accounts_of_the_committee_s_own_offices_are_in_the_hands_of_its_secretary() {
        withAnn()
                .knowing(
                        new OfficeAppointmentMade(
                                "a-9", "committee", "COMMITTEE_MEMBER", ANN.value()))
                .by("feng")
                .when(issue("i-1", CODE, null))
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .by(GAO)
                .through("feng")
                .when(issue("i-1", CODE, null))
                .thenRefused(CONFLICT_OF_INTEREST)
                .by(GAO)
                .when(issue("i-1", CODE, null))
                .thenEvents(issued("i-1", CODE, "2010-06-29"))
                .given(issued("i-1", CODE, "2010-06-29"), linked(ANN, "i-1"))
                .by("feng")
                .when(unlink())
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .by(ANN.value())
                .when(unlink())
                .thenEvents(UNLINKED);
    }

    @Test
    void the_member_redeems_an_invite_until_the_end_of_its_last_day() {
        withInvite()
                .by(ANN.value())
                .on("2010-06-29")
                .when(link(ANN, CODE))
                .thenEvents(linked(ANN, "i-1"))
                .when(link(ANN, OTHER_CODE))
                .thenRefused(NOT_ON_RECORD)
                .on("2010-06-30")
                .when(link(ANN, CODE))
                .thenRefused(NOT_ON_RECORD);
    }

    @Test
    void a_code_works_once_and_only_the_one_issued_last() {
        withInvite()
                .given(issued("i-2", OTHER_CODE, "2010-06-29"))
                .by(ANN.value())
                .when(link(ANN, CODE))
                .thenRefused(NOT_ON_RECORD)
                .when(link(ANN, OTHER_CODE))
                .thenEvents(linked(ANN, "i-2"))
                .given(linked(ANN, "i-2"))
                .when(link(ANN, OTHER_CODE))
                .thenRefused(NOT_ON_RECORD);
    }

    @Test
    void used_run_out_replaced_and_unknown_codes_are_refused_in_the_same_words() {
        String words = "no open invite of this member has this code";
        RefusalCode code = NOT_ON_RECORD;
        withAnn().by(ANN.value()).when(link(ANN, CODE)).thenRefused(code, "P-ACCOUNTS", words);
        withAccount().by(ANN.value()).when(link(ANN, CODE)).thenRefused(code, "P-ACCOUNTS", words);
        withInvite()
                .by(ANN.value())
                .on("2010-07-01")
                .when(link(ANN, CODE))
                .thenRefused(code, "P-ACCOUNTS", words)
                .given(issued("i-2", OTHER_CODE, "2010-07-02"))
                .when(link(ANN, CODE))
                .thenRefused(code, "P-ACCOUNTS", words);
    }

    @Test
    void nobody_redeems_for_somebody_else() {
        withInvite()
                .knowing(
                        new OfficeAppointmentMade(
                                "a-9", BRANCH.value(), "DEPUTY_SECRETARY", ANN.value()))
                .when(link(ANN, CODE))
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .by(ANN.value())
                .through(LIN)
                .when(link(ANN, CODE))
                .thenRefused(CONFLICT_OF_INTEREST);
    }

    @Test
    void one_account_is_of_one_person() {
        withInvite()
                .given(
                        new AccountLinked(BOB, new InviteId("i-0"), ISSUER, subject(ANN)),
                        issued("i-1", CODE, "2010-06-29"))
                .by(ANN.value())
                .when(link(ANN, CODE))
                .thenRefused(ALREADY_ON_RECORD, "P-ACCOUNTS", "another member");
    }

    @Test
    void a_new_invite_lets_the_member_choose_a_new_password_for_the_same_account() {
        withAccount()
                .when(issue("i-2", OTHER_CODE, null))
                .thenEvents(issued("i-2", OTHER_CODE, "2010-07-04"))
                .given(issued("i-2", OTHER_CODE, "2010-07-04"))
                .by(ANN.value())
                .when(link(ANN, OTHER_CODE))
                .thenEvents(linked(ANN, "i-2"));
    }

    @Test
    void the_member_and_the_secretary_of_the_branch_end_an_account_and_nobody_else() {
        withAccount()
                .when(unlink())
                .thenEvents(UNLINKED)
                .by(ANN.value())
                .when(unlink())
                .thenEvents(UNLINKED)
                .by(BOB.value())
                .when(unlink())
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void an_account_ends_once_and_an_open_invite_with_it() {
        withAccount()
                .given(issued("i-2", OTHER_CODE, "2010-07-01"))
                .when(unlink())
                .thenEvents(UNLINKED)
                .given(UNLINKED)
                .when(unlink())
                .thenNothing()
                .when(new UnlinkAccount(ANN, UnlinkReason.NOT_NEEDED))
                .thenRefused(ALREADY_ON_RECORD)
                .by(ANN.value())
                .when(link(ANN, OTHER_CODE))
                .thenRefused(NOT_ON_RECORD);
    }

    @Test
    void without_an_account_there_is_nothing_to_end() {
        withInvite().when(unlink()).thenRefused(NOT_ON_RECORD, "P-ACCOUNTS", "no account");
        withAccount()
                .given(UNLINKED, issued("i-2", OTHER_CODE, "2010-07-01"))
                .when(unlink())
                .thenRefused(NOT_ON_RECORD);
    }
}
