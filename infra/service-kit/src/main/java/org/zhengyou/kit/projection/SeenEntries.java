package org.zhengyou.kit.projection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhengyou.kit.runtime.EventMetadata;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Reader;
import org.zhengyou.log.StoredEvent;

/**
 * Whose eyes the content of an entry is for: of whoever may see every row that its decision made or
 * changed, and nobody's where it made none. The whole decision counts, because each of its events
 * carries a slice of the command. For one question by one reader.
 */
final class SeenEntries {
    private static final String ALONE = "1/1";

    private final LiveState live;
    private final Reader reader;
    private final Map<Long, Boolean> decisions = new HashMap<>();

    SeenEntries(LiveState live, Reader reader) {
        this.live = live;
        this.reader = reader;
    }

    /** Whether the reader may see what this event says. */
    boolean isShown(StoredEvent event) {
        String[] place = event.metadata().getOrDefault(EventMetadata.DECISION, ALONE).split("/", 2);
        long first = event.position() - Integer.parseInt(place[0]) + 1;
        return decisions.computeIfAbsent(first, at -> isSeen(at, Integer.parseInt(place[1])));
    }

    private boolean isSeen(long first, int events) {
        boolean isAnywhere = false;
        for (StoredEvent event : live.runtime().log().page(first - 1, events))
            for (Fact<?> fact : live.runtime().codec().own(event))
                for (LiveView<?> view : live.served()) {
                    Set<String> keys = keys(view, fact);
                    if (!isSeen(view, keys)) return false;
                    isAnywhere |= !keys.isEmpty();
                }
        return isAnywhere;
    }

    private static Set<String> keys(LiveView<?> view, Fact<?> fact) {
        Set<String> keys = new HashSet<>();
        view.view().on(fact, (key, change) -> keys.add(key));
        return keys;
    }

    private <R extends Record> boolean isSeen(LiveView<R> view, Set<String> keys) {
        if (keys.isEmpty()) return true;
        Table<R> table = view.table();
        if (table == null) throw Answers.notBuilt(view);
        return List.copyOf(table.findAll(keys).values()).stream()
                .allMatch(stored -> view.view().audience(stored.row()).admits(reader));
    }
}
