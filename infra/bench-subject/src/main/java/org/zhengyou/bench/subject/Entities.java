package org.zhengyou.bench.subject;

import java.util.Arrays;
import java.util.UUID;

/** Each writer's entity, for as many events as an entity has; no two entities lie side by side. */
public final class Entities {
    private final String[] current;
    private final int[] events;

    /** For so many writers; each of them is one thread. */
    public Entities(int writers) {
        current = new String[writers];
        events = new int[writers];
        Arrays.fill(current, "");
    }

    /** Whom this writer's next event is about. */
    public String next(int writer) {
        if (events[writer]++ % Sample.PER_ENTITY == 0)
            current[writer] = UUID.randomUUID().toString();
        return current[writer];
    }
}
