package org.zhengyou.kit.projection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;

/** One view while it is built anew beside the one that answers. */
final class Building<R extends Record> {
    private static final int FIRST_APART = 1_000_000;

    private final LiveView<R> view;
    private final Table<R> table;
    private final int number;
    private final Set<String> blocked = new HashSet<>();
    private final Map<Arrival, RuntimeException> failed = new LinkedHashMap<>();
    private final List<Arrival> behind = new ArrayList<>();
    private boolean answers;

    private Building(LiveView<R> view, int number) {
        this.view = view;
        this.number = number;
        this.table = view.tableWith(number);
    }

    /** In the table that comes next: only the process with the lease builds there. */
    static Building<?> next(LiveView<?> view) {
        return new Building<>(view, view.entry().number() + 1);
    }

    /** In a table with a number of its own, in the way of nobody. */
    static Building<?> apart(LiveView<?> view) {
        int number = ThreadLocalRandom.current().nextInt(FIRST_APART, Integer.MAX_VALUE);
        return new Building<>(view, number);
    }

    LiveView<R> view() {
        return view;
    }

    int number() {
        return number;
    }

    /** Begins with nothing, whatever a rebuild before this one left behind. */
    void begin() {
        table.clear();
    }

    /** Its share of the next batch. */
    Folding<R> folding() {
        return new Folding<>(table, Set.copyOf(blocked));
    }

    /** The batch was folded. */
    void folded(Folding<?> folding) {
        failed.putAll(folding.failed());
        behind.addAll(folding.behind());
        folding.failed().keySet().forEach(arrival -> blocked.add(arrival.entity()));
    }

    /** Lets this table answer in this process, while the catalog has none of this shape. */
    void answerApart() {
        view.keepApart(table);
    }

    /** Lets this table answer. */
    void moveIn(Parking parking) {
        answers = true;
        view.moveTo(
                table,
                new ViewCatalog.Entry(
                        number, view.shape(), false, new Document(), view.entry().kept()));
        parking.replace("rebuild", Projector.handler(view), failed, behind);
    }

    /** Leaves nothing behind that does not answer. */
    void giveUp() {
        if (answers) return;
        view.keepApart(null);
        table.drop();
    }
}
