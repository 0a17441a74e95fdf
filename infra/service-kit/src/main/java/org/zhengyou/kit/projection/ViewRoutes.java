package org.zhengyou.kit.projection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.http.Actors;
import org.zhengyou.kit.http.Content;
import org.zhengyou.kit.http.JsonAnswer;
import org.zhengyou.kit.http.Operation;
import org.zhengyou.kit.http.Parameter;
import org.zhengyou.kit.http.QueryText;
import org.zhengyou.kit.http.Resource;
import org.zhengyou.kit.runtime.Knowledge;
import org.zhengyou.kit.view.View;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /{service}/{view}} and {@code GET /{service}/{view}/{key}}. */
final class ViewRoutes {
    private static final String KEY = "key";
    private static final Pattern FORM_OF_KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final String service;
    private final Set<String> sources;
    private final Answers answers;
    private final Knowledge knowledge;
    private final JsonMapper shown;
    private final Clock clock;

    ViewRoutes(LiveState live, Answers answers, Knowledge knowledge, Clock clock) {
        this.service = live.service();
        this.sources = live.sources();
        this.answers = answers;
        this.knowledge = knowledge;
        this.shown = live.runtime().shownJson();
        this.clock = clock;
    }

    /** What is promised of a list. */
    static Operation list(String service, View<?, ?> view) {
        return Operation.get("/" + service + "/" + view.name())
                .called("views", "list " + view.name())
                .about(view.getClass())
                .with(QuestionParameters.ofMany(new Fields(view).names()))
                .answering(new Content.Rows(view, true));
    }

    /** What is promised of a row. */
    static Operation one(String service, View<?, ?> view) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.path(KEY, "As the list says it of its rows.").formed(FORM_OF_KEY));
        parameters.addAll(QuestionParameters.ofOne());
        return Operation.get("/" + service + "/" + view.name() + "/{" + KEY + "}")
                .called("views", "read " + view.name())
                .with(parameters)
                .refusing(404)
                .answering(new Content.Rows(view, false));
    }

    /** The list of this view, and its rows. */
    List<Resource> of(LiveView<?> view, View<?, ?> definition) {
        Fields fields = new Fields(definition);
        return List.of(
                new Resource(list(service, definition), asked -> list(view, fields, asked)),
                new Resource(one(service, definition), asked -> one(view, fields, asked)));
    }

    private <R extends Record> ServerResponse list(
            LiveView<R> view, Fields fields, ServerRequest request) {
        OfficeReader reader = reader();
        Question question =
                QuestionReader.read(
                        service, view.name(), sources, query(request), false, fields, clock);
        return JsonAnswer.ok(
                shown,
                question.rows().count().isEmpty()
                        ? answers.list(view, question, reader, fields)
                        : answers.count(view, question, reader, fields));
    }

    private <R extends Record> ServerResponse one(
            LiveView<R> view, Fields fields, ServerRequest request) {
        OfficeReader reader = reader();
        Question question =
                QuestionReader.read(
                        service, view.name(), sources, query(request), true, fields, clock);
        return JsonAnswer.ok(
                shown, answers.one(view, request.pathVariable(KEY), question, reader, fields));
    }

    private static MultiValueMap<String, String> query(ServerRequest request) {
        return QueryText.of(request.servletRequest());
    }

    private OfficeReader reader() {
        return new OfficeReader(Actors.current(), clock.instant(), knowledge);
    }
}
