package org.zhengyou.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectiveTimeTest {
    private static final Instant NOW = Instant.parse("2010-06-15T08:00:00Z");

    @Test
    void a_date_begins_at_the_university() {
        assertThat(EffectiveTime.parse("2010-06-15", NOW)).isEqualTo("2010-06-14T16:00:00Z");
    }

    @Test
    void an_instant_is_kept_to_the_microsecond() {
        assertThat(EffectiveTime.parse("2010-06-15T00:00:00.123456789Z", NOW))
                .isEqualTo("2010-06-15T00:00:00.123456Z");
    }

    @Test
    void the_first_day_and_a_year_ahead_are_still_allowed() {
        assertThat(EffectiveTime.parse("1921-07-01", NOW)).isEqualTo("1921-06-30T16:00:00Z");
        assertThat(EffectiveTime.parse("2011-06-15", NOW)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1921-06-30", "2011-06-20", "+1000000000-01-01T00:00:00Z", "", "now"})
    void everything_else_is_refused(String text) {
        assertThatThrownBy(() -> EffectiveTime.parse(text, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must");
    }
}
