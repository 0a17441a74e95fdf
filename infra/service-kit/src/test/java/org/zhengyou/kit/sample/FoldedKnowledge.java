package org.zhengyou.kit.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhengyou.kit.authority.Directories;
import org.zhengyou.kit.runtime.Basis;
import org.zhengyou.kit.runtime.Knowledge;
import org.zhengyou.kit.runtime.Looking;
import org.zhengyou.kit.runtime.Part;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.view.MemoryRows;
import org.zhengyou.kit.view.View;
import org.zhengyou.log.StoredEvent;

/** Knowledge of the service's own facts alone, folded into memory whenever it is asked. */
public class FoldedKnowledge implements Part, Knowledge {
    private static final int PAGE = 500;

    private final ServiceRuntime runtime;
    private final Map<Class<?>, MemoryRows<?>> rows = new HashMap<>();
    private long position;

    /** The knowledge of this service. */
    public FoldedKnowledge(ServiceRuntime runtime) {
        this.runtime = runtime;
        List<View<?, ?>> views = new ArrayList<>(runtime.service().directories());
        views.addAll(Directories.ofEveryService());
        views.forEach(view -> rows.put(view.getClass(), new MemoryRows<>(view)));
    }

    @Override
    public synchronized <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
        for (StoredEvent event : runtime.log().page(position, PAGE)) {
            position = event.position();
            runtime.codec().own(event).forEach(fact -> rows.values().forEach(r -> r.fold(fact)));
        }
        MemoryRows<?> known = rows.get(view);
        if (known == null) throw new IllegalArgumentException("not a directory: " + view);
        @SuppressWarnings("unchecked") // rows lie under the class of their view
        R row = (R) known.find(key);
        return row;
    }

    /** Folds whenever it is asked, so that what a decision met is its basis. */
    @Override
    public Looking looking(Basis atLeast) {
        return new Looking() {
            @Override
            public Basis basis() {
                return new Basis(position, 0);
            }

            @Override
            public Basis met() {
                return Basis.NOTHING;
            }

            @Override
            public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
                return FoldedKnowledge.this.look(view, key);
            }
        };
    }

    @Override
    public boolean await(String source, long wanted, Duration limit) {
        if (!source.equals(runtime.service().name())) return true;
        return runtime.log().head() >= wanted;
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}
}
