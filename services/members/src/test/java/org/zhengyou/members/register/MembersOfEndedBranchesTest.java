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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationsMerged;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.members.register.MemberEvent.MemberTransferred;
import org.zhengyou.members.register.MembersOfEndedBranches.Branch;
import org.zhengyou.members.register.MembersOfEndedBranches.Shown;

/** Facts lie a day apart, from 2010-06-01 on. */
class MembersOfEndedBranchesTest {
    private static final MembersOfEndedBranches VIEW = new MembersOfEndedBranches();
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
    void who_belongs_to_a_branch_that_ended_is_listed_with_the_heir_until_transferred() {
        assertThat(shown(BRANCH, "2010-06-05")).isNull();
        assertThat(shown(BRANCH, "2010-06-06"))
                .isEqualTo(
                        new Shown(
                                "第一党支部",
                                BRANCH.value(),
                                LocalDate.parse("2010-06-06"),
                                OTHER_BRANCH.value(),
                                1,
                                List.of("ann")));
        assertThat(shown(BRANCH, "2010-06-08")).isNull();
        assertThat(shown(OTHER_BRANCH, "2010-06-08")).isNull();
    }

    @Test
    void who_belongs_to_a_dissolved_branch_is_listed_without_an_heir() {
        Shown library = requireNonNull(shown(LIBRARY, "2010-06-08"));
        assertThat(library.members()).containsExactly("bob");
        assertThat(library.mergedInto()).isNull();
    }

    @Test
    void who_comes_to_a_branch_whose_end_arrives_later_is_listed_too() {
        var facts =
                ViewLaws.facts(
                        "any",
                        "2010-06-01",
                        new OrganizationDissolved(LIBRARY.value()),
                        registered(BOB, LIBRARY));
        Branch row = requireNonNull(ViewLaws.rows(VIEW, facts).get(LIBRARY.value()));
        Shown late = requireNonNull(VIEW.answer(LIBRARY.value(), row, day("2010-06-02")));
        assertThat(late.members()).containsExactly("bob");
        assertThat(late.endedOn()).isEqualTo("2010-06-01");
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
