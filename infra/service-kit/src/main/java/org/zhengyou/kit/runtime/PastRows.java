package org.zhengyou.kit.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.authority.Directories;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Lookup;
import org.zhengyou.kit.view.MemoryRows;
import org.zhengyou.kit.view.View;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.StoredEvent;

/**
 * The rows of all views and directories of a service at any basis, in memory. Cheap from one basis
 * to a later one; for an earlier one everything is folded again.
 */
final class PastRows implements Lookup {
    private static final int PAGE = 1_000;

    private final Service page;
    private final EventLog log;
    private final EventLog inbox;
    private final EventCodec codec;
    private final Map<Class<?>, MemoryRows<?>> rows = new HashMap<>();
    private Basis at = Basis.NOTHING;

    PastRows(Service page, EventLog log, EventLog inbox, EventCodec codec) {
        this.page = page;
        this.log = log;
        this.inbox = inbox;
        this.codec = codec;
        begin();
    }

    private void begin() {
        rows.clear();
        for (View<?, ?> view : Directories.allViewsOf(page))
            rows.putIfAbsent(view.getClass(), new MemoryRows<>(view));
        at = Basis.NOTHING;
    }

    /** These rows at this basis, until the next one is asked for. */
    Lookup at(Basis basis) {
        if (!basis.covers(at)) begin();
        fold(log, at.log(), basis.log(), codec::own);
        fold(inbox, at.inbox(), basis.inbox(), codec::foreign);
        at = basis;
        return this;
    }

    private void fold(
            EventLog from, long after, long upTo, Function<StoredEvent, List<Fact<?>>> facts) {
        long done = after;
        while (done < upTo)
            for (StoredEvent event : from.page(done, (int) Math.min(PAGE, upTo - done))) {
                for (Fact<?> fact : facts.apply(event))
                    rows.values().forEach(one -> one.fold(fact));
                done = event.position();
            }
    }

    @Override
    public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
        MemoryRows<?> known = rows.get(view);
        if (known == null) throw new IllegalArgumentException("not on the page: " + view);
        @SuppressWarnings("unchecked") // rows lie under the class of their view
        R row = (R) known.find(key);
        return row;
    }
}
