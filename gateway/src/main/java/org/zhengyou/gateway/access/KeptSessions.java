package org.zhengyou.gateway.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.WebSessionStore;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sessions of people who are signed in, in memory, and if a folder is named also there, so that
 * they outlive the process.
 */
public final class KeptSessions implements WebSessionStore {
    private final Map<String, KeptSession> byId = new ConcurrentHashMap<>();
    private final SessionFiles files;
    private final Duration idle;

    /**
     * With those that the files have.
     *
     * @param idle after how long without a request one ends
     */
    KeptSessions(SessionFiles files, Duration idle) {
        this.files = files;
        this.idle = idle;
        files.readInto(this, idle).forEach(one -> byId.put(one.getId(), one));
    }

    @Override
    public Mono<WebSession> createWebSession() {
        Instant now = Instant.now();
        return Mono.just(new KeptSession(this, KeptSession.newId(), now, now, idle));
    }

    @Override
    public Mono<WebSession> retrieveSession(String id) {
        return Mono.fromSupplier(() -> live(id));
    }

    private @Nullable WebSession live(String id) {
        KeptSession session = byId.get(id);
        if (session == null) return null;
        if (session.isExpired()) {
            session.end();
            return null;
        }
        session.use();
        return session;
    }

    @Override
    public Mono<Void> removeSession(String id) {
        return Mono.fromRunnable(
                () -> {
                    KeptSession session = byId.get(id);
                    if (session != null) session.end();
                });
    }

    @Override
    public Mono<WebSession> updateLastAccessTime(WebSession session) {
        ((KeptSession) session).use();
        return Mono.just(session);
    }

    /** All that have not ended, those among them that nobody used for too long. */
    public Collection<WebSession> all() {
        return List.copyOf(byId.values());
    }

    /** Ends those that nobody used for too long. */
    void endExpired() {
        byId.values().stream().filter(KeptSession::isExpired).toList().forEach(KeptSession::end);
    }

    Mono<Void> save(KeptSession session) {
        byId.put(session.getId(), session);
        return files.isNews(session)
                ? Mono.<Void>fromRunnable(() -> files.write(session))
                        .subscribeOn(Schedulers.boundedElastic())
                : Mono.empty();
    }

    void moved(String before, KeptSession session) {
        byId.remove(before);
        files.delete(before, session);
        if (!session.isExpired()) byId.put(session.getId(), session);
    }

    void ended(KeptSession session) {
        byId.remove(session.getId());
        files.delete(session.getId(), session);
    }
}
