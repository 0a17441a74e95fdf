package org.zhengyou.standalone.identity;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Sessions of people who have signed in; strangers have none. Beyond the limit the oldest one is
 * ended: whoever it belongs to is asked for the password again at the next sign-in.
 */
final class BoundedSessions implements HttpSessionListener {
    static final int MOST = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(BoundedSessions.class);

    private static final String CONTEXT =
            HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

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

    /** Ends all sessions of this person. */
    void endAllOf(String person) {
        List<HttpSession> theirs;
        synchronized (this) {
            theirs = open.stream().filter(session -> isOf(session, person)).toList();
        }
        theirs.forEach(BoundedSessions::end);
    }

    private static boolean isOf(HttpSession session, String person) {
        try {
            Object context = session.getAttribute(CONTEXT);
            return context instanceof SecurityContext known
                    && known.getAuthentication() != null
                    && known.getAuthentication().getName().equals(person);
        } catch (IllegalStateException e) {
            LOG.debug("it ended by itself meanwhile", e);
            return false;
        }
    }

    @Override
    public synchronized void sessionDestroyed(HttpSessionEvent event) {
        open.remove(event.getSession());
    }

    synchronized int size() {
        return open.size();
    }
}
