package org.zhengyou.members.register;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.DeciderScenario.day;
import static org.zhengyou.members.University.ANN;
import static org.zhengyou.members.University.BOB;
import static org.zhengyou.members.University.BRANCH;
import static org.zhengyou.members.University.GAO;
import static org.zhengyou.members.University.LIBRARY;
import static org.zhengyou.members.University.LIN;
import static org.zhengyou.members.University.OTHER_BRANCH;
import static org.zhengyou.members.University.reader;
import static org.zhengyou.members.University.registered;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationsMerged;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.members.register.EndedBranches.Branch;
import org.zhengyou.members.register.EndedBranches.Shown;
import org.zhengyou.members.register.MemberEvent.MemberTransferred;

/** Facts lie a day apart, from 2010-06-01 on. */
class EndedBranchesTest {
    private static final EndedBranches VIEW = new EndedBranches();
    private static final BranchRoster ROSTER = new BranchRoster();
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "any",
                    "2010-06-01",
                    organization(BRANCH, "第一党支部"),
                    organization(OTHER_BRANCH, "第二党支部"),
                    organization(LIBRARY, "图书馆党支部"),
                    registered(ANN, BRANCH), // 04
                    registered(BOB, LIBRARY),
                    new OrganizationsMerged(
                            OTHER_BRANCH.value(), List.of(BRANCH.value()), List.of()),
                    new OrganizationDissolved(LIBRARY.value()), // 07
                    new MemberTransferred(ANN, BRANCH, OTHER_BRANCH));

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_rows() {
        ViewLaws.isOrderFree(VIEW, FACTS);
        ViewLaws.survivesStorage(VIEW, FACTS);
    }

    @Test
    void a_branch_that_was_merged_is_listed_with_its_heir_from_that_day_on() {
        assertThat(shown(BRANCH, "2010-06-05")).isNull();
        assertThat(shown(BRANCH, "2010-06-06"))
                .isEqualTo(
                        new Shown(
                                "第一党支部",
                                BRANCH.value(),
                                LocalDate.parse("2010-06-06"),
                                OTHER_BRANCH.value()));
        assertThat(shown(OTHER_BRANCH, "2010-06-08")).isNull();
    }

    @Test
    void a_branch_that_was_dissolved_is_listed_without_an_heir() {
        Shown library = requireNonNull(shown(LIBRARY, "2010-06-08"));
        assertThat(library.endedOn()).isEqualTo("2010-06-07");
        assertThat(library.mergedInto()).isNull();
    }

    @Test
    void whoever_is_left_behind_is_on_the_roster_of_an_ended_branch_until_transferred() {
        assertThat(leftBehind(FACTS, "2010-06-05")).isEmpty();
        assertThat(leftBehind(FACTS, "2010-06-06")).containsExactly("ann");
        assertThat(leftBehind(FACTS, "2010-06-07")).containsExactly("ann", "bob");
        assertThat(leftBehind(FACTS, "2010-06-08")).containsExactly("bob");
    }

    @Test
    void who_comes_to_a_branch_whose_end_arrives_later_is_left_behind_too() {
        var facts =
                ViewLaws.facts(
                        "any",
                        "2010-06-01",
                        new OrganizationDissolved(LIBRARY.value()),
                        registered(BOB, LIBRARY));
        assertThat(leftBehind(facts, "2010-06-02")).containsExactly("bob");
    }

    /** As a reader finds them: the roster of all branches that have ended. */
    private static List<String> leftBehind(List<Fact<?>> facts, String date) {
        var ended = new HashMap<>(ViewLaws.rows(VIEW, facts));
        ended.entrySet().removeIf(one -> VIEW.answer("", one.getValue(), day(date)) == null);
        return ViewLaws.rows(ROSTER, facts).entrySet().stream()
                .map(one -> ROSTER.answer(one.getKey(), one.getValue(), day(date)))
                .filter(shown -> shown != null && ended.containsKey(shown.branch()))
                .map(shown -> requireNonNull(shown).member())
                .toList();
    }

    @Test
    void the_list_is_for_the_committee_and_auditors() {
        Branch row = requireNonNull(ViewLaws.rows(VIEW, FACTS).get(BRANCH.value()));
        assertThat(VIEW.audience(row).admits(reader(GAO))).isTrue();
        assertThat(VIEW.audience(row).admits(reader("auditor"))).isTrue();
        assertThat(VIEW.audience(row).admits(reader(LIN, BRANCH))).isFalse();
    }

    private static OrganizationEstablished organization(BranchId id, String labelZh) {
        return new OrganizationEstablished(
                id.value(), "BRANCH", null, "college", labelZh, id.value());
    }

    private static @Nullable Shown shown(BranchId id, String date) {
        Branch row = requireNonNull(ViewLaws.rows(VIEW, FACTS).get(id.value()));
        return VIEW.answer(id.value(), row, day(date));
    }
}
