package org.zhengyou.kit.projection.letters;

import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.View;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A view of marks that fails on those it was told to fail on. */
public final class Fragile extends View<Fragile.Row, Fragile.Shown> {
    private final Set<String> poison = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();

    /** The marks of a letter, since when it has them. */
    public record Row(Firsts<String> marks) {}

    /** The marks of a letter. */
    public record Shown(Set<String> marks) {}

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

    /** The view; its rows are empty. */
    public Fragile() {
        super("fragile", Row.class, Shown.class, key -> new Row(Firsts.empty()));
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
                    return new Row(row.marks().with(e.mark(), fact.order()));
                });
    }

    @Override
    public Shown answer(String key, Row row, Instant asOf) {
        return new Shown(row.marks().keys());
    }
}
