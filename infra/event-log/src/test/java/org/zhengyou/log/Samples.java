package org.zhengyou.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Events and options for tests. */
final class Samples {
    static final Instant JUNE_2010 = Instant.parse("2010-06-01T00:00:00Z");

    private Samples() {}

    static NewEvent event(String payload, String... tags) {
        return new NewEvent(
                UUID.randomUUID().toString(),
                "sample.Happened",
                "1",
                JUNE_2010,
                Set.of(tags),
                Map.of("actor", "secretary"),
                payload);
    }

    static List<NewEvent> events(int count, String... tags) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event("{\"n\":" + i + "}", tags));
        }
        return events;
    }

    static Condition noneTagged(String tag, long after) {
        return new Condition(Criteria.tagged(tag), after);
    }

    static LogOptions alone() {
        return LogOptions.defaults().polling(Duration.ZERO);
    }

    static LogOptions together() {
        return LogOptions.defaults().polling(Duration.ofMillis(5));
    }
}
