package org.zhengyou.log.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.zhengyou.log.StoredEvent;

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

    /** The events with the same tag of this key lie side by side, in order, and all are there. */
    static void whole(String key, List<StoredEvent> events, IntUnaryOperator size) {
        Map<Integer, List<StoredEvent>> transactions =
                events.stream()
                        .collect(
                                Collectors.groupingBy(
                                        event -> number(key, event),
                                        TreeMap::new,
                                        Collectors.toList()));
        transactions.forEach(
                (number, own) -> {
                    assertThat(own).as("events of %s", number).hasSize(size.applyAsInt(number));
                    for (int i = 0; i < own.size(); i++) {
                        assertThat(own.get(i).payload()).isEqualTo("{\"n\":" + i + "}");
                        assertThat(own.get(i).position()).isEqualTo(own.getFirst().position() + i);
                    }
                });
    }

    private static int number(String key, StoredEvent event) {
        return event.tags().stream()
                .filter(tag -> tag.startsWith(key + "="))
                .mapToInt(tag -> Integer.parseInt(tag.substring(key.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " at " + event.position()));
    }
}
