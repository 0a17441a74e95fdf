package org.zhengyou.log.conformance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhengyou.log.StoredEvent;

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

    @Test
    void half_a_transaction_is_found() {
        fails(() -> Checks.whole("caller", List.of(at(1, 0, "caller=1")), caller -> 2));
    }

    @Test
    void a_transaction_with_a_stranger_inside_is_found() {
        List<StoredEvent> apart = List.of(at(1, 0, "caller=1"), at(3, 0, "caller=1"));
        fails(() -> Checks.whole("caller", apart, caller -> 2));
    }

    private static StoredEvent at(long position, long millis) {
        return at(position, millis, "number=7");
    }

    private static StoredEvent at(long position, long millis, String tag) {
        return new StoredEvent(
                position,
                Instant.ofEpochMilli(millis),
                "e" + position,
                "sample.Happened",
                "1",
                Samples.JUNE_2010,
                Set.of(tag),
                Map.of(),
                "{\"n\":0}");
    }

    private static void fails(Runnable check) {
        assertThatThrownBy(check::run).isInstanceOf(AssertionError.class);
    }
}
