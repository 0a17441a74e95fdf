package org.zhengyou.kit.projection;

import com.mongodb.MongoException;

import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.View;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What arrivals do to the rows of one view, worked out without reading or writing anything. An
 * arrival that the view fails on is left out as a whole, and with it all later ones of its entity;
 * the others are not touched by that.
 *
 * @param view the view
 * @param arrivals what arrives
 * @param blocked entities of which something earlier was left out before
 * @param steps by key of the row, in order
 * @param failed what the view failed on, and how
 * @param behind left out because something of their entity before them was
 */
record Fold<R extends Record>(
        View<R, ?> view,
        List<Arrival> arrivals,
        Set<String> blocked,
        Map<String, List<Step<R>>> steps,
        Map<Arrival, RuntimeException> failed,
        List<Arrival> behind) {

    /**
     * What these arrivals do.
     *
     * @throws MongoException if the keys of personal values cannot be read: nobody's fault here
     */
    static <R extends Record> Fold<R> of(
            View<R, ?> view, List<Arrival> arrivals, Set<String> blocked) {
        return of(view, arrivals, blocked, new LinkedHashMap<>());
    }

    /** As far as {@code failed} knows; adds to it what fails now. */
    private static <R extends Record> Fold<R> of(
            View<R, ?> view,
            List<Arrival> arrivals,
            Set<String> blockedBefore,
            Map<Arrival, RuntimeException> failed) {
        Fold<R> fold =
                new Fold<>(
                        view,
                        arrivals,
                        blockedBefore,
                        new LinkedHashMap<>(),
                        failed,
                        new ArrayList<>());
        Set<String> blocked = new HashSet<>(blockedBefore);
        for (Arrival arrival : arrivals) {
            if (failed.containsKey(arrival)) blocked.add(arrival.entity());
            else if (blocked.contains(arrival.entity())) fold.behind.add(arrival);
            else if (!fold.offer(arrival)) blocked.add(arrival.entity());
        }
        return fold;
    }

    private boolean offer(Arrival arrival) {
        Map<String, List<Step<R>>> own = new LinkedHashMap<>();
        try {
            for (Fact<?> fact : arrival.facts())
                view.on(
                        fact,
                        (key, change) ->
                                own.computeIfAbsent(key, none -> new ArrayList<>())
                                        .add(new Step<>(arrival, change)));
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            failed.put(arrival, e);
            return false;
        }
        own.forEach(
                (key, more) -> steps.computeIfAbsent(key, none -> new ArrayList<>()).addAll(more));
        return true;
    }

    /**
     * Takes the steps on these rows.
     *
     * @param before a row for each key of the steps
     */
    Folded<R> on(Map<String, StoredRow<R>> before) {
        Map<String, StoredRow<R>> changed = new LinkedHashMap<>();
        int failedBefore = failed.size();
        steps.forEach((key, all) -> walk(before, key, all, changed));
        return failed.size() == failedBefore
                ? new Folded<>(this, changed)
                : of(view, arrivals, blocked, failed).on(before);
    }

    private void walk(
            Map<String, StoredRow<R>> before,
            String key,
            List<Step<R>> all,
            Map<String, StoredRow<R>> changed) {
        StoredRow<R> first = before.getOrDefault(key, StoredRow.empty(view, key));
        StoredRow<R> row = first;
        for (Step<R> step : all) {
            try {
                row = row.after(step);
            } catch (MongoException e) {
                throw e;
            } catch (RuntimeException e) {
                failed.put(step.from(), e);
                return;
            }
        }
        if (row.isOtherThan(first)) changed.put(key, row);
    }

    /** The same steps, on these rows only. */
    Fold<R> only(Set<String> keys) {
        Map<String, List<Step<R>>> some = new LinkedHashMap<>(steps);
        some.keySet().retainAll(keys);
        return new Fold<>(view, arrivals, blocked, some, failed, behind);
    }

    /**
     * A fold on rows.
     *
     * @param fold without what failed
     * @param changed the rows that are not as before, by key
     */
    record Folded<R extends Record>(Fold<R> fold, Map<String, StoredRow<R>> changed) {}
}
