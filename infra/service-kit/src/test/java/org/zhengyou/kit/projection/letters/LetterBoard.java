package org.zhengyou.kit.projection.letters;

import static org.zhengyou.kit.view.Audience.AUDITORS;
import static org.zhengyou.kit.view.Audience.self;

import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterWritten;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

import java.time.Instant;
import java.util.Set;

/** All letters: the last text, the marks, to whom. Its addressee sees a letter, and auditors. */
public final class LetterBoard extends View<LetterBoard.Row, LetterBoard.Shown> {
    /** A letter. */
    public record Row(Timeline<String> text, Timeline<String> to, Firsts<String> marks) {}

    /** A letter as it is shown. */
    public record Shown(String text, String to, int length, Set<String> marks) {}

    /** The view; its rows are empty. */
    public LetterBoard() {
        super(
                "letter-board",
                Row.class,
                Shown.class,
                key -> new Row(Timeline.empty(), Timeline.empty(), Firsts.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        switch (fact.event()) {
            case LetterWritten e ->
                    rows.update(
                            e.letter().value(),
                            row ->
                                    new Row(
                                            row.text().with(fact.order(), e.text()),
                                            row.to().with(fact.order(), e.to()),
                                            row.marks()));
            case LetterMarked e ->
                    rows.update(
                            e.letter().value(),
                            row ->
                                    new Row(
                                            row.text(),
                                            row.to(),
                                            row.marks().with(e.mark(), fact.order())));
            default -> {}
        }
    }

    @Override
    public Audience audience(Row row) {
        return AUDITORS.and(self(row.to()));
    }

    @Override
    public @Nullable Shown answer(String key, Row row, Instant asOf) {
        if (row.text().isEmpty()) return null;
        String text = row.text().at(asOf).orElse("");
        return new Shown(
                text, row.to().at(asOf).orElse(""), text.length(), row.marks().at(asOf).keySet());
    }
}
