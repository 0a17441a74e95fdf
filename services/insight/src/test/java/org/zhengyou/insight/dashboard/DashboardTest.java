package org.zhengyou.insight.dashboard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationDissolved;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationEstablished;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationsMerged;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;

/** The lines of the dashboard. Facts lie a day apart, from 2010-06-01 on. */
class DashboardTest {
    private static final Dashboard VIEW = new Dashboard();
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "organizations",
                    "2010-06-01",
                    new OrganizationEstablished("com", "PARTY_COMMITTEE", null, "党委", "Committee"),
                    new OrganizationEstablished("gb-1", "GENERAL_BRANCH", "com", "一", "One"),
                    new OrganizationEstablished("gb-2", "GENERAL_BRANCH", "com", "二", "Two"),
                    new OrganizationEstablished("b", "BRANCH", "gb-1", "支部", "Branch"),
                    new OrganizationEstablished("lib", "DIRECT_BRANCH", "com", "图书馆", "Library"),
                    new OrganizationsMerged("gb-2", List.of("gb-1"), List.of("b")), // 06
                    new OrganizationEstablished("gb-3", "GENERAL_BRANCH", "com", "三", "Three"),
                    new OrganizationsMerged("gb-3", List.of("gb-2"), List.of("b")), // 08
                    new OrganizationDissolved("lib"));

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_lines() {
        ViewLaws.isOrderFree(VIEW, FACTS);
        ViewLaws.survivesStorage(VIEW, FACTS);
    }

    @Test
    void a_line_names_the_organisation_and_says_whether_it_is_of_the_second_tier() {
        assertThat(line("lib", "2010-06-05"))
                .isEqualTo(
                        new Dashboard.Line("lib", "图书馆", "Library", "DIRECT_BRANCH", "com", true));
        assertThat(line("b", "2010-06-05").secondTier()).isFalse();
        assertThat(line("com", "2010-06-05").parent()).isNull();
    }

    @Test
    void an_organisation_that_does_not_exist_has_no_line() {
        assertThat(answer("lib", "2010-06-04")).isNull();
        assertThat(answer("lib", "2010-06-09")).isNull();
        assertThat(answer("gb-1", "2010-06-05")).isNotNull();
        assertThat(answer("gb-1", "2010-06-06")).isNull();
    }

    @Test
    void a_branch_stands_under_the_heir_from_the_merger_on_and_not_before() {
        assertThat(line("b", "2010-06-05").parent()).isEqualTo("gb-1");
        assertThat(line("b", "2010-06-06").parent()).isEqualTo("gb-2");
        assertThat(line("b", "2010-06-08").parent()).isEqualTo("gb-3");
    }

    @Test
    void whatever_has_a_line_stands_under_something_that_has_a_line_too() {
        for (String date : List.of("2010-06-05", "2010-06-06", "2010-06-08"))
            assertThat(answer(requireNonNull(line("b", date).parent()), date)).isNotNull();
    }

    @Test
    void lines_are_open_to_leaders_auditors_and_the_committee() {
        assertThat(Readers.admitted(VIEW.audience(row("lib")), "lib")).isTrue();
        assertThat(Readers.admitted(VIEW.audience(row("lib")), "b")).isFalse();
    }

    private static OrganizationRow row(String key) {
        return requireNonNull(ViewLaws.rows(VIEW, FACTS).get(key));
    }

    private static Dashboard.Line line(String key, String date) {
        return requireNonNull(answer(key, date));
    }

    private static Dashboard.@Nullable Line answer(String key, String date) {
        return VIEW.answer(key, row(key), day(date));
    }
}
