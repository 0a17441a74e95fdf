package org.zhengyou.log.conformance;

import java.util.List;
import org.zhengyou.log.Condition;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;

/** Who takes part in a contest: a process with the log open, or one with a seeded bug. */
public interface Party {
    /** See {@link EventLog#append}. */
    long append(List<NewEvent> events, Condition condition);

    /** See {@link EventLog#head}. */
    long head();

    /** See {@link EventLog#read}. */
    List<StoredEvent> read(Criteria criteria, long after, long upTo);

    /** See {@link EventLog#page}. */
    List<StoredEvent> page(long after, int max);

    /** See {@link EventLog#onAppend}. */
    AutoCloseable onAppend(Runnable wakeUp);

    /** The log itself. */
    static Party of(EventLog log) {
        return new Party() {
            @Override
            public long append(List<NewEvent> events, Condition condition) {
                return log.append(events, condition);
            }

            @Override
            public long head() {
                return log.head();
            }

            @Override
            public List<StoredEvent> read(Criteria criteria, long after, long upTo) {
                return log.read(criteria, after, upTo);
            }

            @Override
            public List<StoredEvent> page(long after, int max) {
                return log.page(after, max);
            }

            @Override
            public AutoCloseable onAppend(Runnable wakeUp) {
                return log.onAppend(wakeUp);
            }
        };
    }
}
