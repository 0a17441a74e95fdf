package org.zhengyou.kit.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.http.ProblemKind;
import org.zhengyou.kit.runtime.Knowledge;
import org.zhengyou.kit.view.Reader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers questions to views from their rows, cut to the question. */
final class Answers {
    private final LiveState live;
    private final Knowledge knowledge;
    private final ReaderTerms readers;
    private final JsonMapper shown;
    private final Clock clock;
    private final Duration limit;

    /** Answers that take half of the time a request may take at most. */
    Answers(LiveState live, Knowledge knowledge) {
        this.live = live;
        this.knowledge = knowledge;
        this.shown = live.runtime().shownJson();
        this.clock = live.runtime().log().clock();
        this.readers = new ReaderTerms(live.views(), knowledge, clock);
        this.limit = live.runtime().settings().requestLimit().dividedBy(2);
    }

    /** A page of the rows that the question is about. */
    <R extends Record> ObjectNode list(
            LiveView<R> view, Question question, Reader reader, Fields fields) {
        Asked<R> asked = ask(view, question, reader, fields);
        return answer(asked, asked.page());
    }

    /** How many of these rows there are, by value. */
    <R extends Record> ObjectNode count(
            LiveView<R> view, Question question, Reader reader, Fields fields) {
        Asked<R> asked = ask(view, question, reader, fields);
        ObjectNode answer = about(question, asked.positions);
        ArrayNode all = answer.putArray("counts");
        List<String> by = question.rows().count();
        asked.counts()
                .forEach(
                        (places, count) -> {
                            ObjectNode one = all.addObject();
                            for (int i = 0; i < places.size(); i++) put(one, by.get(i), places.get(i));
                            one.put("count", count);
                        });
        return answer;
    }

    private static void put(ObjectNode one, String field, String place) {
        if (place.isEmpty()) one.putNull(field);
        else one.put(field, Collation.text(place));
    }

    /**
     * The row with this key.
     *
     * @throws ProblemException {@code NO_SUCH_RESOURCE} if there is none, or none that this reader
     *     may see: it is not told which
     */
    <R extends Record> ObjectNode one(
            LiveView<R> view, String key, Question question, Reader reader, Fields fields) {
        Asked<R> asked = ask(view, question, reader, fields);
        Shown row = asked.check.admit(asked.table.find(key));
        if (row == null)
            throw ProblemException.of(
                    ProblemKind.NO_SUCH_RESOURCE, "there is no such row, or none you may see");
        return answer(asked, new Page(List.of(row), null, 1));
    }

    private <R extends Record> Asked<R> ask(
            LiveView<R> view, Question question, Reader reader, Fields fields) {
        await(question);
        Positions positions = positions();
        Table<R> table = view.table();
        if (table == null)
            throw ProblemException.of(
                    ProblemKind.NOT_AVAILABLE, view.name() + " is being built; ask again later");
        return new Asked<>(view, table, question, reader, fields, positions);
    }

    /** A question about one table, as it is answered. */
    private final class Asked<R extends Record> {
        private final Table<R> table;
        private final Question question;
        private final Reader reader;
        private final Fields fields;
        private final Positions positions;
        private final Check<R> check;
        private final Deadline deadline = Deadline.in(limit);

        Asked(
                LiveView<R> view,
                Table<R> table,
                Question question,
                Reader reader,
                Fields fields,
                Positions positions) {
            this.table = table;
            this.question = question;
            this.reader = reader;
            this.fields = fields;
            this.positions = positions;
            this.check = new Check<>(view.view(), fields, question, reader);
        }

        Page page() {
            return new Listing<>(table, question, check, readers.of(reader), deadline)
                    .after(begin());
        }

        Map<List<String>, Long> counts() {
            return new Counting<>(table, question, fields, check, deadline)
                    .of(readers.of(reader));
        }

        /** A value that is not indexed may be personal: it is read from the row again. */
        @Nullable String next(@Nullable Rank rank) {
            if (rank == null) return null;
            String sort = question.rows().sort();
            boolean said = sort == null || table.indexed().contains(sort);
            return new Cursor(question.rows().mark(), said ? rank.place() : null, rank.key())
                    .written();
        }

        private @Nullable Rank begin() {
            Cursor from = question.rows().from();
            if (from == null) return null;
            String key = from.key();
            if (from.place() != null) return new Rank(from.place(), key);
            Rank rank = key == null ? null : check.rank(table.find(StoredText.decode(key)));
            if (rank == null)
                throw ProblemException.malformed(
                        "next", "stands at a row that is not there any more: begin anew");
            return rank;
        }
    }

    private void await(Question question) {
        for (Question.Place place : question.after())
            if (!knowledge.await(place.source(), place.position(), limit))
                throw ProblemException.of(
                        ProblemKind.TIME_LIMIT_EXCEEDED,
                        place.source() + ':' + place.position() + " has not been seen here yet");
    }

    /** Read before the rows, so that these contain at least that much. */
    private Positions positions() {
        Positions positions = live.seen().now();
        live.views().readAt(positions);
        return positions;
    }

    private ObjectNode about(Question question, Positions positions) {
        Instant knownAt = question.knownAt();
        Instant known =
                knownAt == null ? clock.instant().truncatedTo(ChronoUnit.MICROS) : knownAt;
        return shown.createObjectNode()
                .put("asOf", question.asOf().toString())
                .put("knownAt", known.toString())
                .put("position", positions.log())
                .put("inboxPosition", positions.inbox());
    }

    private ObjectNode answer(Asked<?> asked, Page page) {
        ObjectNode answer = about(asked.question, asked.positions);
        answer.put("live", !asked.check.hasCut());
        answer.put("total", page.total());
        answer.put("next", asked.next(page.next()));
        ArrayNode all = answer.putArray("rows");
        for (Shown row : page.rows()) {
            ObjectNode one = all.addObject().put(Fields.KEY, row.key());
            JsonNode fields = shown.valueToTree(row.answer());
            if (fields instanceof ObjectNode object) one.setAll(object);
        }
        return answer;
    }
}
