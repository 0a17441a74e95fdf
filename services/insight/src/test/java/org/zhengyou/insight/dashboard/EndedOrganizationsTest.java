package org.zhengyou.insight.dashboard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.insight.dashboard.EndedOrganizations.Ended;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationDissolved;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationEstablished;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationsMerged;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;

/** Facts lie a day apart, from 2010-06-01 on. */
class EndedOrganizationsTest {
    private static final EndedOrganizations VIEW = new EndedOrganizations();
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "organizations",
                    "2010-06-01",
                    new OrganizationEstablished("com", "PARTY_COMMITTEE", null, "党委", "Committee"),
                    new OrganizationEstablished("gb-1", "GENERAL_BRANCH", "com", "一", "One"),
                    new OrganizationEstablished("gb-2", "GENERAL_BRANCH", "com", "二", "Two"),
                    new OrganizationEstablished("b", "BRANCH", "gb-1", "支部", "Branch"),
                    new OrganizationsMerged("gb-2", List.of("gb-1"), List.of("b")), // 05
                    new OrganizationDissolved("b"));

    @Test
    void what_a_merged_one_did_is_counted_under_its_heir() {
        assertThat(answer("gb-1", "2010-06-04")).isNull();
        assertThat(answer("gb-1", "2010-06-05"))
                .isEqualTo(new Ended("gb-1", "一", "One", "gb-2", LocalDate.of(2010, 6, 5)));
    }

    @Test
    void what_a_dissolved_one_did_is_counted_under_the_one_above_it_then() {
        assertThat(answer("b", "2010-06-05")).isNull();
        assertThat(requireNonNull(answer("b", "2010-06-06")).countedUnder()).isEqualTo("gb-2");
    }

    @Test
    void whatever_lives_or_is_not_known_has_no_row() {
        assertThat(answer("gb-2", "2010-06-06")).isNull();
        assertThat(VIEW.answer("x", VIEW.empty("x"), day("2010-06-06"))).isNull();
    }

    @Test
    void rows_are_open_to_leaders_auditors_and_the_committee() {
        assertThat(Readers.admitted(VIEW.audience(row("b")), "b")).isTrue();
        assertThat(Readers.admitted(VIEW.audience(row("b")), "gb-1")).isFalse();
    }

    private static OrganizationRow row(String key) {
        return requireNonNull(ViewLaws.rows(VIEW, FACTS).get(key));
    }

    private static @Nullable Ended answer(String key, String date) {
        return VIEW.answer(key, row(key), day(date));
    }
}
