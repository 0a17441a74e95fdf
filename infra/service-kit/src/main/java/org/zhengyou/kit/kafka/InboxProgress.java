package org.zhengyou.kit.kafka;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.projection.Watermarks.Mark;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.StoredEvent;

/**
 * What was received of all sources, written down now and then in one document: <code>
 * {_id: "inbox", inbox: position, sources: […]}</code>. After a crash the inbox itself says what
 * was received since.
 */
final class InboxProgress {
    private static final String ID = "inbox";
    private static final int PAGE = 1_000;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> stored;
    private final Map<String, SourceProgress> sources = new LinkedHashMap<>();
    private final Map<String, KnownLeaves> leaves = new LinkedHashMap<>();
    private long inbox;

    private InboxProgress(MongoCollection<Document> stored) {
        this.stored = stored;
    }

    /**
     * Reads what was written down, by this process or another one.
     *
     * @param leaves where the leaves of what was received are kept
     * @param fresh what is known of a source of which nothing was received
     */
    static InboxProgress load(
            MongoCollection<Document> stored,
            MongoCollection<Document> leaves,
            Collection<String> names,
            Function<String, SourceProgress> fresh) {
        InboxProgress progress = new InboxProgress(stored);
        for (String name : names) {
            progress.sources.put(name, fresh.apply(name));
            progress.leaves.put(name, new KnownLeaves(leaves, name));
        }
        Document known = stored.find(Filters.eq("_id", ID)).first();
        if (known != null) {
            for (SourceProgress source : sources(known))
                progress.sources.replace(source.source(), source);
            progress.inbox = known.getLong("inbox");
        }
        return progress;
    }

    private static List<SourceProgress> sources(Document known) {
        return known.getList("sources", Document.class).stream().map(SourceProgress::of).toList();
    }

    /** Up to where the inbox contains what was received. */
    long inbox() {
        return inbox;
    }

    /**
     * Adds what the inbox says that was received since.
     *
     * @param head up to where to look at it; not before {@link #inbox()}
     */
    void learn(EventLog from, long head) {
        while (inbox < head) {
            for (StoredEvent event : from.page(inbox, (int) Math.min(PAGE, head - inbox))) {
                inbox = event.position();
                Map<String, String> metadata = event.metadata();
                SourceProgress source = sources.get(metadata.get(EventCodec.SOURCE));
                String position = metadata.get(EventCodec.SOURCE_POSITION);
                String log = metadata.get(EventCodec.SOURCE_LOG);
                String leaf = metadata.get(EventCodec.SOURCE_LEAF);
                if (source != null && position != null && log != null && leaf != null)
                    received(source, Long.parseLong(position), log, leaf);
            }
        }
    }

    /** The event at this position was received. */
    void received(SourceProgress source, long position, String log, String leaf) {
        source.received(position);
        source.isOf(log);
        leaves(source).put(position, leaf);
    }

    /**
     * Whether another event is known to lie at this position.
     *
     * @throws IllegalArgumentException if nobody can have reached it
     */
    boolean contradicts(SourceProgress source, long position, String leaf) {
        source.requireNear(position);
        return leaves(source).contradicts(position, leaf);
    }

    private KnownLeaves leaves(SourceProgress source) {
        KnownLeaves known = leaves.get(source.source());
        if (known == null) throw new IllegalArgumentException("no source: " + source.source());
        return known;
    }

    Collection<SourceProgress> all() {
        return sources.values();
    }

    /** Writes everything down. */
    void save(long inboxHead) {
        leaves.values().forEach(KnownLeaves::save);
        Document all =
                new Document("_id", ID)
                        .append("inbox", inboxHead)
                        .append(
                                "sources",
                                sources.values().stream().map(SourceProgress::document).toList());
        stored.replaceOne(Filters.eq("_id", ID), all, UPSERT);
    }

    /** Lets all sources be read once more; what was received of them stays known. */
    static void beginAnew(MongoCollection<Document> stored) {
        Document known = stored.find(Filters.eq("_id", ID)).first();
        if (known == null) return;
        List<SourceProgress> sources = sources(known);
        sources.forEach(SourceProgress::beginAnew);
        known.put("sources", sources.stream().map(SourceProgress::document).toList());
        stored.replaceOne(Filters.eq("_id", ID), known);
    }

    /** The sources of which nothing more is taken, as it was written down, and why. */
    static Map<String, String> stopped(MongoCollection<Document> stored) {
        Map<String, String> stopped = new LinkedHashMap<>();
        @Nullable Document known = stored.find(Filters.eq("_id", ID)).first();
        if (known == null) return stopped;
        for (SourceProgress one : sources(known))
            if (!one.stopped().isEmpty()) stopped.put(one.source(), one.stopped());
        return stopped;
    }

    /** What was written down of this source. */
    static Mark mark(MongoCollection<Document> stored, String source) {
        @Nullable Document known = stored.find(Filters.eq("_id", ID)).first();
        if (known == null) return Mark.NOTHING;
        for (SourceProgress one : sources(known))
            if (one.source().equals(source))
                return new Mark(one.watermark(), known.getLong("inbox"));
        return Mark.NOTHING;
    }
}
