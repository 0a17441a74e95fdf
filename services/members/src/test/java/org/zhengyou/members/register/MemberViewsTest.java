package org.zhengyou.members.register;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.DeciderScenario.day;
import static org.zhengyou.kit.spec.University.seated;
import static org.zhengyou.members.University.ANN;
import static org.zhengyou.members.University.BOB;
import static org.zhengyou.members.University.BRANCH;
import static org.zhengyou.members.University.OTHER_BRANCH;
import static org.zhengyou.members.University.name;
import static org.zhengyou.members.University.number;
import static org.zhengyou.members.University.reader;
import static org.zhengyou.members.University.registered;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Cut;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.members.register.MemberEvent.MemberTransferred;
import org.zhengyou.members.register.MemberEvent.MembershipEnded;
import org.zhengyou.members.register.MemberEvent.PartyMemberRegistered;
import org.zhengyou.members.register.Members.Row;
import org.zhengyou.members.register.Members.Shown;

/** Facts lie a day apart, from 2010-06-01 on. */
class MemberViewsTest {
    private static final Members MEMBERS = new Members();
    private static final BranchRoster ROSTER = new BranchRoster();
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "members",
                    "2010-06-01",
                    registered(ANN, BRANCH),
                    registered(BOB, BRANCH),
                    new MemberTransferred(ANN, BRANCH, OTHER_BRANCH),
                    new MemberTransferred(ANN, OTHER_BRANCH, BRANCH),
                    new MembershipEnded(BOB, BRANCH, EndReason.LEFT));

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_rows() {
        ViewLaws.isOrderFree(ROSTER, FACTS);
        ViewLaws.survivesStorage(ROSTER, FACTS);
        ViewLaws.isOrderFree(MEMBERS, FACTS);
        ViewLaws.survivesStorage(
                MEMBERS, ViewLaws.facts("members", "2010-06-01", sealed(), FACTS.get(2).event()));
    }

    /** In clear a personal value is never stored: the kit seals it on the way. */
    private static PartyMemberRegistered sealed() {
        Personal nobodyOpens = new Personal(ANN.value(), null);
        return new PartyMemberRegistered(ANN, BRANCH, MemberKind.STUDENT, nobodyOpens, nobodyOpens);
    }

    @Test
    void the_roster_of_a_past_day_is_the_one_the_branch_had_that_day() {
        assertThat(roster(BRANCH, "2010-05-31")).isEmpty();
        assertThat(roster(BRANCH, "2010-06-01")).containsExactly("ann");
        assertThat(roster(BRANCH, "2010-06-02")).containsExactly("ann", "bob");
        assertThat(roster(BRANCH, "2010-06-03")).containsExactly("bob");
        assertThat(roster(OTHER_BRANCH, "2010-06-02")).isEmpty();
        assertThat(roster(OTHER_BRANCH, "2010-06-03")).containsExactly("ann");
        assertThat(roster(OTHER_BRANCH, "2010-06-04")).isEmpty();
        assertThat(roster(BRANCH, "2010-06-05")).containsExactly("ann");
    }

    @Test
    void a_transfer_shows_from_the_date_it_is_true_and_not_from_its_entry() {
        Fact<?> moved = FACTS.get(2);
        Fact<?> late =
                new Fact<>(
                        "members",
                        9,
                        "late",
                        moved.type(),
                        moved.event(),
                        day("2010-06-03"),
                        day("2010-12-31"),
                        moved.metadata());
        Row row = requireNonNull(ViewLaws.rows(MEMBERS, List.of(FACTS.get(0), late)).get("ann"));
        assertThat(requireNonNull(MEMBERS.answer("ann", row, day("2010-06-02"))).branch())
                .isEqualTo(BRANCH.value());
        assertThat(requireNonNull(MEMBERS.answer("ann", row, day("2010-06-03"))).branch())
                .isEqualTo(OTHER_BRANCH.value());
    }

    @Test
    void a_member_is_shown_with_name_number_kind_and_the_branch_of_that_day() {
        assertThat(member(ANN, "2010-05-31")).isNull();
        assertThat(member(ANN, "2010-06-03"))
                .isEqualTo(
                        new Shown(
                                Personal.of("ann", name(ANN)),
                                Personal.of("ann", number(ANN)),
                                MemberKind.STUDENT,
                                OTHER_BRANCH.value()));
        assertThat(requireNonNull(member(BOB, "2010-06-05")).branch()).isNull();
    }

    @Test
    void a_record_is_for_the_member_for_those_who_lead_the_branch_and_for_the_committee() {
        Row ann = row(ANN);
        assertThat(MEMBERS.audience(ann).admits(reader("ann"))).isTrue();
        assertThat(MEMBERS.audience(ann).admits(reader("lin", BRANCH))).isTrue();
        assertThat(MEMBERS.audience(ann).admits(reader("gao"))).isTrue();
        assertThat(MEMBERS.audience(ann).admits(reader("han", OTHER_BRANCH))).isFalse();
        assertThat(MEMBERS.audience(ann).admits(reader("bob"))).isFalse();
        assertThat(MEMBERS.audience(ann).admits(reader("auditor"))).isFalse();
        assertThat(MEMBERS.audience(ann).admits(seated("han", BRANCH))).isFalse();
    }

    @Test
    void after_the_end_no_branch_reads_the_record_any_more() {
        assertThat(MEMBERS.audience(row(BOB)).admits(reader("lin", BRANCH))).isFalse();
        assertThat(MEMBERS.audience(row(BOB)).admits(reader("bob"))).isTrue();
        assertThat(MEMBERS.audience(row(BOB)).admits(reader("gao"))).isTrue();
    }

    @Test
    void a_roster_is_for_those_who_lead_the_branch_of_then_and_for_auditors_and_the_committee() {
        var row = requireNonNull(ViewLaws.rows(ROSTER, FACTS).get(ANN.value()));
        var moved = ROSTER.cut(row, Cut.at(day("2010-06-03")));
        assertThat(ROSTER.audience(row).admits(reader("lin", BRANCH))).isTrue();
        assertThat(ROSTER.audience(row).admits(reader("auditor"))).isTrue();
        assertThat(ROSTER.audience(row).admits(reader("gao"))).isTrue();
        assertThat(ROSTER.audience(row).admits(reader("han", OTHER_BRANCH))).isFalse();
        assertThat(ROSTER.audience(row).admits(reader("ann"))).isFalse();
        assertThat(ROSTER.audience(moved).admits(reader("han", OTHER_BRANCH))).isTrue();
        assertThat(ROSTER.audience(moved).admits(reader("lin", BRANCH))).isFalse();
    }

    private static Row row(MemberId member) {
        return requireNonNull(ViewLaws.rows(MEMBERS, FACTS).get(member.value()));
    }

    private static @Nullable Shown member(MemberId member, String date) {
        return MEMBERS.answer(member.value(), row(member), day(date));
    }

    private static List<String> roster(BranchId branch, String date) {
        return ViewLaws.rows(ROSTER, FACTS).entrySet().stream()
                .map(one -> ROSTER.answer(one.getKey(), one.getValue(), day(date)))
                .filter(shown -> shown != null && shown.branch().equals(branch.value()))
                .map(shown -> requireNonNull(shown).member())
                .toList();
    }
}
