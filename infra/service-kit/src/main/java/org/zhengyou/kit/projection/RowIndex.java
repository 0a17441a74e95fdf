package org.zhengyou.kit.projection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.view.View;

/** What the store keeps beside a row so as to find it: its terms, and the values it ever had. */
final class RowIndex {
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    /** A value that some answer of the row has. */
    record Value(String field, String place) {}

    private final Fields fields;
    private final Set<String> terms = new TreeSet<>();
    private final Set<Value> values = new HashSet<>();

    private RowIndex(Fields fields) {
        this.fields = fields;
    }

    /**
     * The index of this row.
     *
     * @param now when it is written
     */
    static <R extends Record> RowIndex of(
            View<R, ?> view, Fields fields, StoredRow<R> row, Instant now) {
        RowIndex index = new RowIndex(fields);
        view.audience(row.row()).tokens().forEach(token -> index.terms.add(Terms.of(token)));
        Map<String, Set<Object>> indexed = view.index(row.row()).fields();
        if (index.terms.isEmpty()) {
            indexed.forEach(index::addUnread);
            return index;
        }
        if (indexed.isEmpty()) return index;
        Instant last = Instant.EPOCH.plus(row.effective(), ChronoUnit.MICROS);
        Answers answers = new Answers(row.key(), last.isAfter(now), new HashSet<>());
        Stream.of(last, last.isAfter(now) ? last : now, FAR)
                .map(at -> view.answer(row.key(), row.row(), at))
                .forEach(answers.all()::add);
        indexed.forEach((field, ever) -> index.add(field, ever, answers));
        return index;
    }

    /** By which the row is found. */
    Set<String> terms() {
        return terms;
    }

    /** Which values it is found by. */
    Set<Value> values() {
        return values;
    }

    /**
     * What the row answers when its last fact is true, when it is written and at the end of time.
     */
    private record Answers(String key, boolean isAhead, Set<@Nullable Record> all) {}

    private void add(String field, Set<Object> ever, Answers answers) {
        Set<Object> all = new HashSet<>(ever);
        Set<Set<String>> said = new HashSet<>();
        for (Record answer : answers.all()) {
            Object value = answer == null ? null : fields.value(answers.key(), answer, field);
            said.add(answer == null ? Set.of() : Reading.texts(value));
            if (value instanceof Collection<?> many) all.addAll(many);
            else if (value != null) all.add(value);
        }
        boolean isOpen = answers.isAhead() || said.size() > 1;
        Set<String> last = said.iterator().next();
        all.forEach(value -> add(field, value, isOpen, last));
        if (isOpen) terms.add(Terms.OPEN_ROW);
        if (isOpen) terms.add(Terms.open(field, ""));
        else if (last.contains("")) terms.add(Terms.current(field, ""));
    }

    /** Nobody reads the row: only the values it ever had are of interest. */
    private void addUnread(String field, Set<Object> ever) {
        ever.forEach(value -> addFormer(field, Reading.text(value)));
    }

    private void addFormer(String field, String text) {
        if (!fields.isTruth(field)) terms.add(Terms.former(field, text));
    }

    private void add(String field, Object value, boolean isOpen, Set<String> last) {
        if (value instanceof Personal)
            throw new IllegalStateException(field + " is personal and must not be indexed");
        String text = Reading.text(value);
        if (text.isEmpty()) return;
        values.add(new Value(field, Collation.place(typed(value, fields.type(field)))));
        if (isOpen) terms.add(Terms.open(field, text));
        else if (last.contains(text)) terms.add(Terms.current(field, text));
        else addFormer(field, text);
    }

    /** As the answer has it, which may know an identifier or a constant by its text only. */
    private static Object typed(Object value, Class<?> type) {
        boolean hasOrder = value instanceof Enum || value instanceof Number;
        return hasOrder && (type == String.class || type == Object.class)
                ? Reading.text(value)
                : value;
    }
}
