package org.zhengyou.kit.projection;

import org.zhengyou.kit.view.Cut;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The images that were asked for last. */
final class Images {
    private static final int MOST = 8;

    /**
     * What tells images apart.
     *
     * @param view name of the view
     * @param asOf of the cut; {@link Instant#MIN} for one that follows the clock
     * @param knownAt of the cut
     */
    private record Key(String view, Instant asOf, Instant knownAt) {}

    private final Logs logs;
    private final Map<Key, Image<?>> recent =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Image<?>> eldest) {
                    return size() > MOST;
                }
            };

    Images(Logs logs) {
        this.logs = logs;
    }

    /**
     * The image of the view at this cut.
     *
     * @param now whether the cut is as of now
     */
    @SuppressWarnings("unchecked") // views of one service have different names
    synchronized <R extends Record> Image<R> of(LiveView<R> view, Cut cut, boolean now) {
        Key key = new Key(view.name(), now ? Instant.MIN : cut.asOf(), cut.knownAt());
        return (Image<R>) recent.computeIfAbsent(key, none -> new Image<>(view.view(), logs, now));
    }
}
