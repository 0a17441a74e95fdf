package org.zhengyou.log.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.zhengyou.log.Condition;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.NewEvent;

/** Events and options for tests. */
public final class Samples {
    /** When the samples hold from. */
    public static final Instant JUNE_2010 = Instant.parse("2010-06-01T00:00:00Z");

    private Samples() {}

    /** An event. */
    public static NewEvent event(String payload, String... tags) {
        return new NewEvent(
                UUID.randomUUID().toString(),
                "sample.Happened",
                "1",
                JUNE_2010,
                Set.of(tags),
                Map.of("actor", "secretary"),
                payload);
    }

    /** Some events. */
    public static List<NewEvent> events(int count, String... tags) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event("{\"n\":" + i + "}", tags));
        }
        return events;
    }

    /** No event after a position has this tag. */
    public static Condition noneTagged(String tag, long after) {
        return new Condition(Criteria.tagged(tag), after);
    }

    /** For a log that one process has to itself. */
    public static LogOptions alone() {
        return LogOptions.defaults().polling(Duration.ZERO);
    }

    /** For a log that several processes have open. */
    public static LogOptions together() {
        return LogOptions.defaults().polling(Duration.ofMillis(5));
    }
}
