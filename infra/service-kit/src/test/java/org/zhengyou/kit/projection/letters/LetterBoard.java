package org.zhengyou.kit.projection.letters;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterWritten;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Reader;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

/** All letters: the last text, the marks, to whom. Its addressee sees a letter, and auditors. */
public final class LetterBoard implements View<LetterBoard.Row> {
    /** A letter. */
    public record Row(Timeline<String> text, Timeline<String> to, SortedSet<String> marks) {
        /** Copies the marks. */
        public Row {
            marks = Collections.unmodifiableSortedSet(new TreeSet<>(marks));
        }
    }

    /** A letter as it is shown. */
    public record Shown(String text, String to, int length, SortedSet<String> marks) {}

    @Override
    public String name() {
        return "letter-board";
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public Row empty(String key) {
        return new Row(Timeline.empty(), Timeline.empty(), new TreeSet<>());
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
                            row -> {
                                var marks = new TreeSet<>(row.marks());
                                marks.add(e.mark());
                                return new Row(row.text(), row.to(), marks);
                            });
            default -> {}
        }
    }

    @Override
    public boolean visible(Row row, Reader reader) {
        return reader.isAuditor() || row.to().last().filter(reader::is).isPresent();
    }

    @Override
    public @Nullable Shown answer(String key, Row row, Instant asOf) {
        if (row.text().isEmpty()) return null;
        String text = row.text().at(asOf).orElse("");
        return new Shown(text, row.to().at(asOf).orElse(""), text.length(), row.marks());
    }
}
