package org.zhengyou.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyou.kit.decide.MayLieAhead;
import org.zhengyou.kit.validation.InvalidCommandException;

class EffectiveTimeTest {
    private static final Instant NOW = Instant.parse("2010-06-15T08:00:00Z");

    @MayLieAhead
    private record Appoint(String office) {}

    private record Hold(String meeting) {}

    @Test
    void a_date_means_its_first_moment_at_the_university() {
        assertThat(EffectiveTime.parse("2010-06-15")).isEqualTo("2010-06-14T16:00:00Z");
    }

    @Test
    void an_instant_is_taken_to_the_microsecond() {
        assertThat(checked(Hold.class, "2010-06-15T00:00:00.123456789Z"))
                .isEqualTo("2010-06-15T00:00:00.123456Z");
    }

    @Test
    void the_first_day_and_a_year_ahead_are_still_allowed() {
        assertThat(checked(Hold.class, "1921-07-01")).isEqualTo("1921-06-30T16:00:00Z");
        assertThat(checked(Appoint.class, "2011-06-15")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1921-06-30", "2011-06-20", "+1000000000-01-01T00:00:00Z", "", "now"})
    void everything_else_is_refused(String text) {
        assertRefused(Appoint.class, text, "must");
    }

    @Test
    void what_happened_happened_by_now_but_clocks_may_differ_a_little() {
        assertThat(checked(Hold.class, "2010-06-15T08:00:59Z")).isNotNull();
        assertRefused(Hold.class, "2010-06-15T08:01:01Z", "must not lie ahead");
        assertRefused(Hold.class, "2010-06-16", "不得晚于今日");
    }

    private static Instant checked(Class<?> command, String text) {
        return EffectiveTime.checked(command, EffectiveTime.parse(text), NOW);
    }

    private static void assertRefused(Class<?> command, String text, String part) {
        assertThatThrownBy(() -> checked(command, text))
                .isInstanceOfSatisfying(
                        InvalidCommandException.class,
                        e -> assertThat(e.violations().toString()).contains(part));
    }
}
