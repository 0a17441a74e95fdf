package org.zhengyou.kit.runtime;

import com.mongodb.MongoException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.StoredEvent;

/**
 * Knows of a tag that no event up to a position carries it. Most commands are about something new,
 * or under a new idempotency key: what is certainly not in the log need not be looked for in the
 * store.
 *
 * <p>Two bytes of memory per different tag. Until the log was read through once, in the background
 * and in no hurry, it knows nothing; then it reads what came since whenever it is asked.
 */
final class SeenTags implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SeenTags.class);
    private static final int PAGE = 1_000;
    private static final long RETRY_NANOS = 1_000_000_000L;

    private final EventLog log;
    private final GrowingFilter filter = new GrowingFilter();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile long position;
    private volatile boolean complete;
    private volatile boolean closed;

    SeenTags(EventLog log) {
        this.log = log;
        if (log.head() == 0) complete = true;
        else Thread.ofVirtual().name("seen-tags").start(this::readThrough);
    }

    /**
     * The position up to which {@link #unseen} knows now, after reading what is new; 0 if it does
     * not.
     */
    long known() {
        if (!complete) return 0;
        if (position < log.head() && reading.tryLock()) {
            try {
                while (position < log.head()) readPage();
            } finally {
                reading.unlock();
            }
        }
        return position;
    }

    /**
     * Whether no event carries this tag, up to the position that {@link #known} gave before.
     *
     * @param tag as stored, {@code key=value}
     */
    boolean unseen(String tag) {
        return !filter.mayContain(tag);
    }

    @Override
    public void close() {
        closed = true;
    }

    private void readThrough() {
        while (!closed && !complete) {
            long start = System.nanoTime();
            try {
                if (position < log.head()) readPage();
                else complete = true;
                LockSupport.parkNanos(System.nanoTime() - start); // half of one core at most
            } catch (MongoException e) {
                LOG.warn("the log cannot be read through: {}", e.toString());
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void readPage() {
        List<StoredEvent> page = log.page(position, PAGE);
        for (StoredEvent event : page) event.tags().forEach(filter::add);
        if (!page.isEmpty()) position = page.getLast().position();
    }
}
