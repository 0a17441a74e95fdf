package org.zhengyou.kit.streaming;

import java.util.ArrayList;
import java.util.List;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.StoredEvent;

/**
 * The events of a log after one position up to another. Positions have no gaps, so this says
 * exactly which events are meant without reading them: whoever handles the range reads it.
 *
 * @param after the position before the first event
 * @param upTo the position of the last event
 * @param stream to be told when the range was handled
 */
record LogRange(long after, long upTo, RangeStream stream) {

    List<StoredEvent> read(EventLog log) {
        List<StoredEvent> events = new ArrayList<>((int) (upTo - after));
        while (events.size() < upTo - after) {
            long last = after + events.size();
            List<StoredEvent> page = log.page(last, (int) (upTo - last));
            if (page.isEmpty())
                throw new IllegalStateException("the log ends at " + last + ", before " + upTo);
            events.addAll(page);
        }
        return events;
    }
}
