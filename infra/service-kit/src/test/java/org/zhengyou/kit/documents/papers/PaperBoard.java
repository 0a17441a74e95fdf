package org.zhengyou.kit.documents.papers;

import static org.zhengyou.kit.view.Audience.AUDITORS;
import static org.zhengyou.kit.view.Audience.self;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.documents.papers.PaperEvent.PaperFiled;
import org.zhengyou.kit.validation.Digest;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/** All papers. Their addressees see them, and auditors, who may not open them. */
public final class PaperBoard extends View<PaperBoard.Row, PaperBoard.Shown> {
    /** A paper. */
    public record Row(Timeline<PaperFiled> filed) {}

    /** A paper as it is shown. */
    public record Shown(String to, @Digest String documentDigest) {}

    /** The view; its rows are empty. */
    public PaperBoard() {
        super("paper-board", Row.class, Shown.class, key -> new Row(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (fact.event() instanceof PaperFiled e)
            rows.update(e.paper().value(), row -> new Row(row.filed().with(fact.order(), e)));
    }

    @Override
    public Audience audience(Row row) {
        return AUDITORS.and(documents(row));
    }

    @Override
    public Audience documents(Row row) {
        return self(Values.of(row.filed(), PaperFiled::to));
    }

    @Override
    public Index index(Row row) {
        return Index.on("documentDigest", row.filed(), PaperFiled::documentDigest);
    }

    @Override
    public @Nullable Shown answer(String key, Row row, Instant asOf) {
        return row.filed().at(asOf).map(e -> new Shown(e.to(), e.documentDigest())).orElse(null);
    }
}
