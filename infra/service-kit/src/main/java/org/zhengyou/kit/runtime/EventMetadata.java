package org.zhengyou.kit.runtime;

import java.util.Map;
import org.zhengyou.log.axon.LogEventMessage;

/** What the kit says about each event of a service besides its own fields. */
public final class EventMetadata {
    /** The token's subject, or {@code policy:<name>}. */
    public static final String ACTOR = "actor";

    /** Clause, function and appointment on which the decision rests. */
    public static final String AUTHORITY = "authority";

    /** The conversation it belongs to. */
    public static final String CORRELATION = "correlation";

    /** Id of the event that led to the command, if one did. */
    public static final String CAUSATION = "causation";

    private EventMetadata() {}

    static void fill(Map<String, String> metadata, Task task, String grounds) {
        String correlation = task.envelope().correlation();
        String causation = task.envelope().causation();
        metadata.put(ACTOR, task.actor().person());
        metadata.put(AUTHORITY, grounds);
        metadata.put(CORRELATION, correlation == null ? EventIds.next().toString() : correlation);
        if (causation != null) metadata.put(CAUSATION, causation);
        metadata.put(LogEventMessage.EFFECTIVE_AT, task.effectiveAt().toString());
    }
}
