package org.zhengyou.standalone.identity;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions of people who have signed in; strangers have none. Beyond the limit the oldest one is
 * ended: whoever it belongs to is asked for the password again at the next sign-in.
 */
final class BoundedSessions implements HttpSessionListener {
    static final int MOST = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(BoundedSessions.class);

    private final int most;
    private final SequencedSet<HttpSession> open = new LinkedHashSet<>();

    BoundedSessions(int most) {
        this.most = most;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        HttpSession tooOld = added(event.getSession());
        if (tooOld != null) end(tooOld);
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            LOG.debug("it ended by itself meanwhile", e);
        }
    }

    private synchronized @Nullable HttpSession added(HttpSession session) {
        open.add(session);
        return open.size() > most ? open.removeFirst() : null;
    }

    @Override
    public synchronized void sessionDestroyed(HttpSessionEvent event) {
        open.remove(event.getSession());
    }

    synchronized int size() {
        return open.size();
    }
}
