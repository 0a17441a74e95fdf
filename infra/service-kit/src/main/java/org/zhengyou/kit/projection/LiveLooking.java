package org.zhengyou.kit.projection;

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
        StoredRow<R> row = knowledge.find(view, key);
        met =
                new Basis(
                        Math.max(met.log(), row.facts().log()),
                        Math.max(met.inbox(), row.facts().inbox()));
        return row.row();
    }
}
