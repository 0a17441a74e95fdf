package org.zhengyou.evaluations.cycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CAMPAIGN_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.head;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyou.evaluations.University;
import org.zhengyou.evaluations.cycles.ReviewCycleCommand.CloseReviewCycle;
import org.zhengyou.evaluations.cycles.ReviewCycleCommand.OpenReviewCycle;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleClosed;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleOpened;
import org.zhengyou.evaluations.directory.CampaignFacts.CampaignClosed;
import org.zhengyou.evaluations.directory.CampaignFacts.CampaignLaunched;
import org.zhengyou.evaluations.directory.CampaignFacts.MilestoneDateFixed;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.spec.ViewLaws;

class ReviewCycleTest {
    private static final CycleId CYCLE = new CycleId("cycle");
    private static final CycleId OTHER = new CycleId("other");
    private static final OpenReviewCycle OPEN = new OpenReviewCycle(CYCLE, 2010);
    private static final CloseReviewCycle CLOSE = new CloseReviewCycle(CYCLE, 2010);

    @ParameterizedTest
    @ValueSource(strings = {"2010-12-01", "2010-12-31", "2011-01-31"})
    void the_committee_opens_the_cycle_at_the_year_end(String date) {
        scenario().on(date).when(OPEN).thenEvents(opened(CYCLE, date));
        scenario().on(date).by(HAN).when(OPEN).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010-11-30", "2011-02-01", "2010-01-15", "2011-12-01"})
    void no_cycle_opens_at_another_time(String date) {
        scenario().on(date).when(OPEN).thenRefused(STEP_OUT_OF_ORDER, "S109", "December");
    }

    @Test
    void there_is_one_cycle_per_year() {
        var first = opened(CYCLE, "2010-12-10");
        scenario().given(first).when(OPEN).thenNothing();
        scenario()
                .given(first)
                .when(new OpenReviewCycle(OTHER, 2010))
                .thenRefused(ALREADY_ON_RECORD);
        scenario()
                .given(first)
                .on("2011-12-10")
                .when(new OpenReviewCycle(OTHER, 2011))
                .thenEvents(new ReviewCycleOpened(OTHER, 2011, LocalDate.parse("2011-12-10")));
    }

    @Test
    void the_same_said_with_another_date_is_refused() {
        var first = opened(CYCLE, "2010-12-10");
        scenario()
                .given(first)
                .on("2010-12-11")
                .when(OPEN)
                .thenRefused(ALREADY_ON_RECORD, "S109", "2010-12-10");
        scenario()
                .given(first, new ReviewCycleClosed(CYCLE, 2010))
                .on("2010-12-11")
                .when(CLOSE)
                .thenRefused(ALREADY_ON_RECORD, "S109", "2010-12-10");
        scenario()
                .given(first)
                .on("2011-12-10")
                .when(new OpenReviewCycle(CYCLE, 2011))
                .thenRefused(ALREADY_ON_RECORD, "S109", "otherwise");
    }

    @Test
    void all_who_sign_in_find_the_cycles() {
        ReviewCycles view = new ReviewCycles();
        var facts =
                ViewLaws.facts(
                        "evaluations",
                        "2010-12-10",
                        opened(CYCLE, "2010-12-10"),
                        new ReviewCycleClosed(CYCLE, 2010));
        ViewLaws.isOrderFree(view, facts);
        ViewLaws.survivesStorage(view, facts);
        var row = Objects.requireNonNull(ViewLaws.rows(view, facts).get("cycle"));
        LocalDate from = LocalDate.parse("2010-12-10");
        LocalDate to = LocalDate.parse("2010-12-11");
        assertThat(view.audience(row).admits(head("anybody"))).isTrue();
        assertThat(view.answer("cycle", row, DeciderScenario.day("2010-12-09"))).isNull();
        assertThat(view.answer("cycle", row, DeciderScenario.day("2010-12-10")))
                .isEqualTo(new ReviewCycles.Shown(CYCLE, 2010, from, null));
        assertThat(view.answer("cycle", row, DeciderScenario.day("2010-12-11")))
                .isEqualTo(new ReviewCycles.Shown(CYCLE, 2010, from, to));
    }

    @Test
    void no_year_before_the_campaign_has_a_cycle() {
        scenario()
                .on("2010-01-10")
                .when(new OpenReviewCycle(CYCLE, 2009))
                .thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void the_year_end_of_2012_lies_after_the_campaign() {
        var cycle2012 = new OpenReviewCycle(OTHER, 2012);
        var congress =
                new MilestoneDateFixed("c", "EIGHTEENTH_CONGRESS", LocalDate.parse("2012-11-08"));
        for (Object end : List.of(congress, new CampaignClosed("c")))
            scenario()
                    .on("2010-06-08")
                    .knowing(new CampaignLaunched("c"))
                    .on("2012-11-01")
                    .knowing(end)
                    .on("2012-12-10")
                    .when(cycle2012)
                    .thenRefused(CAMPAIGN_CLOSED, "S109", "after the campaign");
    }

    @Test
    void an_end_that_is_not_known_or_still_to_come_keeps_no_cycle_from_opening() {
        var launched = new CampaignLaunched("c");
        scenario().knowing(launched).when(OPEN).thenEvents(opened(CYCLE, "2010-12-10"));
        scenario()
                .knowing(
                        launched,
                        new MilestoneDateFixed(
                                "c", "NINETIETH_ANNIVERSARY", LocalDate.parse("2010-12-01")),
                        new MilestoneDateFixed(
                                "c", "EIGHTEENTH_CONGRESS", LocalDate.parse("2012-11-08")))
                .when(OPEN)
                .thenEvents(opened(CYCLE, "2010-12-10"));
        scenario()
                .on("2012-11-01")
                .knowing(new CampaignClosed("c"))
                .on("2010-12-10")
                .when(OPEN)
                .thenEvents(opened(CYCLE, "2010-12-10"));
    }

    @Test
    void another_campaign_has_year_ends_of_its_own() {
        scenario()
                .on("2012-11-01")
                .knowing(new CampaignLaunched("c"), new CampaignClosed("c"))
                .on("2012-11-20")
                .knowing(new CampaignLaunched("next"))
                .on("2012-12-10")
                .when(new OpenReviewCycle(OTHER, 2012))
                .thenEvents(new ReviewCycleOpened(OTHER, 2012, LocalDate.parse("2012-12-10")));
    }

    @Test
    void the_committee_closes_the_cycle_it_opened() {
        var first = opened(CYCLE, "2010-12-10");
        scenario().given(first).when(CLOSE).thenEvents(new ReviewCycleClosed(CYCLE, 2010));
        scenario().given(first).by(HAN).when(CLOSE).thenRefused(ACTOR_LACKS_AUTHORITY);
        scenario().given(first, new ReviewCycleClosed(CYCLE, 2010)).when(CLOSE).thenNothing();
        scenario().given(first).on("2010-12-09").when(CLOSE).thenRefused(STEP_OUT_OF_ORDER);
        scenario().when(CLOSE).thenRefused(NOT_ON_RECORD);
        scenario().given(first).when(new CloseReviewCycle(CYCLE, 2011)).thenRefused(NOT_ON_RECORD);
    }

    @Test
    void the_registers_count_as_of_the_year_end_or_as_of_the_act_if_that_is_earlier() {
        var before = DeciderScenario.day("2010-12-15");
        assertThat(YearEnd.cycleDate(2010, before)).isEqualTo(before);
        assertThat(YearEnd.cycleDate(2010, DeciderScenario.day("2011-02-01")))
                .isBefore(DeciderScenario.day("2011-01-01"))
                .isAfter(DeciderScenario.day("2010-12-31"));
    }

    private static ReviewCycleOpened opened(CycleId cycle, String on) {
        return new ReviewCycleOpened(cycle, 2010, LocalDate.parse(on));
    }

    private static DeciderScenario<ReviewCycleCommand, ReviewCycleEvent, ?> scenario() {
        return University.scenario(ReviewCycle.decider()).by(GAO).on("2010-12-10");
    }
}
