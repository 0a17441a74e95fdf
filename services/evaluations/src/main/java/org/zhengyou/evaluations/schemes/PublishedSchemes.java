package org.zhengyou.evaluations.schemes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.schemes.CriteriaSchemeEvent.CriteriaSchemePublished;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

/**
 * 已公布的标准 (S8, S26). By which criteria organisations and members are judged; whoever is judged finds
 * the scheme here that a duty report names. Open to all who sign in. One row per scheme.
 */
public final class PublishedSchemes extends View<PublishedSchemes.Row, PublishedSchemes.Scheme> {
    /**
     * One scheme.
     *
     * @param published its publications, the last of which counts
     */
    public record Row(Timeline<CriteriaSchemePublished> published) {}

    /**
     * What a reader sees of a scheme.
     *
     * @param scheme its id
     * @param appliesTo whom it judges
     * @param version its version among the schemes for the same kind of subject
     * @param criteria its criteria with their weights
     * @param publishedOn since when they are published as they are
     */
    public record Scheme(
            SchemeId scheme,
            AppliesTo appliesTo,
            int version,
            List<Criterion> criteria,
            LocalDate publishedOn) {}

    /** The view; its rows are empty. */
    public PublishedSchemes() {
        super("schemes", Row.class, Scheme.class, key -> new Row(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (fact.event() instanceof CriteriaSchemePublished e)
            rows.update(e.scheme().value(), row -> new Row(row.published().with(fact.order(), e)));
    }

    @Override
    public Audience audience(Row row) {
        return Audience.EVERYBODY;
    }

    @Override
    public Index index(Row row) {
        return Index.on("appliesTo", row.published(), CriteriaSchemePublished::appliesTo)
                .and("version", row.published(), CriteriaSchemePublished::version);
    }

    @Override
    public @Nullable Scheme answer(String key, Row row, Instant asOf) {
        return row.published().entryAt(asOf).map(PublishedSchemes::scheme).orElse(null);
    }

    private static Scheme scheme(Timeline.Entry<CriteriaSchemePublished> last) {
        CriteriaSchemePublished e = last.value();
        return new Scheme(e.scheme(), e.appliesTo(), e.version(), e.criteria(), last.on());
    }
}
