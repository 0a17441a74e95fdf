package org.zhengyou.members.accounts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.DeciderScenario.day;
import static org.zhengyou.kit.spec.University.seated;
import static org.zhengyou.members.University.ANN;
import static org.zhengyou.members.University.BOB;
import static org.zhengyou.members.University.BRANCH;
import static org.zhengyou.members.University.OTHER_BRANCH;
import static org.zhengyou.members.University.reader;
import static org.zhengyou.members.University.registered;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Cut;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.members.accounts.AccountEvent.AccountLinked;
import org.zhengyou.members.accounts.AccountEvent.AccountUnlinked;
import org.zhengyou.members.accounts.AccountEvent.InviteIssued;
import org.zhengyou.members.accounts.Accounts.Row;
import org.zhengyou.members.accounts.Accounts.Shown;
import org.zhengyou.members.accounts.CampusEvent.LinkDisputed;
import org.zhengyou.members.accounts.CampusEvent.LinkProposed;
import org.zhengyou.members.register.EndReason;
import org.zhengyou.members.register.MemberEvent.MembershipEnded;
import org.zhengyou.members.register.MemberId;

/** Facts lie a day apart, from 2010-06-01 on. */
class AccountsTest {
    private static final Accounts VIEW = new Accounts();
    private static final String CODE = "a".repeat(64);
    private static final String OTHER_CODE = "b".repeat(64);
    private static final LocalDate UNTIL = LocalDate.parse("2010-06-16");
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "members",
                    "2010-06-01",
                    registered(ANN, BRANCH), // 01
                    registered(BOB, BRANCH),
                    issued("i-1", ANN, CODE), // 03
                    issued("i-2", ANN, OTHER_CODE),
                    new AccountLinked(ANN, new InviteId("i-2"), "issuer", "subject"), // 05
                    issued("i-3", BOB, CODE),
                    new AccountUnlinked(ANN, UnlinkReason.OWN_WISH), // 07
                    new MembershipEnded(ANN, BRANCH, EndReason.LEFT));

    private static InviteIssued issued(String invite, MemberId member, String code) {
        return new InviteIssued(new InviteId(invite), member, code, UNTIL);
    }

    @Test
    void a_member_has_no_account_then_an_invite_then_an_account() {
        assertThat(shown(ANN, "2010-05-31")).isNull();
        assertThat(shown(ANN, "2010-06-02")).isEqualTo(ann(AccountState.NONE, null, null));
        assertThat(shown(ANN, "2010-06-04")).isEqualTo(ann(AccountState.INVITED, UNTIL, null));
        LocalDate linked = LocalDate.parse("2010-06-05");
        assertThat(shown(ANN, "2010-06-05")).isEqualTo(ann(AccountState.LINKED, null, linked));
        assertThat(shown(ANN, "2010-06-07")).isEqualTo(ann(AccountState.NONE, null, null));
    }

    private static Shown ann(
            AccountState state, @Nullable LocalDate inviteUntil, @Nullable LocalDate linkedOn) {
        return new Shown(ANN.value(), BRANCH.value(), state, inviteUntil, linkedOn, null);
    }

    @Test
    void an_invite_is_open_on_its_last_day_and_not_after() {
        assertThat(requireNonNull(shown(BOB, "2010-06-16")).state())
                .isEqualTo(AccountState.INVITED);
        assertThat(requireNonNull(shown(BOB, "2010-06-17")).state()).isEqualTo(AccountState.NONE);
    }

    @Test
    void who_left_without_an_account_is_not_listed() {
        assertThat(shown(ANN, "2010-06-08")).isNull();
    }

    @Test
    void who_leaves_with_an_account_is_still_listed_for_the_committee() {
        var facts =
                ViewLaws.facts(
                        "members",
                        "2010-06-01",
                        registered(ANN, BRANCH),
                        new AccountLinked(ANN, new InviteId("i-2"), "issuer", "subject"),
                        new MembershipEnded(ANN, BRANCH, EndReason.LEFT));
        Row row = requireNonNull(ViewLaws.rows(VIEW, facts).get(ANN.value()));
        Shown shown = requireNonNull(VIEW.answer(ANN.value(), row, day("2010-06-03")));
        assertThat(shown.branch()).isNull();
        assertThat(shown.state()).isEqualTo(AccountState.LINKED);
        assertThat(VIEW.audience(row).admits(reader("gao"))).isTrue();
        assertThat(VIEW.audience(row).admits(reader("lin", BRANCH))).isFalse();
    }

    @Test
    void a_row_is_for_the_member_those_who_head_the_branch_and_the_committee() {
        Row bob = row(BOB);
        assertThat(VIEW.audience(bob).admits(reader("bob"))).isTrue();
        assertThat(VIEW.audience(bob).admits(reader("lin", BRANCH))).isTrue();
        assertThat(VIEW.audience(bob).admits(reader("gao"))).isTrue();
        assertThat(VIEW.audience(bob).admits(reader("ann"))).isFalse();
        assertThat(VIEW.audience(bob).admits(reader("han", OTHER_BRANCH))).isFalse();
        assertThat(VIEW.audience(bob).admits(reader("auditor"))).isFalse();
        assertThat(VIEW.audience(bob).admits(seated("han", BRANCH))).isFalse();
    }

    @Test
    void whoever_shows_the_code_s_digest_sees_whose_it_is_as_long_as_the_invite_is_open() {
        Row live = row(ANN);
        for (String used : List.of(CODE, OTHER_CODE))
            assertThat(VIEW.audience(live).admits(reader(used))).isFalse();
        Row then = VIEW.cut(live, Cut.at(day("2010-06-04")));
        assertThat(VIEW.audience(then).admits(reader(OTHER_CODE))).isTrue();
        assertThat(VIEW.audience(then).admits(reader(CODE))).isFalse();
        assertThat(VIEW.audience(row(BOB)).admits(reader(CODE))).isTrue();
        assertThat(VIEW.audience(row(BOB)).admits(reader(""))).isFalse();
    }

    private static Row row(MemberId member) {
        return requireNonNull(ViewLaws.rows(VIEW, FACTS).get(member.value()));
    }

    private static @Nullable Shown shown(MemberId member, String date) {
        return VIEW.answer(member.value(), row(member), day(date));
    }

    private static final ProposalId PROPOSAL = new ProposalId("c".repeat(64));
    private static final String CAMPUS = "campus-account-of-ann-1";

    private static List<Fact<?>> fromTheUniversity(Object... more) {
        List<Object> all = new ArrayList<>();
        all.add(registered(ANN, BRANCH)); // 01
        all.add(new LinkProposed(PROPOSAL, ANN, "campus")); // 02
        all.addAll(List.of(more)); // from 03 on
        return ViewLaws.facts("members", "2010-06-01", all.toArray());
    }

    private static Row ann(List<Fact<?>> facts) {
        return requireNonNull(ViewLaws.rows(VIEW, facts).get(ANN.value()));
    }

    private static boolean shows(Row row, String subject) {
        return VIEW.audience(row).admits(reader(subject));
    }

    @Test
    void whoever_shows_an_open_proposal_sees_for_whom_it_is_and_then_the_linked_account_does() {
        assertThat(shows(ann(fromTheUniversity()), PROPOSAL.value())).isTrue();
        Row linked = ann(fromTheUniversity(new AccountLinked(ANN, null, "campus", CAMPUS)));
        assertThat(shows(linked, PROPOSAL.value())).isFalse();
        assertThat(shows(linked, CAMPUS)).isTrue();
        Row other =
                ann(
                        fromTheUniversity(
                                new AccountLinked(ANN, null, "campus", CAMPUS),
                                new LinkProposed(new ProposalId("d".repeat(64)), ANN, "campus")));
        assertThat(shows(other, CAMPUS)).as("another's sign-in takes nothing away").isTrue();
        Row ended =
                ann(
                        fromTheUniversity(
                                new AccountLinked(ANN, null, "campus", CAMPUS),
                                new AccountUnlinked(ANN, UnlinkReason.NOT_THE_PERSON)));
        assertThat(shows(ended, CAMPUS)).isFalse();
    }

    @Test
    void the_secretary_sees_that_somebody_came_with_the_number_and_was_another() {
        var facts = fromTheUniversity(new LinkDisputed(PROPOSAL, ANN, "campus"));
        Row row = ann(facts);
        assertThat(shows(row, PROPOSAL.value())).isFalse();
        Shown shown = requireNonNull(VIEW.answer(ANN.value(), row, day("2010-06-03")));
        assertThat(shown.disputedOn()).isEqualTo(LocalDate.parse("2010-06-03"));
        assertThat(shown.state()).isEqualTo(AccountState.NONE);
        Row linked =
                ann(
                        fromTheUniversity(
                                new LinkDisputed(PROPOSAL, ANN, "campus"),
                                new AccountLinked(ANN, null, "campus", CAMPUS)));
        assertThat(requireNonNull(VIEW.answer(ANN.value(), linked, day("2010-06-04"))).disputedOn())
                .isNull();
    }
}
