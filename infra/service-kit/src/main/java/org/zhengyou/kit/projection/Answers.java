package org.zhengyou.kit.projection;

import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.http.ProblemKind;
import org.zhengyou.kit.runtime.Knowledge;
import org.zhengyou.kit.view.Cut;
import org.zhengyou.kit.view.Reader;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Answers questions to views: from the live rows where these are the rows of the question, from the
 * logs otherwise. Both give the same answer; the second takes longer.
 */
final class Answers {
    private final LiveState live;
    private final Knowledge knowledge;
    private final JsonMapper shown;
    private final Clock clock;
    private final Duration limit;
    private final Duration longLimit;

    /**
     * Answers that take half of the time a request may take at most: a question about the past half
     * of the longer time that it may take.
     */
    Answers(LiveState live, Knowledge knowledge) {
        this.live = live;
        this.knowledge = knowledge;
        this.shown = live.runtime().shownJson();
        this.clock = live.runtime().log().clock();
        this.limit = live.runtime().settings().requestLimit().dividedBy(2);
        this.longLimit = live.runtime().settings().longRequestLimit().dividedBy(2);
    }

    /** All rows that the question is about. */
    <R extends Record> ObjectNode list(
            LiveView<R> view, Question question, Reader reader, Fields fields) {
        await(question);
        Positions positions = positions();
        Cut cut = question.cut();
        Table<R> table = view.table();
        Selection<R> now = new Selection<>(view.view(), question, reader, fields);
        if (table != null && table.scan(row -> isLive(row, cut, now)))
            return answer(question, positions, true, now.total(), now.page());
        Image<R> image = live.images().of(view, cut, question.isNow());
        return image.read(
                cut,
                timeFor(question),
                rows -> {
                    Selection<R> past = new Selection<>(view.view(), question, reader, fields);
                    rows.values().forEach(past::offer);
                    return answer(question, image.at(), false, past.total(), past.page());
                });
    }

    private static <R extends Record> boolean isLive(
            StoredRow<R> row, Cut cut, Selection<R> selection) {
        if (!row.isWithin(cut)) return false;
        selection.offer(row);
        return true;
    }

    /**
     * The row with this key.
     *
     * @throws ProblemException {@code NO_SUCH_RESOURCE} if there is none, or none that this reader
     *     may see: it is not told which
     */
    <R extends Record> ObjectNode one(
            LiveView<R> view, String key, Question question, Reader reader, Fields fields) {
        await(question);
        Positions positions = positions();
        Cut cut = question.cut();
        Table<R> table = view.table();
        StoredRow<R> now = table == null ? null : table.find(key);
        if (now != null && now.isWithin(cut))
            return only(view, question, reader, fields, positions, now, true);
        Image<R> image = live.images().of(view, cut, question.isNow());
        return image.read(
                cut,
                timeFor(question),
                rows -> {
                    StoredRow<R> past = rows.get(key);
                    if (past == null) throw nothing();
                    return only(view, question, reader, fields, image.at(), past, false);
                });
    }

    private <R extends Record> ObjectNode only(
            LiveView<R> view,
            Question question,
            Reader reader,
            Fields fields,
            Positions positions,
            StoredRow<R> row,
            boolean isLive) {
        if (row.effective() == Long.MIN_VALUE) throw nothing();
        Selection<R> one = new Selection<>(view.view(), question, reader, fields);
        one.offer(row);
        if (one.total() == 0) throw nothing();
        return answer(question, positions, isLive, 1, one.page());
    }

    private Duration timeFor(Question question) {
        return question.isAboutThePast() ? longLimit : limit;
    }

    private static ProblemException nothing() {
        return ProblemException.of(
                ProblemKind.NO_SUCH_RESOURCE, "there is no such row, or none you may see");
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

    private ObjectNode answer(
            Question question,
            Positions positions,
            boolean isLive,
            int total,
            List<Selection.Shown> rows) {
        Instant knownAt = question.knownAt();
        ObjectNode answer = shown.createObjectNode();
        answer.put("asOf", question.asOf().toString());
        answer.put(
                "knownAt",
                (knownAt == null ? clock.instant().truncatedTo(ChronoUnit.MICROS) : knownAt)
                        .toString());
        answer.put("position", positions.log());
        answer.put("inboxPosition", positions.inbox());
        answer.put("live", isLive);
        answer.put("total", total);
        ArrayNode all = answer.putArray("rows");
        for (Selection.Shown row : rows) {
            ObjectNode one = all.addObject().put(Fields.KEY, row.key());
            JsonNode fields = shown.valueToTree(row.answer());
            if (fields instanceof ObjectNode object) one.setAll(object);
        }
        return answer;
    }
}
