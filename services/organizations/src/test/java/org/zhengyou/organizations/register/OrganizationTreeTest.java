package org.zhengyou.organizations.register;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.DeciderScenario.day;
import static org.zhengyou.kit.spec.University.seated;
import static org.zhengyou.organizations.University.BRANCH;
import static org.zhengyou.organizations.University.COLLEGE;
import static org.zhengyou.organizations.University.COMMITTEE;
import static org.zhengyou.organizations.University.OTHER_COLLEGE;
import static org.zhengyou.organizations.University.established;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationDissolved;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationsMerged;
import org.zhengyou.organizations.register.OrganizationTree.Node;
import org.zhengyou.organizations.register.OrganizationTree.Shown;

/** Facts lie a day apart, from 2010-06-01 on. */
class OrganizationTreeTest {
    private static final OrganizationTree VIEW = new OrganizationTree();
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "organizations",
                    "2010-06-01",
                    established(COMMITTEE, OrganizationType.PARTY_COMMITTEE, null, "DW"),
                    established(COLLEGE, OrganizationType.GENERAL_BRANCH, COMMITTEE, "A"),
                    established(OTHER_COLLEGE, OrganizationType.GENERAL_BRANCH, COMMITTEE, "B"),
                    established(BRANCH, OrganizationType.BRANCH, COLLEGE, "A1"),
                    new OrganizationsMerged(OTHER_COLLEGE, List.of(COLLEGE), List.of(BRANCH)),
                    new OrganizationDissolved(BRANCH, "A1", "毕业"));

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_tree() {
        ViewLaws.isOrderFree(VIEW, FACTS);
        ViewLaws.survivesStorage(VIEW, FACTS);
    }

    @Test
    void nothing_is_shown_before_it_was_established() {
        assertThat(at(BRANCH, "2010-06-03")).isNull();
        assertThat(shown(BRANCH, "2010-06-04").exists()).isTrue();
    }

    @Test
    void a_question_dated_before_a_merger_shows_the_old_tree() {
        assertThat(shown(BRANCH, "2010-06-04").parent()).isEqualTo(COLLEGE.value());
        assertThat(shown(COLLEGE, "2010-06-04"))
                .matches(Shown::exists)
                .matches(college -> college.mergedInto() == null);
    }

    @Test
    void from_a_merger_on_the_heir_stands_above_and_the_merged_one_is_gone() {
        assertThat(shown(BRANCH, "2010-06-05").parent()).isEqualTo(OTHER_COLLEGE.value());
        assertThat(shown(COLLEGE, "2010-06-05").exists()).isFalse();
        assertThat(shown(COLLEGE, "2010-06-05").mergedInto()).isEqualTo(OTHER_COLLEGE.value());
        assertThat(shown(OTHER_COLLEGE, "2010-06-05").parent()).isEqualTo(COMMITTEE.value());
    }

    @Test
    void a_dissolved_one_is_shown_as_gone() {
        assertThat(shown(BRANCH, "2010-06-05").exists()).isTrue();
        assertThat(shown(BRANCH, "2010-06-06").exists()).isFalse();
    }

    @Test
    void the_committee_has_nothing_above_and_no_kind_of_unit() {
        assertThat(shown(COMMITTEE, "2010-06-01"))
                .isEqualTo(
                        new Shown(
                                "DW",
                                "组织 DW",
                                "Organisation DW",
                                OrganizationType.PARTY_COMMITTEE,
                                null,
                                null,
                                true,
                                null));
    }

    @Test
    void all_who_sign_in_see_the_tree() {
        rows().values()
                .forEach(row -> assertThat(VIEW.audience(row).admits(seated("anybody"))).isTrue());
    }

    private static Map<String, Node> rows() {
        return ViewLaws.rows(VIEW, FACTS);
    }

    private static Shown shown(OrganizationId id, String date) {
        return requireNonNull(at(id, date));
    }

    private static @Nullable Shown at(OrganizationId id, String date) {
        return VIEW.answer(id.value(), requireNonNull(rows().get(id.value())), day(date));
    }
}
