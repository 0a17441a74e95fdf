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
        return new Shown(ANN.value(), BRANCH.value(), state, inviteUntil, linkedOn);
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
}
