package org.zhengyou.kit.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import org.junit.jupiter.api.Test;

class HistoryTest {
    private sealed interface Step {
        String who();

        record Opened(String who) implements Step {}

        record Cast(String who) implements Step {}
    }

    private static final History<Step> HISTORY =
            History.<Step>none()
                    .and(told(new Step.Opened("ann"), "2010-06-01"))
                    .and(told(new Step.Cast("bob"), "2010-06-03"))
                    .and(told(new Step.Opened("cai"), "2010-06-02"))
                    .and(told(new Step.Cast("dan"), "2010-06-04"));

    @Test
    void the_last_is_the_one_recorded_last_of_those_meant() {
        assertThat(HISTORY.last(Step.Cast.class).orElseThrow().event().who()).isEqualTo("dan");
        assertThat(HISTORY.last(Step.Cast.class, e -> e.who().equals("bob"))).isPresent();
        assertThat(HISTORY.last(Step.Cast.class, e -> e.who().equals("ann"))).isEmpty();
    }

    @Test
    void a_step_is_required_by_a_date() {
        assertThat(HISTORY.require(Step.Opened.class, day("2010-06-01"), "S1", "opened").event())
                .isEqualTo(new Step.Opened("ann"));
        assertThat(HISTORY.require(Step.Opened.class, day("2010-06-02"), "S1", "opened").event())
                .isEqualTo(new Step.Opened("cai"));
        assertThatThrownBy(() -> HISTORY.require(Step.Cast.class, day("2010-06-02"), "S1", "cast"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(RefusalCode.STEP_OUT_OF_ORDER);
                            assertThat(refusal.reason()).contains("cast");
                        });
    }

    @Test
    void what_came_since_the_last_of_a_kind() {
        assertThat(HISTORY.since(Step.Opened.class).told())
                .extracting(told -> told.event().who())
                .containsExactly("dan");
        assertThat(HISTORY.since(Step.Cast.class).told()).isEmpty();
        assertThat(History.<Step>none().since(Step.Cast.class).told()).isEmpty();
    }

    private static Told<Step> told(Step step, String date) {
        return new Told<>(step, day(date), "e-" + date, step.who());
    }
}
