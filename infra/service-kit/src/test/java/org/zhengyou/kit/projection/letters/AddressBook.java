package org.zhengyou.kit.projection.letters;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterWritten;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

/** Where people live, by the people service, and which letters they were written, by this one. */
public final class AddressBook implements View<AddressBook.Row> {
    /** A person. */
    public record Row(Timeline<String> place, SortedMap<String, Integer> letters) {
        /** Copies the letters. */
        public Row {
            letters = Collections.unmodifiableSortedMap(new TreeMap<>(letters));
        }
    }

    @Override
    public String name() {
        return "address-book";
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public Row empty(String key) {
        return new Row(Timeline.empty(), new TreeMap<>());
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        switch (fact.event()) {
            case PersonMoved e ->
                    rows.update(
                            e.person(),
                            row ->
                                    new Row(
                                            row.place().with(fact.order(), e.place()),
                                            row.letters()));
            case LetterWritten e ->
                    rows.update(
                            e.to(),
                            row -> {
                                var letters = new TreeMap<>(row.letters());
                                letters.merge(e.letter().value(), e.text().length(), Math::max);
                                return new Row(row.place(), letters);
                            });
            default -> {}
        }
    }
}
