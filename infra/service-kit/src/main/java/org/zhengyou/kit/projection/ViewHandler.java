package org.zhengyou.kit.projection;

import java.util.List;
import java.util.Set;

/** A view as the taker of facts that were parked. */
final class ViewHandler<R extends Record> implements Handler {
    private final LiveView<R> view;
    private final BatchFold folding;

    ViewHandler(LiveView<R> view, BatchFold folding) {
        this.view = view;
        this.folding = folding;
    }

    @Override
    public String name() {
        return Projector.handler(view);
    }

    @Override
    public void take(Arrival arrival) {
        Table<R> table = view.table();
        if (table == null || view.isUnbuilt())
            throw new IllegalStateException(view.name() + " is being built anew");
        Folding<R> one = new Folding<>(table, Set.of());
        folding.runOnce(List.of(one), List.of(arrival));
        for (RuntimeException failure : one.failed().values()) throw failure;
    }
}
