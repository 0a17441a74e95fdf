package org.zhengyou.kit.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Lookup;
import org.zhengyou.kit.view.MemoryRows;
import org.zhengyou.kit.view.View;

/** The views and directories of a service in a scenario; each is folded once a rule looks at it. */
final class ScenarioRows implements Lookup {
    private final List<View<?, ?>> views;
    private final List<Fact<?>> learned = new ArrayList<>();
    private final Map<Class<?>, MemoryRows<?>> rows = new HashMap<>();

    ScenarioRows(List<View<?, ?>> views) {
        this.views = views;
    }

    void learn(Fact<?> fact) {
        learned.add(fact);
        rows.values().forEach(folded -> folded.fold(fact));
    }

    /** What was learned, the oldest first. */
    List<Fact<?>> learned() {
        return List.copyOf(learned);
    }

    /** Rows of the same views, of which these facts were learned. */
    ScenarioRows of(List<Fact<?>> facts) {
        ScenarioRows rows = new ScenarioRows(views);
        rows.learned.addAll(facts);
        return rows;
    }

    @Override
    public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
        MemoryRows<?> folded = rows.computeIfAbsent(view, this::fold);
        @SuppressWarnings("unchecked") // rows of the view asked for
        R row = (R) folded.find(key);
        return row;
    }

    private MemoryRows<?> fold(Class<?> type) {
        for (View<?, ?> view : views)
            if (view.getClass() == type) {
                MemoryRows<?> folded = new MemoryRows<>(view);
                learned.forEach(folded::fold);
                return folded;
            }
        throw new AssertionError("not on the page: " + type.getSimpleName());
    }
}
