package org.zhengyou.gateway.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** 会话. One browser of somebody who is signed in; of a stranger, nothing is kept of it. */
final class KeptSession implements WebSession {
    private final KeptSessions store;
    private final Instant created;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private volatile String id;
    private volatile Instant used;
    private volatile Duration idle;
    private volatile boolean started;
    private volatile boolean ended;

    KeptSession(KeptSessions store, String id, Instant created, Instant used, Duration idle) {
        this.store = store;
        this.id = id;
        this.created = created;
        this.used = used;
        this.idle = idle;
    }

    /** Nobody guesses one. */
    static String newId() {
        return UUID.randomUUID().toString();
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return attributes;
    }

    @Override
    public void start() {
        started = true;
    }

    @Override
    public boolean isStarted() {
        return started || !attributes.isEmpty();
    }

    @Override
    public Mono<Void> changeSessionId() {
        return Mono.fromRunnable(
                () -> {
                    String before = id;
                    id = newId();
                    store.moved(before, this);
                });
    }

    @Override
    public Mono<Void> invalidate() {
        return Mono.fromRunnable(this::end);
    }

    void end() {
        ended = true;
        attributes.clear();
        store.ended(this);
    }

    @Override
    public Mono<Void> save() {
        return Mono.defer(
                () -> {
                    if (!isStarted()) return Mono.empty();
                    start();
                    if (ended)
                        return Mono.error(new IllegalStateException("the session has ended"));
                    return store.save(this);
                });
    }

    @Override
    public boolean isExpired() {
        return ended || Instant.now().isAfter(used.plus(idle));
    }

    void use() {
        used = Instant.now();
    }

    @Override
    public Instant getCreationTime() {
        return created;
    }

    @Override
    public Instant getLastAccessTime() {
        return used;
    }

    @Override
    public void setMaxIdleTime(Duration most) {
        idle = most;
    }

    @Override
    public Duration getMaxIdleTime() {
        return idle;
    }
}
