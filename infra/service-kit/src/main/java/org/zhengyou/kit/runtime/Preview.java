package org.zhengyou.kit.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 预演. What would become of a command that no rule refuses.
 *
 * @param position up to which the log was known when that was decided
 * @param events that would be recorded, in order; empty if nothing has to change
 */
public record Preview(long position, List<Happening> events) {
    /**
     * An event that would be recorded.
     *
     * @param type its stored name
     * @param event what it would say; null if nobody may know it beforehand
     */
    public record Happening(String type, @Nullable Object event) {}

    /** Copies the events. */
    public Preview {
        events = List.copyOf(events);
    }
}
