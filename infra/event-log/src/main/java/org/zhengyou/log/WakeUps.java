package org.zhengyou.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells readers that the log has grown, away from the writing thread. Never two rounds at once;
 * what happens during a round is told in one more round.
 */
final class WakeUps {
    private static final Logger LOG = LoggerFactory.getLogger(WakeUps.class);

    private final List<Runnable> readers = new CopyOnWriteArrayList<>();
    private final AtomicInteger signals = new AtomicInteger();

    AutoCloseable add(Runnable reader) {
        readers.add(reader);
        return () -> readers.remove(reader);
    }

    void signal() {
        if (!readers.isEmpty() && signals.getAndIncrement() == 0) {
            Thread.startVirtualThread(this::rounds);
        }
    }

    private void rounds() {
        int seen = 1;
        while (seen != 0) {
            seen = signals.get();
            readers.forEach(WakeUps::tell);
            seen = signals.addAndGet(-seen);
        }
    }

    private static void tell(Runnable reader) {
        try {
            reader.run();
        } catch (RuntimeException | Error e) { // else nobody would be woken up any more
            LOG.error("a reader of the log failed when woken up", e);
        }
    }
}
