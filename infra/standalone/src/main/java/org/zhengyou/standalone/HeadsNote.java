package org.zhengyou.standalone;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.zhengyou.log.ChainHead;

/**
 * Where logs ended once: a first line {@value #FORMAT}, a line with the time, and a line {@code
 * LOG=POSITION:HASH IDENTITY} for each log that was not empty.
 *
 * @param at when they were looked at last
 * @param heads by log
 */
record HeadsNote(Instant at, Map<String, Kept> heads) {
    private static final String FORMAT = "zhengyou.heads.v1";

    /**
     * The end of one log.
     *
     * @param known as options of a verification say it
     * @param identity of the log
     */
    record Kept(KnownHead known, String identity) {
        String log() {
            return known.log();
        }

        ChainHead head() {
            return known.head();
        }
    }

    /** In the order of their names. */
    HeadsNote {
        heads = new TreeMap<>(heads);
    }

    /** Of no log yet. */
    static HeadsNote empty(Instant at) {
        return new HeadsNote(at, Map.of());
    }

    /** With these heads as well; of one log the further one counts. */
    HeadsNote with(Instant now, Collection<Kept> news) {
        Map<String, Kept> all = new TreeMap<>(heads);
        for (Kept one : news) all.merge(one.log(), one, HeadsNote::further);
        return new HeadsNote(now, all);
    }

    private static Kept further(Kept one, Kept other) {
        return other.head().position() > one.head().position() ? other : one;
    }

    String text() {
        StringBuilder text = new StringBuilder(FORMAT + "\n" + at + "\n");
        for (Kept one : heads.values())
            text.append(one.known()).append(' ').append(one.identity()).append('\n');
        return text.toString();
    }

    /**
     * Reads {@link #text}.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static HeadsNote of(String text) {
        Iterator<String> lines = text.lines().iterator();
        if (!lines.hasNext() || !lines.next().equals(FORMAT) || !lines.hasNext())
            throw new IllegalArgumentException("not " + FORMAT);
        try {
            Instant at = Instant.parse(lines.next());
            Map<String, Kept> heads = new TreeMap<>();
            while (lines.hasNext()) {
                Kept one = kept(lines.next());
                heads.put(one.log(), one);
            }
            return new HeadsNote(at, heads);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time", e);
        }
    }

    private static Kept kept(String line) {
        int blank = line.indexOf(' ');
        if (blank < 0) throw new IllegalArgumentException("no identity");
        return new Kept(KnownHead.of(line.substring(0, blank)), line.substring(blank + 1));
    }
}
