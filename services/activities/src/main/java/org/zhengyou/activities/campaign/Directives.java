package org.zhengyou.activities.campaign;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.DirectiveEvent.DirectiveRegistered;
import org.zhengyou.kit.validation.Digest;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 依据文件 (S1). The superior directives on record, so that whoever has to cite one finds its id. It
 * names nobody and is open to all who sign in. One row per directive.
 */
public final class Directives extends View<Directives.Row, Directives.Shown> {
    /** One directive. */
    public record Row(Timeline<DirectiveRegistered> registered) {}

    /**
     * What a reader is shown of a directive.
     *
     * @param number its document number
     * @param issuer who issued it
     * @param titleZh its title
     * @param digest SHA-256 of the document
     * @param registeredOn since when it is on record
     */
    public record Shown(
            String number,
            String issuer,
            String titleZh,
            @Digest String digest,
            LocalDate registeredOn) {}

    /** The view. */
    public Directives() {
        super("directives", Row.class, Shown.class, key -> new Row(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (fact.event() instanceof DirectiveRegistered e)
            rows.update(
                    e.directive().value(), row -> new Row(row.registered().with(fact.order(), e)));
    }

    @Override
    public Audience audience(Row row) {
        return Audience.EVERYBODY;
    }

    @Override
    public Index index(Row row) {
        return Index.on("number", row.registered(), DirectiveRegistered::number)
                .and("issuer", row.registered(), DirectiveRegistered::issuer)
                .and("titleZh", row.registered(), DirectiveRegistered::titleZh)
                .and("digest", row.registered(), DirectiveRegistered::digest)
                .and("registeredOn", Values.daysOf(row.registered()));
    }

    @Override
    public @Nullable Shown answer(String key, Row row, Instant asOf) {
        return row.registered().entryAt(asOf).map(Directives::shown).orElse(null);
    }

    private static Shown shown(Timeline.Entry<DirectiveRegistered> registered) {
        DirectiveRegistered e = registered.value();
        return new Shown(e.number(), e.issuer(), e.titleZh(), e.digest(), registered.on());
    }
}
