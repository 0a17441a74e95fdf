package org.zhengyou.kit.projection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhengyou.kit.runtime.Basis;
import org.zhengyou.kit.runtime.Looking;
import org.zhengyou.kit.view.View;

/** Looks live rows up and keeps count of what they were made of. */
final class LiveLooking implements Looking {
    private final LiveKnowledge knowledge;
    private final Basis basis;
    private Basis met = Basis.NOTHING;

    LiveLooking(LiveKnowledge knowledge, Basis basis) {
        this.knowledge = knowledge;
        this.basis = basis;
    }

    @Override
    public Basis basis() {
        return basis;
    }

    @Override
    public Basis met() {
        return met;
    }

    @Override
    public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
        return meet(knowledge.find(view, key));
    }

    @Override
    public <R extends Record> Map<String, R> lookAll(
            Class<? extends View<R, ?>> view, Collection<String> keys) {
        Map<String, R> rows = new LinkedHashMap<>();
        knowledge.findAll(view, keys).forEach((key, row) -> rows.put(key, meet(row)));
        return rows;
    }

    private <R extends Record> R meet(StoredRow<R> row) {
        met =
                new Basis(
                        Math.max(met.log(), row.facts().log()),
                        Math.max(met.inbox(), row.facts().inbox()));
        return row.row();
    }
}
