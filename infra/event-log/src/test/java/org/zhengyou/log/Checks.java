package org.zhengyou.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;

/** What must hold for the events of a log, whatever happened. */
final class Checks {
    private Checks() {}

    static void gapless(List<StoredEvent> events) {
        assertThat(events.stream().map(StoredEvent::position).toList())
                .isEqualTo(LongStream.rangeClosed(1, events.size()).boxed().toList());
    }

    /** No two events carry the same tag of this key. */
    static void unique(String key, List<StoredEvent> events) {
        assertThat(
                        events.stream()
                                .flatMap(event -> event.tags().stream())
                                .filter(tag -> tag.startsWith(key + "="))
                                .toList())
                .doesNotHaveDuplicates();
    }

    /** recordedAt never decreases. */
    static void recordedInOrder(List<StoredEvent> events) {
        assertThat(events.stream().map(StoredEvent::recordedAt).toList()).isSorted();
    }
}
