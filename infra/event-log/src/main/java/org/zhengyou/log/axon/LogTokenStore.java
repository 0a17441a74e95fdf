package org.zhengyou.log.axon;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToInitializeTokenException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How far each processor has come, and which process works for it: one document per processor and
 * segment, <code>{_id: "processor/segment", processor, segment, mask, owner, until, token}</code>.
 *
 * <p>A claim is a compare-and-set on owner and lease. Leases run by the processes' wall clocks; if
 * these differ by more, two work for a while and the loser finds out when it stores its token.
 */
public final class LogTokenStore implements TokenStore {
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> tokens;
    private final String owner;
    private final Duration lease;
    private final Clock clock;

    /**
     * A token store in this collection.
     *
     * @param owner unique name of this process
     * @param lease how long a claim holds that is not renewed
     * @param clock tells when a lease is over
     */
    public LogTokenStore(
            MongoCollection<Document> tokens, String owner, Duration lease, Clock clock) {
        this.tokens =
                tokens.withReadConcern(ReadConcern.MAJORITY)
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.owner = owner;
        this.lease = lease;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<List<Segment>> initializeTokenSegments(
            String processor,
            int count,
            @Nullable TrackingToken initial,
            @Nullable ProcessingContext context) {
        return run(
                () -> {
                    boolean none = segments(eq("processor", processor)).isEmpty();
                    List<Segment> all = Segment.splitBalanced(Segment.ROOT_SEGMENT, count - 1);
                    if (!none || !insert(processor, all, initial)) {
                        throw new UnableToClaimTokenException(processor + " has segments already");
                    }
                    return all;
                });
    }

    @Override
    public CompletableFuture<Void> initializeSegment(
            @Nullable TrackingToken token,
            String processor,
            Segment segment,
            @Nullable ProcessingContext context) {
        return done(
                () -> {
                    if (!insert(processor, List.of(segment), token)) {
                        throw new UnableToInitializeTokenException(
                                "exists already: " + id(processor, segment.getSegmentId()));
                    }
                });
    }

    /** Whether none of them existed. */
    private boolean insert(
            String processor, List<Segment> segments, @Nullable TrackingToken token) {
        try {
            tokens.insertMany(
                    segments.stream().map(one -> document(processor, one, token)).toList());
            return true;
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() == DUPLICATE_KEY)) {
                return false;
            }
            throw e;
        }
    }

    private static Document document(
            String processor, Segment segment, @Nullable TrackingToken token) {
        return new Document("_id", id(processor, segment.getSegmentId()))
                .append("processor", processor)
                .append("segment", segment.getSegmentId())
                .append("mask", segment.getMask())
                .append("owner", null)
                .append("until", 0L)
                .append("token", Tokens.write(token));
    }

    @Override
    public CompletableFuture<Void> storeToken(
            @Nullable TrackingToken token,
            String processor,
            int segment,
            @Nullable ProcessingContext context) {
        return done(
                () ->
                        renew(
                                processor,
                                segment,
                                combine(claim(), set("token", Tokens.write(token)))));
    }

    @Override
    public CompletableFuture<Void> extendClaim(
            String processor, int segment, @Nullable ProcessingContext context) {
        return done(() -> renew(processor, segment, claim()));
    }

    private void renew(String processor, int segment, Bson update) {
        if (tokens.updateOne(mine(processor, segment), update).getMatchedCount() == 0) {
            throw new UnableToClaimTokenException("claim lost: " + id(processor, segment));
        }
    }

    @Override
    public CompletableFuture<TrackingToken> fetchToken(
            String processor, int segment, @Nullable ProcessingContext context) {
        return run(
                () -> {
                    Document claimed =
                            tokens.findOneAndUpdate(
                                    and(eq("_id", id(processor, segment)), free()),
                                    claim(),
                                    new FindOneAndUpdateOptions()
                                            .returnDocument(ReturnDocument.AFTER));
                    if (claimed == null) {
                        throw new UnableToClaimTokenException(
                                "missing or claimed elsewhere: " + id(processor, segment));
                    }
                    return Tokens.read(claimed.get("token", Document.class));
                });
    }

    @Override
    public CompletableFuture<Void> releaseClaim(
            String processor, int segment, @Nullable ProcessingContext context) {
        return done(() -> tokens.updateOne(mine(processor, segment), set("owner", null)));
    }

    @Override
    public CompletableFuture<Void> deleteToken(
            String processor, int segment, @Nullable ProcessingContext context) {
        return done(
                () -> {
                    if (tokens.deleteOne(mine(processor, segment)).getDeletedCount() == 0) {
                        throw new UnableToClaimTokenException(
                                "not claimed here: " + id(processor, segment));
                    }
                });
    }

    @Override
    public CompletableFuture<Segment> fetchSegment(
            String processor, int segment, @Nullable ProcessingContext context) {
        Bson one = eq("_id", id(processor, segment));
        return run(() -> segments(one).stream().findFirst().orElse(null));
    }

    @Override
    public CompletableFuture<List<Segment>> fetchSegments(
            String processor, @Nullable ProcessingContext context) {
        return run(() -> segments(eq("processor", processor)));
    }

    @Override
    public CompletableFuture<List<Segment>> fetchAvailableSegments(
            String processor, @Nullable ProcessingContext context) {
        return run(() -> segments(and(eq("processor", processor), free())));
    }

    @Override
    public CompletableFuture<String> retrieveStorageIdentifier(
            @Nullable ProcessingContext context) {
        return run(() -> tokens.getNamespace().getFullName());
    }

    private List<Segment> segments(Bson filter) {
        List<Segment> found = new ArrayList<>();
        for (Document one : tokens.find(filter).sort(Sorts.ascending("segment")).batchSize(100)) {
            found.add(new Segment(one.getInteger("segment"), one.getInteger("mask")));
        }
        return found;
    }

    private static String id(String processor, int segment) {
        return processor + "/" + segment;
    }

    private Bson mine(String processor, int segment) {
        return and(eq("_id", id(processor, segment)), eq("owner", owner));
    }

    private Bson free() {
        return or(eq("owner", null), eq("owner", owner), lt("until", clock.millis()));
    }

    private Bson claim() {
        return combine(set("owner", owner), set("until", clock.millis() + lease.toMillis()));
    }

    private static CompletableFuture<Void> done(Runnable work) {
        return run(
                () -> {
                    work.run();
                    return null;
                });
    }

    private static <T> CompletableFuture<T> run(Callable<@Nullable T> work) {
        try {
            return CompletableFuture.completedFuture(work.call());
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
