package org.zhengyou.kit.projection;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.runtime.Basis;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.log.StoredEvent;

/** A stored event on its way into views: decoded when the first view looks at it, and once. */
final class Arrival {
    private final Origin origin;
    private final StoredEvent stored;
    private final String entity;
    private final Instant recordedAt;
    private final Function<StoredEvent, List<Fact<?>>> codec;
    private @Nullable List<Fact<?>> facts;

    Arrival(
            Origin origin,
            StoredEvent stored,
            String entity,
            Instant recordedAt,
            Function<StoredEvent, List<Fact<?>>> codec) {
        this.origin = origin;
        this.stored = stored;
        this.entity = entity;
        this.recordedAt = recordedAt;
        this.codec = codec;
    }

    /** The log it was read from. */
    Origin origin() {
        return origin;
    }

    /** The event as it lies there. */
    StoredEvent stored() {
        return stored;
    }

    /** These positions, or its own where that is later. */
    Basis after(Basis before) {
        long position = stored.position();
        return origin == Origin.LOG
                ? new Basis(Math.max(before.log(), position), before.inbox())
                : new Basis(before.log(), Math.max(before.inbox(), position));
    }

    /** The entity it is about; arrivals of one entity keep their order. */
    String entity() {
        return entity;
    }

    /** Since when it holds. */
    Instant effectiveAt() {
        return stored.effectiveAt();
    }

    /** When its own service recorded it. */
    Instant recordedAt() {
        return recordedAt;
    }

    /**
     * What it is read as: a fact per record that reads it.
     *
     * @throws RuntimeException if it cannot be read; asking again tries again
     */
    synchronized List<Fact<?>> facts() {
        List<Fact<?>> known = facts;
        if (known == null) {
            known = codec.apply(stored);
            facts = known;
        }
        return known;
    }
}
