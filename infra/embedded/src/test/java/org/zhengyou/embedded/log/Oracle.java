package org.zhengyou.embedded.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhengyou.log.StoredEvent;

/** Knows what the clients were told, and finds what of it the log contradicts. */
final class Oracle {
    private final Map<String, Integer> tried = new HashMap<>();
    private final Map<String, Long> written = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private int unknown;

    /** A line of a client; half a line, because the client was killed, says nothing. */
    synchronized void hear(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 4 || !words[3].equals(".")) {
            return;
        }
        switch (words[0]) {
            case AppenderProcess.TRIES -> tried.put(words[1], Integer.valueOf(words[2]));
            case AppenderProcess.WRITTEN -> written.put(words[1], Long.valueOf(words[2]));
            case AppenderProcess.REFUSED -> refused.add(words[1]);
            case AppenderProcess.UNKNOWN -> unknown++;
            default -> faults.add(line);
        }
        notifyAll();
    }

    /**
     * Waits until clients were told of so many more transactions that they are written.
     *
     * @return false if they were not within this time
     */
    synchronized boolean awaitWritten(int more, long millis) throws InterruptedException {
        long target = written.size() + (long) more;
        long end = System.nanoTime() + millis * 1_000_000;
        while (written.size() < target && faults.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    synchronized int acknowledged() {
        return written.size();
    }

    synchronized int refused() {
        return refused.size();
    }

    synchronized int unknown() {
        return unknown;
    }

    static int count(StoredEvent event) {
        return number(event, "count");
    }

    private static int number(StoredEvent event, String key) {
        return Integer.parseInt(event.metadata().getOrDefault(key, "-1"));
    }

    /** Everything that is wrong with this log; nothing if it is what the clients were told. */
    synchronized List<String> faults(List<StoredEvent> log) {
        List<String> found = new ArrayList<>(faults);
        Map<String, Long> ends = new HashMap<>();
        Map<String, Integer> chains = new HashMap<>();
        Set<String> numbers = new HashSet<>();
        for (int at = 0; at < log.size(); at++) {
            StoredEvent event = log.get(at);
            String transaction = event.metadata().getOrDefault("tx", "");
            int i = number(event, "i");
            int n = number(event, "n");
            if (event.position() != at + 1) {
                found.add("gap: " + event.position() + " follows " + at);
            }
            if (i + 1 == n && ends.put(transaction, event.position()) != null) {
                found.add("twice: " + transaction);
            }
            boolean whole = at + n - i <= log.size() && at - i >= 0;
            if (!whole || !log.get(at - i).id().equals(transaction + ".0")) {
                found.add("torn: " + transaction + " at " + event.position());
            }
            checkTags(event, numbers, chains, found);
        }
        compare(ends, found);
        return found;
    }

    private static void checkTags(
            StoredEvent event,
            Set<String> numbers,
            Map<String, Integer> chains,
            List<String> found) {
        for (String tag : event.tags()) {
            if (tag.startsWith("number=") && !numbers.add(tag)) {
                found.add("given twice: " + tag);
            }
            if (tag.startsWith("chain=") && chains.merge(tag, 1, Integer::sum) != count(event)) {
                found.add("out of order: " + tag + " at " + event.position());
            }
        }
    }

    private void compare(Map<String, Long> ends, List<String> found) {
        written.forEach(
                (transaction, position) -> {
                    if (!position.equals(ends.get(transaction))) {
                        found.add("lost: " + transaction + " acknowledged at " + position);
                    }
                });
        for (String transaction : ends.keySet()) {
            if (refused.contains(transaction)) {
                found.add("refused, but there: " + transaction);
            }
            if (!tried.containsKey(transaction)) {
                found.add("never tried: " + transaction);
            }
        }
    }
}
