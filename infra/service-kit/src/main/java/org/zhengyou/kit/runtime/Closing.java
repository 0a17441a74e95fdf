package org.zhengyou.kit.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was opened, to be closed in reverse order, each even if another one fails. */
final class Closing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    synchronized void add(AutoCloseable one) {
        opened.push(one);
    }

    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            AutoCloseable one = opened.pop();
            try {
                one.close();
            } catch (Exception e) {
                LOG.error("something did not close cleanly", e);
            }
        }
    }
}
