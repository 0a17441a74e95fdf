package org.zhengyou.insight.dashboard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.insight.facts.MembersFacts.PartyMemberRegistered;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationEstablished;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationsMerged;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;

/** 合并 (S66, F2) on the dashboard. Facts lie a day apart, from 2010-06-01 on. */
class MergerTest {
    private static final Dashboard VIEW = new Dashboard();
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "any",
                    "2010-06-01",
                    new OrganizationEstablished("com", "PARTY_COMMITTEE", null, "党委", "Committee"),
                    new OrganizationEstablished("gb-1", "GENERAL_BRANCH", "com", "一", "One"),
                    new OrganizationEstablished("gb-2", "GENERAL_BRANCH", "com", "二", "Two"),
                    new OrganizationEstablished("b", "BRANCH", "gb-1", "支部", "Branch"),
                    new PartyMemberRegistered("ann", "b"), // 05
                    new OrganizationsMerged("gb-2", List.of("gb-1"), List.of("b")),
                    new OrganizationEstablished("gb-3", "GENERAL_BRANCH", "com", "三", "Three"),
                    new OrganizationsMerged("gb-3", List.of("gb-2"), List.of("b"))); // 08

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_figures() {
        ViewLaws.isOrderFree(VIEW, FACTS);
        ViewLaws.survivesStorage(VIEW, FACTS);
    }

    @Test
    void a_branch_stands_under_the_heir_from_the_merger_on_and_not_before() {
        assertThat(figures("b", "2010-06-05").parent()).isEqualTo("gb-1");
        assertThat(figures("b", "2010-06-06").parent()).isEqualTo("gb-2");
        assertThat(figures("b", "2010-06-08").parent()).isEqualTo("gb-3");
        assertThat(figures("b", "2010-06-08").members()).isEqualTo(1);
    }

    @Test
    void whatever_has_figures_stands_under_something_that_has_figures_too() {
        for (String date : List.of("2010-06-05", "2010-06-06", "2010-06-08"))
            assertThat(answer(figures("b", date).parent(), date)).isNotNull();
        assertThat(answer("gb-1", "2010-06-06")).isNull();
        assertThat(figures("com", "2010-06-06").parent()).isNull();
    }

    private static OrganizationFigures figures(String key, String date) {
        return requireNonNull(answer(key, date));
    }

    private static @Nullable OrganizationFigures answer(@Nullable String key, String date) {
        var row = requireNonNull(ViewLaws.rows(VIEW, FACTS).get(requireNonNull(key)));
        return VIEW.answer(row.organization(), row, day(date));
    }
}
