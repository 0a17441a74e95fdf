package org.zhengyou.kit.projection.letters;

import org.zhengyou.kit.projection.letters.LetterEvent.LetterWritten;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Ledger;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

import java.time.Instant;
import java.util.SortedMap;

/** Where people live, by the people service, and which letters they were written, by this one. */
public final class AddressBook extends View<AddressBook.Row, AddressBook.Shown> {
    /** A person, and how long each letter to them was. */
    public record Row(Timeline<String> place, Ledger<String, Integer> letters) {}

    /** A person at an instant. */
    public record Shown(String place, SortedMap<String, Integer> letters) {}

    /** The view; its rows are empty. */
    public AddressBook() {
        super(
                "address-book",
                Row.class,
                Shown.class,
                key -> new Row(Timeline.empty(), Ledger.empty()));
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
                            row ->
                                    new Row(
                                            row.place(),
                                            row.letters()
                                                    .with(
                                                            e.letter().value(),
                                                            fact.order(),
                                                            e.text().length())));
            default -> {}
        }
    }

    @Override
    public Shown answer(String key, Row row, Instant asOf) {
        return new Shown(row.place().at(asOf).orElse(""), row.letters().at(asOf));
    }
}
