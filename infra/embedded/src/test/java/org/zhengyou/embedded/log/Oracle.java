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
        Examination examination = new Examination(log);
        examination.run();
        return examination.found;
    }

    /** One look at a log from its first event to its last. */
    private final class Examination {
        private final List<StoredEvent> log;
        private final List<String> found = new ArrayList<>(faults);
        private final Set<String> starts = new HashSet<>();
        private final Map<String, Long> ends = new HashMap<>();
        private final Map<String, Integer> chains = new HashMap<>();
        private final Map<String, Integer> writers = new HashMap<>();
        private final Set<String> numbers = new HashSet<>();

        Examination(List<StoredEvent> log) {
            this.log = log;
        }

        void run() {
            for (int at = 0; at < log.size(); at++) {
                StoredEvent event = log.get(at);
                if (event.position() != at + 1) {
                    found.add("gap: " + event.position() + " follows " + at);
                }
                checkTransaction(at, event);
                event.tags().forEach(tag -> checkTag(tag, event));
            }
            written.forEach(
                    (transaction, position) -> {
                        if (!position.equals(ends.get(transaction))) {
                            found.add("lost: " + transaction + " acknowledged at " + position);
                        }
                    });
        }

        /** The event before it, the one behind it, and the number that was tried. */
        private void checkTransaction(int at, StoredEvent event) {
            String transaction = event.metadata().getOrDefault("tx", "");
            int i = number(event, "i");
            int n = number(event, "n");
            if (tried.getOrDefault(transaction, 0) != n) {
                boolean never = !tried.containsKey(transaction);
                found.add((never ? "never tried: " : "of another size: ") + transaction);
            }
            boolean whole =
                    isEvent(at, transaction, i)
                            && (i == 0 || isEvent(at - 1, transaction, i - 1))
                            && (i + 1 == n || isEvent(at + 1, transaction, i + 1));
            if (!whole) {
                found.add("torn: " + transaction + " at " + event.position());
            }
            if (i == 0) {
                checkOrder(transaction, event.position());
            }
            if (ends.put(transaction, event.position()) == null && refused.contains(transaction)) {
                found.add("refused, but there: " + transaction);
            }
        }

        private boolean isEvent(int at, String transaction, int i) {
            return at >= 0 && at < log.size() && log.get(at).id().equals(transaction + "." + i);
        }

        /**
         * A writer waits for its answer, and what it gave up for lost cannot arrive behind that.
         */
        private void checkOrder(String transaction, long position) {
            if (!starts.add(transaction)) {
                found.add("twice: " + transaction + " at " + position);
                return;
            }
            int dot = transaction.lastIndexOf('.');
            int turn = dot < 0 ? -1 : Integer.parseInt(transaction.substring(dot + 1));
            Integer before = writers.put(transaction.substring(0, Math.max(0, dot)), turn);
            if (before != null && before >= turn) {
                found.add("out of order: " + transaction + " at " + position);
            }
        }

        private void checkTag(String tag, StoredEvent event) {
            if (tag.startsWith("number=") && !numbers.add(tag)) {
                found.add("given twice: " + tag);
            }
            if (tag.startsWith("chain=") && chains.merge(tag, 1, Integer::sum) != count(event)) {
                found.add("out of order: " + tag + " at " + event.position());
            }
        }
    }
}
