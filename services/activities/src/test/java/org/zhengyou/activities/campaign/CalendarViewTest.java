package org.zhengyou.activities.campaign;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.activities.University.CAMPAIGN;
import static org.zhengyou.activities.University.launched;
import static org.zhengyou.activities.University.phase;
import static org.zhengyou.activities.campaign.Milestone.EIGHTEENTH_CONGRESS;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.campaign.CalendarView.Dates;
import org.zhengyou.activities.campaign.CalendarView.PhaseDates;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignClosed;
import org.zhengyou.activities.campaign.CampaignEvent.MilestoneDateFixed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseClosed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseOpened;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;

/** Facts lie a day apart, from 2010-06-01 on. */
class CalendarViewTest {
    private static final CalendarView VIEW = new CalendarView();
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "activities",
                    "2010-06-01",
                    launched(),
                    phase(1, "2010-06-01", "2010-06-04"),
                    new PhaseOpened(CAMPAIGN, 1),
                    new PhaseClosed(CAMPAIGN, 1),
                    phase(4, "2010-06-05", null),
                    new PhaseOpened(CAMPAIGN, 4),
                    new MilestoneDateFixed(
                            CAMPAIGN, EIGHTEENTH_CONGRESS, LocalDate.parse("2010-06-09")),
                    new CampaignClosed(CAMPAIGN));

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_calendar() {
        ViewLaws.isOrderFree(VIEW, FACTS);
        ViewLaws.survivesStorage(VIEW, FACTS);
    }

    @Test
    void there_is_no_campaign_before_its_launch() {
        assertThat(answer("2010-05-31")).isNull();
        assertThat(dates("2010-06-01").phases()).isEmpty();
    }

    @Test
    void a_phase_is_open_from_its_opening_to_its_close() {
        assertThat(dates("2010-06-02").phases().getFirst().open()).isFalse();
        assertThat(dates("2010-06-03").phases().getFirst().open()).isTrue();
        assertThat(dates("2010-06-04").phases().getFirst().open()).isFalse();
        assertThat(dates("2010-06-06").phases())
                .extracting(PhaseDates::open)
                .containsExactly(false, true);
    }

    @Test
    void no_end_appears_before_the_date_of_the_congress_is_fixed() {
        String before = Json.tolerant().writeValueAsString(answer("2010-06-06"));
        assertThat(before).doesNotContain("2010-06-08", "2010-06-09", "EIGHTEENTH");
        assertThat(dates("2010-06-06").phases().getLast().to()).isNull();
        assertThat(dates("2010-06-07").phases().getLast().to()).isEqualTo("2010-06-08");
    }

    @Test
    void the_campaign_is_shown_as_closed_from_its_end() {
        assertThat(dates("2010-06-07").closed()).isFalse();
        assertThat(dates("2010-06-08").closed()).isTrue();
        assertThat(dates("2010-06-08").phases()).noneMatch(PhaseDates::open);
    }

    private static Dates dates(String date) {
        return (Dates) requireNonNull(answer(date));
    }

    private static @Nullable Record answer(String date) {
        Instant asOf = day(date);
        String key = CAMPAIGN.value();
        return VIEW.answer(key, requireNonNull(ViewLaws.rows(VIEW, FACTS).get(key)), asOf);
    }
}
