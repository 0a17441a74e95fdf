package org.zhengyou.kit.projection;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.streaming.Lease;
import org.zhengyou.kit.view.View;
import tools.jackson.databind.json.JsonMapper;

/**
 * A view of a running service and where its rows are. It has no table while the stored rows are of
 * another shape, or not built yet: then it is not available.
 */
final class LiveView<R extends Record> {
    private final View<R, ?> view;
    private final String shape;
    private final RowStore store;
    private final JsonMapper json;
    private final Lease lease;
    private final Clock clock;
    private volatile @Nullable Table<R> table;
    private volatile @Nullable Table<R> apart;
    private volatile ViewCatalog.Entry entry = ViewCatalog.Entry.NONE;

    LiveView(View<R, ?> view, RowStore store, JsonMapper json, Lease lease, Clock clock) {
        this.view = view;
        this.shape = Shape.of(view);
        this.store = store;
        this.json = json;
        this.lease = lease;
        this.clock = clock;
    }

    View<R, ?> view() {
        return view;
    }

    String name() {
        return view.name();
    }

    /** The shape that its rows have in this process. */
    String shape() {
        return shape;
    }

    /** What answers: the table of the catalog, or else one that this process keeps apart. */
    @Nullable Table<R> table() {
        Table<R> own = table;
        return own == null ? apart : own;
    }

    /** What the catalog says about it. */
    ViewCatalog.Entry entry() {
        return entry;
    }

    /** Whether the catalog has no table of its shape, so that it must be built anew. */
    boolean isUnbuilt() {
        return table == null;
    }

    /** Whether its rows are found by when they are due. */
    boolean isDueIndexed() {
        return Due.isIndexed(view, new Fields(view));
    }

    /** Its share of a batch, if it has a table. */
    Optional<Folding<?>> folding(Set<String> blocked) {
        Table<R> now = table;
        return now == null ? Optional.empty() : Optional.of(new Folding<>(now, blocked));
    }

    /** The table with this number. */
    Table<R> tableWith(int number) {
        return new Table<>(ViewCatalog.table(view.name(), number), view, store, json, lease, clock);
    }

    /** Answers from where the catalog says, keeping what is in memory if that is the same place. */
    void answerFrom(ViewCatalog.Entry now) {
        entry = now;
        Table<R> old = table;
        if (now.number() == 0 || !now.shape().equals(shape)) table = null;
        else if (old == null || !old.toString().equals(ViewCatalog.table(name(), now.number())))
            table = tableWith(now.number());
    }

    /** Answers from this table while the catalog has none of its shape; null for none. */
    void keepApart(@Nullable Table<R> own) {
        apart = own;
    }

    /** Removes what was left behind by a rebuild that was given up, or by the last one. */
    void dropLeftovers() {
        for (int number : new int[] {entry.number() - 1, entry.number() + 1})
            if (number > 0 && !entry.kept().contains(number)) tableWith(number).drop();
    }

    /** Answers from this table from now on. */
    void moveTo(Table<R> next, ViewCatalog.Entry now) {
        entry = now;
        table = next;
        apart = null;
    }
}
