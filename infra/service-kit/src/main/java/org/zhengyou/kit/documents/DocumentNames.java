package org.zhengyou.kit.documents;

import java.util.LinkedHashSet;
import java.util.Set;
import org.zhengyou.kit.runtime.EventMetadata;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;

/**
 * 文件引用. Which documents the facts of this service name, as what they say or as what they were
 * entered from (P-ENTERED). One row per digest.
 */
public final class DocumentNames extends Directory<DocumentNames.Row> {
    private static final String NAMED = "named";

    private final String service;

    /** One document. */
    public record Row(Firsts<String> named) {
        /** Whether a fact names it, whatever day that is true on. */
        boolean isNamed() {
            return !named.isEmpty();
        }
    }

    /** The directory of the service with this name; its rows are empty. */
    public DocumentNames(String service) {
        super("document-names", Row.class, key -> new Row(Firsts.empty()));
        this.service = service;
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (!fact.source().equals(service)) return;
        for (String digest : named(fact))
            rows.update(digest, row -> new Row(row.named().with(NAMED, fact.order())));
    }

    private static Set<String> named(Fact<?> fact) {
        String paper = fact.metadata().getOrDefault(EventMetadata.DOCUMENT, "");
        Set<String> said = NamedDigests.in(fact.event());
        if (!NamedDigests.FORM.matcher(paper).matches()) return said;
        Set<String> all = new LinkedHashSet<>(said);
        all.add(paper);
        return all;
    }
}
