package org.zhengyou.kit.projection;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriUtils;
import org.zhengyou.kit.http.Actors;
import org.zhengyou.kit.http.JsonAnswer;
import org.zhengyou.kit.http.QueryText;
import org.zhengyou.kit.runtime.Knowledge;
import org.zhengyou.kit.view.View;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /{service}/{view}} and {@code GET /{service}/{view}/{key}}. */
final class ViewRoutes implements RouterFunction<ServerResponse> {
    private record Served(LiveView<?> view, Fields fields) {}

    private final String prefix;
    private final String service;
    private final Set<String> sources;
    private final Map<String, Served> views = new HashMap<>();
    private final Answers answers;
    private final Knowledge knowledge;
    private final JsonMapper shown;
    private final Clock clock;

    ViewRoutes(LiveState live, Answers answers, Knowledge knowledge, Clock clock) {
        this.service = live.service();
        this.prefix = "/" + service + "/";
        this.sources = live.sources();
        this.answers = answers;
        this.knowledge = knowledge;
        this.shown = live.runtime().shownJson();
        this.clock = clock;
    }

    /** Serves this view, too. */
    ViewRoutes serving(LiveView<?> view, View<?, ?> definition) {
        views.put(view.name(), new Served(view, new Fields(definition)));
        return this;
    }

    @Override
    public Optional<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        String path = request.path();
        if (!request.method().equals(HttpMethod.GET) || !path.startsWith(prefix))
            return Optional.empty();
        String rest = path.substring(prefix.length());
        int slash = rest.indexOf('/');
        Served served = views.get(slash < 0 ? rest : rest.substring(0, slash));
        if (served == null) return Optional.empty();
        if (slash < 0) return Optional.of(asked -> list(served.view(), served.fields(), asked));
        String key = rest.substring(slash + 1);
        if (key.isEmpty() || key.indexOf('/') >= 0) return Optional.empty();
        String decoded = UriUtils.decode(key, StandardCharsets.UTF_8);
        return Optional.of(asked -> one(served.view(), decoded, served.fields(), asked));
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
            LiveView<R> view, String key, Fields fields, ServerRequest request) {
        OfficeReader reader = reader();
        Question question =
                QuestionReader.read(
                        service, view.name(), sources, query(request), true, fields, clock);
        return JsonAnswer.ok(shown, answers.one(view, key, question, reader, fields));
    }

    private static MultiValueMap<String, String> query(ServerRequest request) {
        return QueryText.of(request.servletRequest());
    }

    private OfficeReader reader() {
        return new OfficeReader(Actors.current(), clock.instant(), knowledge);
    }
}
