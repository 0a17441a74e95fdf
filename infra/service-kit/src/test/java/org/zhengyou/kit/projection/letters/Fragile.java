package org.zhengyou.kit.projection.letters;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.View;

/** A view of marks that fails on those it was told to fail on. */
public final class Fragile implements View<Fragile.Row> {
    private final Set<String> poison = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();

    /** The marks of a letter. */
    public record Row(SortedSet<String> marks) {
        /** Copies the marks. */
        public Row {
            marks = Collections.unmodifiableSortedSet(new TreeSet<>(marks));
        }
    }

    /** From now on it fails on this mark. */
    public void failOn(String mark) {
        poison.add(mark);
    }

    /** It fails on nothing any more. */
    public void heal() {
        poison.clear();
    }

    /** How often it failed. */
    public int failures() {
        return failures.get();
    }

    @Override
    public String name() {
        return "fragile";
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public Row empty(String key) {
        return new Row(new TreeSet<>());
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (!(fact.event() instanceof LetterMarked e)) return;
        rows.update(
                e.letter().value(),
                row -> {
                    if (poison.contains(e.mark())) {
                        failures.incrementAndGet();
                        throw new IllegalStateException("cannot take " + e.mark());
                    }
                    var marks = new TreeSet<>(row.marks());
                    marks.add(e.mark());
                    return new Row(marks);
                });
    }
}
