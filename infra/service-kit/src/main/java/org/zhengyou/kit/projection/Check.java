package org.zhengyou.kit.projection;

import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.view.Cut;
import org.zhengyou.kit.view.Reader;
import org.zhengyou.kit.view.View;

/**
 * The last word on every row: whether it exists at the cut of the question, whether the reader may
 * see it there, and whether it was asked for. However rows were found, none is answered that was
 * not checked here.
 */
final class Check<R extends Record> {
    private final View<R, ?> view;
    private final Fields fields;
    private final Question question;
    private final Reader reader;
    private final Cut cut;
    private boolean hasCut;

    Check(View<R, ?> view, Fields fields, Question question, Reader reader) {
        this.view = view;
        this.fields = fields;
        this.question = question;
        this.reader = reader;
        this.cut = question.cut();
    }

    /** The row as it is shown; null if it does not belong into the answer. */
    @Nullable Shown admit(StoredRow<R> stored) {
        R row = cut(stored);
        if (row == null || !view.audience(row).admits(reader)) return null;
        Shown shown = shown(stored.key(), row);
        return shown != null && isAskedFor(shown) ? shown : null;
    }

    /** The row at the cut, if the reader is shown it; null otherwise. */
    @Nullable R seen(StoredRow<R> stored) {
        return admit(stored) == null ? null : cut(stored);
    }

    /** Whether the reader is shown the row, and may open the documents that it names. */
    boolean opens(StoredRow<R> stored) {
        R row = cut(stored);
        return row != null && view.documents(row).admits(reader) && admit(stored) != null;
    }

    /** Whether any row had to be cut, because it is of facts beyond the question, too. */
    boolean hasCut() {
        return hasCut;
    }

    /** Where the row stands, whoever may see it; null if it does not exist. */
    @Nullable Rank rank(StoredRow<R> stored) {
        Shown shown = shown(stored);
        return shown == null ? null : shown.rank();
    }

    /** The row, whoever may see it and whatever was asked for; null if it does not exist. */
    @Nullable Shown shown(StoredRow<R> stored) {
        R row = cut(stored);
        return row == null ? null : shown(stored.key(), row);
    }

    private @Nullable R cut(StoredRow<R> stored) {
        if (stored.version() == 0) return null;
        if (stored.isWithin(cut)) return stored.row();
        hasCut = true;
        R row = view.cut(stored.row(), cut);
        return row.equals(view.empty(stored.key())) ? null : row;
    }

    private @Nullable Shown shown(String key, R row) {
        Record answer = view.answer(key, row, question.asOf());
        if (answer == null) return null;
        String sort = question.rows().sort();
        Object value = sort == null ? null : fields.value(key, answer, sort);
        return new Shown(key, answer, Rank.of(value, key));
    }

    private boolean isAskedFor(Shown shown) {
        for (Filter filter : question.rows().filters())
            if (!filter.matches(fields.value(shown.key(), shown.answer(), filter.field())))
                return false;
        return true;
    }
}
