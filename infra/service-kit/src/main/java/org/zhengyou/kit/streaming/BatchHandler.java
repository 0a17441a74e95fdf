package org.zhengyou.kit.streaming;

import java.util.List;
import org.zhengyou.log.StoredEvent;

/** What a processor does with the events of its log. */
@FunctionalInterface
public interface BatchHandler {
    /**
     * Handles the next events, in order and without a gap. When it returns, all of it has happened;
     * when it throws, the same events and perhaps more come again, here or in another process. So
     * it must not matter whether an event is handled once or twice.
     *
     * @param events at least one
     */
    void handle(List<StoredEvent> events) throws Exception;

    /**
     * It goes on behind this position, here from now on: everything up to it has happened, in this
     * process or in one before it, which may have ended before it could tell so elsewhere.
     */
    default void resume(long position) {}
}
