package org.zhengyou.kit.projection;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.documents.DocumentReaders;
import org.zhengyou.kit.runtime.Knowledge;
import org.zhengyou.kit.validation.Digest;
import org.zhengyou.kit.view.View;

/**
 * Who may open a document: whoever is shown a row whose answer names it in a {@code @Digest} field,
 * at the cut of the question, and belongs to those for whom the view opens its documents.
 */
final class DocumentRows implements DocumentReaders {
    private static final int ROWS_AT_ONCE = 100;

    private record Named(LiveView<?> view, String field) {}

    private final LiveState live;
    private final Knowledge knowledge;
    private final Answers answers;
    private final ReaderTerms readers;
    private final Duration limit;
    private final List<Named> fields = new ArrayList<>();

    /**
     * Those of a service.
     *
     * @throws IllegalStateException if a view does not find its rows by a document that they name
     */
    DocumentRows(LiveState live, Knowledge knowledge, Answers answers) {
        this.live = live;
        this.knowledge = knowledge;
        this.answers = answers;
        this.readers = new ReaderTerms(live.views(), knowledge, live.runtime().log().clock());
        this.limit = live.runtime().settings().requestLimit().dividedBy(2);
        for (View<?, ?> view : live.runtime().service().views()) add(view);
    }

    private <R extends Record> void add(View<R, ?> view) {
        Set<String> indexed = view.index(view.empty("")).fields().keySet();
        for (RecordComponent component : view.answerType().getRecordComponents()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Digest.class)) continue;
            if (!indexed.contains(component.getName()))
                throw new IllegalStateException(
                        "index " + component.getName() + " of " + view.name());
            fields.add(new Named(live.views().named(view), component.getName()));
        }
    }

    @Override
    public boolean mayOpen(String digest, Actor actor, MultiValueMap<String, String> said) {
        OfficeReader reader =
                new OfficeReader(actor, live.runtime().log().clock().instant(), knowledge);
        for (Named named : fields)
            if (mayOpen(named.view(), named.field(), digest, reader, said)) return true;
        return false;
    }

    private <R extends Record> boolean mayOpen(
            LiveView<R> view,
            String field,
            String digest,
            OfficeReader reader,
            MultiValueMap<String, String> said) {
        Fields all = new Fields(view.view());
        Question question =
                QuestionReader.read(
                                live.service(),
                                view.name(),
                                live.sources(),
                                said,
                                true,
                                all,
                                live.runtime().log().clock())
                        .having(new Filter.AnyOf(field, Set.of(digest)));
        answers.await(question);
        Table<R> table = view.table();
        if (table == null) throw Answers.notBuilt(view);
        List<Set<String>> terms = new ArrayList<>();
        terms.add(Terms.ever(field, Set.of(digest)));
        Set<String> ofReader = readers.of(reader);
        if (ofReader != null) terms.add(ofReader);
        return isAdmitted(table, new Check<>(view.view(), all, question, reader), terms);
    }

    private <R extends Record> boolean isAdmitted(
            Table<R> table, Check<R> check, List<Set<String>> terms) {
        TimeLimit time = TimeLimit.in(limit);
        String after = null;
        List<StoredRow<R>> some;
        do {
            time.check("too many rows name this document: ask again later");
            some = table.rows(terms, after, false, ROWS_AT_ONCE);
            for (StoredRow<R> row : some) if (check.opens(row)) return true;
            if (!some.isEmpty()) after = StoredText.encode(some.getLast().key());
        } while (some.size() == ROWS_AT_ONCE);
        return false;
    }
}
