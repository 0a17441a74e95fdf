package org.zhengyou.commendations.directory;

import java.time.Instant;
import org.zhengyou.commendations.directory.ForeignFacts.CriteriaSchemePublished;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;

/** 标准 (Q16). For whom criteria are published. One row per kind of subject. */
public final class SchemeDirectory extends Directory<SchemeDirectory.Row> {
    /**
     * One kind of subject.
     *
     * @param schemes the schemes published for it, over time
     */
    public record Row(Timeline<String> schemes) {
        /** Whether a scheme was published by this instant. */
        public boolean isPublishedBy(Instant asOf) {
            return schemes.at(asOf).isPresent();
        }
    }

    /** The view; its rows are empty. */
    public SchemeDirectory() {
        super("scheme-directory", Row.class, key -> new Row(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (fact.event() instanceof CriteriaSchemePublished e)
            rows.update(
                    e.appliesTo(), row -> new Row(row.schemes().with(fact.order(), e.scheme())));
    }
}
