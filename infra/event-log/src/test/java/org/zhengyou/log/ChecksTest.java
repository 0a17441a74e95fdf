package org.zhengyou.log;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The checks of this suite find the mistakes they are there for. */
class ChecksTest {
    @Test
    void a_gap_is_found() {
        fails(() -> Checks.gapless(List.of(at(1, 0), at(3, 0))));
    }

    @Test
    void a_wrong_order_is_found() {
        fails(() -> Checks.gapless(List.of(at(2, 0), at(1, 0))));
    }

    @Test
    void a_tag_used_twice_is_found() {
        fails(() -> Checks.unique("number", List.of(at(1, 0), at(2, 0))));
    }

    @Test
    void a_recording_time_that_goes_back_is_found() {
        fails(() -> Checks.recordedInOrder(Stream.of(at(1, 5), at(2, 4)).toList()));
    }

    private static StoredEvent at(long position, long millis) {
        NewEvent event = Samples.event("{}", "number=7");
        return StoredEvent.of(event, position, Instant.ofEpochMilli(millis));
    }

    private static void fails(Runnable check) {
        assertThatThrownBy(check::run).isInstanceOf(AssertionError.class);
    }
}
