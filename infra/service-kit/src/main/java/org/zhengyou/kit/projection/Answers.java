package org.zhengyou.kit.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
        Positions positions = await(question);
        Asked<R> asked = ask(view, question, reader, fields);
        return answer(question, positions, asked, asked.page());
    }

    /** How many of these rows there are, by value. */
    <R extends Record> ObjectNode count(
            LiveView<R> view, Question question, Reader reader, Fields fields) {
        Positions positions = await(question);
        Asked<R> asked = ask(view, question, reader, fields);
        ObjectNode answer = about(question, positions);
        ArrayNode all = answer.putArray("counts");
        List<String> by = question.rows().count();
        asked.counts().forEach((places, count) -> count(all.addObject(), by, places, count));
        return answer;
    }

    private static void count(ObjectNode one, List<String> by, List<String> places, long count) {
        for (int i = 0; i < by.size(); i++) {
            String place = places.get(i);
            if (place.isEmpty()) one.putNull(by.get(i));
            else one.put(by.get(i), Collation.text(place));
        }
        one.put("count", count);
    }

    /**
     * The row with this key.
     *
     * @throws ProblemException {@code NO_SUCH_RESOURCE} if there is none, or none that this reader
     *     may see: it is not told which
     */
    <R extends Record> ObjectNode one(
            LiveView<R> view, String key, Question question, Reader reader, Fields fields) {
        Positions positions = await(question);
        Asked<R> asked = ask(view, question, reader, fields);
        Shown row = asked.one(key);
        if (row == null) throw noSuchRow();
        return answer(question, positions, asked, new Page(List.of(row), null, 1));
    }

    /**
     * The places of the facts of which the row with this key is made at the cut of the question.
     *
     * @throws ProblemException as {@link #one}
     */
    <R extends Record> RowFacts facts(
            LiveView<R> view, String key, Question question, Reader reader) {
        Positions positions = await(question);
        Table<R> table = view.table();
        if (table == null) throw notBuilt(view);
        R row =
                new Check<>(view.view(), new Fields(view.view()), question, reader)
                        .seen(table.find(key));
        if (row == null) throw noSuchRow();
        return RowFacts.of(question.asOf(), known(question), positions, row);
    }

    private static ProblemException noSuchRow() {
        return ProblemException.of(
                ProblemKind.NO_SUCH_RESOURCE, "there is no such row, or none you may see");
    }

    /** While its rows are of another shape, or being built for the first time. */
    static ProblemException notBuilt(LiveView<?> view) {
        return ProblemException.of(
                ProblemKind.NOT_AVAILABLE, view.name() + " is being built; ask again later");
    }

    private <R extends Record> Asked<R> ask(
            LiveView<R> view, Question question, Reader reader, Fields fields) {
        Table<R> table = view.table();
        if (table == null) throw notBuilt(view);
        return new Asked<>(
                table,
                question,
                fields,
                new Check<>(view.view(), fields, question, reader),
                readers.of(reader),
                TimeLimit.in(limit));
    }

    /** Waits for what the question names; positions are read before rows, which contain as much. */
    Positions await(Question question) {
        for (Question.Place place : question.after())
            if (!knowledge.await(place.source(), place.position(), limit))
                throw ProblemException.of(
                        ProblemKind.TIME_LIMIT_EXCEEDED,
                        place.source() + ':' + place.position() + " has not been seen here yet");
        Positions positions = live.seen().now();
        live.views().readAt(positions);
        return positions;
    }

    private Instant known(Question question) {
        Instant knownAt = question.knownAt();
        return knownAt == null ? clock.instant().truncatedTo(ChronoUnit.MICROS) : knownAt;
    }

    private ObjectNode about(Question question, Positions positions) {
        return shown.createObjectNode()
                .put("asOf", question.asOf().toString())
                .put("knownAt", known(question).toString())
                .put("position", positions.log())
                .put("inboxPosition", positions.inbox());
    }

    private ObjectNode answer(Question question, Positions positions, Asked<?> asked, Page page) {
        ObjectNode answer = about(question, positions);
        answer.put("live", !asked.check().hasCut());
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
