package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents of a collection by plan. Writers exclude one another; readers take no lock:
 * they see immutable documents, an updater gets its own copy.
 */
final class StoredCollection extends DocumentMap {
    private final ScanStatistics statistics;
    private final List<OrderedIndex> ordered = new CopyOnWriteArrayList<>();
    private final QueryMatcher filter =
            new DefaultQueryMatcher(); // the inherited one is for writers
    private boolean firstMatchOnly;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, StoredDocument> documents,
            Journal journal,
            CursorRegistry cursors,
            ScanStatistics statistics) {
        super(database, name, options, documents, journal, cursors);
        this.statistics = statistics;
    }

    /** Answers the command {@code find}. */
    Document find(Document command) {
        Find find = Find.of(command);
        Plan plan = plan(find.filter(), find.sort());
        if (!plan.ordered()) {
            QueryResult all =
                    queryDocuments(
                            find.filter(),
                            find.sort(),
                            find.skip(),
                            find.limit(),
                            find.batchSize(),
                            find.projection());
            return Find.firstBatch(getFullName(), all.collectDocuments(), all.getCursorId());
        }
        long id = cursorRegistry.generateCursorId();
        ScanCursor cursor = new ScanCursor(id, this, plan, find);
        List<Object> batch = cursor.take(find.batchSize());
        if (cursor.isEmpty() || find.singleBatch()) {
            return Find.firstBatch(getFullName(), batch, 0);
        }
        cursorRegistry.add(cursor);
        return Find.firstBatch(getFullName(), batch, id);
    }

    Plan plan(@Nullable Document query, @Nullable Document order) {
        boolean natural = order != null && order.containsKey("$natural");
        Plan plan =
                natural || !"_id".equals(getIdField())
                        ? Planner.everything(query, order)
                        : new Planner(ordered).plan(query, order);
        if (plan.score() <= 1 && query != null && !query.isEmpty()) {
            statistics.fullScans.increment();
        }
        return plan;
    }

    /** Reads what matches, from the mark on; null for the beginning. */
    Scan open(Plan plan, @Nullable Document query, @Nullable Object mark) {
        return new MatchingScan(
                changes, plan, matching(query), () -> plan.open(documents, mark, statistics));
    }

    private Predicate<StoredDocument> matching(@Nullable Document query) {
        return query == null || query.isEmpty()
                ? document -> true
                : document -> filter.matches(document.shared(), query);
    }

    Document project(Document document, Document projection) {
        return matchDocumentsFromStream(
                        new Document(), Stream.of(document), 0, 0, 0, null, projection)
                .collectDocuments()
                .getFirst();
    }

    @Override
    protected QueryResult queryDocuments(
            @Nullable Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        Plan plan = plan(query, orderBy);
        boolean changing = Thread.holdsLock(this);
        int enough = enough(plan, numberToSkip, changing && firstMatchOnly ? 1 : limit);
        List<Document> matching = pinned(() -> matching(plan, query, enough, changing));
        Document order = plan.ordered() ? null : orderBy;
        if (order != null) {
            statistics.sorts.increment();
        }
        return matchDocumentsFromStream(
                new Document(),
                matching.stream(),
                numberToSkip,
                limit,
                batchSize,
                deriveComparator(order),
                fieldSelector);
    }

    private static int enough(Plan plan, int skip, int limit) {
        return plan.ordered() && limit > 0 ? skip + limit : Integer.MAX_VALUE;
    }

    private List<Document> matching(
            Plan plan, @Nullable Document query, int enough, boolean changing) {
        List<Document> matching = new ArrayList<>();
        Scan scan = open(plan, query, null);
        while (matching.size() < enough) {
            StoredDocument document = scan.next();
            if (document == null) {
                break;
            }
            matching.add(changing ? document.mutable() : document.shared());
        }
        return matching;
    }

    /** As inherited, but without the lock. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public QueryResult handleQuery(QueryParameters parameters) {
        Document selector = parameters.getQuerySelector();
        boolean wrapped = selector.containsKey("query");
        return queryDocuments(
                wrapped ? (Document) selector.get("query") : selector,
                wrapped ? (Document) selector.get("orderby") : null,
                parameters.getNumberToSkip(),
                parameters.getLimit(),
                parameters.getBatchSize(),
                parameters.getProjection());
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        if (query == null || query.isEmpty()) {
            return super.count(query, skip, limit);
        }
        Plan plan = plan(query, null);
        int enough = limit > 0 ? skip + limit : Integer.MAX_VALUE;
        return Math.max(0, pinned(() -> counted(plan, query, enough)) - skip);
    }

    private int counted(Plan plan, Document query, int enough) {
        int count = 0;
        Scan scan = open(plan, query, null);
        while (count < enough && scan.next() != null) {
            count++;
        }
        return count;
    }

    /** As inherited, but an update of one document stops looking after the first match. */
    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document updateQuery,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        firstMatchOnly = !isMulti;
        try {
            return super.updateDocuments(
                    selector, updateQuery, arrayFilters, isMulti, isUpsert, oplog);
        } finally {
            firstMatchOnly = false;
        }
    }

    /** As inherited, but no document is added while the index is built. */
    @Override
    public synchronized void addIndex(Index<Object> index) {
        super.addIndex(index);
        if (index instanceof OrderedIndex added && getIndexes().contains(index)) {
            ordered.add(added);
        }
    }

    /** All but that of the ids. */
    List<String> indexNames() {
        return ordered.stream().map(Index::getName).toList();
    }

    /** Whether there are indexes of the names of these. */
    boolean hasIndexes(List<?> descriptions) {
        List<String> names = indexNames();
        return descriptions.stream()
                .allMatch(index -> names.contains(Fields.text((Document) index, "name")));
    }

    @Override
    public synchronized void dropIndex(String indexName) {
        ordered.removeIf(index -> index.getName().equals(indexName));
        super.dropIndex(indexName);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            Document orderBy,
            int numberToSkip,
            int numberToReturn,
            int batchSize,
            Document fieldSelector) {
        return queryDocuments(
                query, orderBy, numberToSkip, numberToReturn, batchSize, fieldSelector);
    }
}
