package org.zhengyou.kit.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.host.TestHost.Answer;
import org.zhengyou.kit.http.Content;
import org.zhengyou.kit.http.Me;
import org.zhengyou.kit.http.Operation;
import org.zhengyou.kit.http.ProcessRoutes;
import org.zhengyou.kit.http.Resource;
import org.zhengyou.kit.http.ServiceRoutes;
import org.zhengyou.kit.imports.SheetImport;
import org.zhengyou.kit.imports.SheetRow;
import org.zhengyou.kit.openapi.OpenApiDocument;
import org.zhengyou.kit.openapi.OpenApiPart;
import org.zhengyou.kit.projection.letters.LetterBoard;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.kit.runtime.Part;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.sample.Exhibition;
import org.zhengyou.kit.sample.ExhibitionCommand.CloseExhibition;
import org.zhengyou.kit.sample.ExhibitionId;
import org.zhengyou.kit.spec.ApprovedApi;
import org.zhengyou.kit.spec.DocumentSweep;
import org.zhengyou.kit.spec.DocumentedAnswers;

/** A running service is what its document says of it. */
class DocumentHttpTest extends HttpTest {
    private static final Service SERVICE =
            Service.named("exhibitions")
                    .decider(Exhibition.decider())
                    .view(new LetterBoard())
                    .imports(new Closings())
                    .opensPersonalData()
                    .build();

    /** 闭展表. One exhibition to close per row. */
    private static final class Closings implements SheetImport {
        @Override
        public String name() {
            return "closings";
        }

        @Override
        public List<String> headings() {
            return List.of("编号");
        }

        @Override
        public String naturalKey(SheetRow row) {
            return row.need("编号");
        }

        @Override
        public Planned plan(SheetRow row, UUID newId, Given given) {
            return new Planned(
                    new CloseExhibition(new ExhibitionId(row.need("编号")), "x"),
                    Instant.parse("2010-06-15T00:00:00Z"));
        }
    }

    /** Says of itself that it answers as everything does, and does not. */
    private record Stubborn(ServiceRuntime runtime) implements Part {
        @Override
        public void start() {
            assertThat(runtime.commands()).isNotNull();
        }

        @Override
        public void stop() {}

        @Override
        public List<Resource> resources() {
            return List.of(
                    new Resource(
                            promised("odd-status"),
                            request ->
                                    ServerResponse.status(402)
                                            .contentType(MediaType.APPLICATION_JSON)
                                            .body("{}")),
                    new Resource(
                            promised("odd-type"),
                            request ->
                                    ServerResponse.ok()
                                            .contentType(MediaType.TEXT_HTML)
                                            .body("<p>")));
        }

        private static Operation promised(String name) {
            return Operation.get("/exhibitions/" + name)
                    .called("stubborn", name)
                    .answering(Content.json(Me.class));
        }
    }

    @BeforeAll
    static void startWithEverything() {
        host.close();
        host = TestHost.start(SERVICE, store, issuer, folder, Map.of());
    }

    private static List<String> tokens() {
        return List.of(
                issuer.token("founder", Actor.SETUP, Actor.OPERATOR),
                issuer.token("otto", Actor.AUDITOR),
                issuer.token("ann"));
    }

    private static Answer document(TestHost of, String path) {
        return of.send(of.request(path).header("Authorization", "Bearer " + setup));
    }

    private static DocumentedAnswers sweep(TestHost of, String path) {
        String base = "http://127.0.0.1:" + of.port();
        try (DocumentSweep sweep = new DocumentSweep(base, document(of, path).json(), tokens())) {
            sweep.run();
            return sweep.run(); // once more, now that there is something on record
        }
    }

    @Test
    void whatever_is_asked_is_answered_as_the_document_says() {
        DocumentedAnswers heard = sweep(host, "/exhibitions/openapi.json");

        assertThat(heard.complaints()).isEmpty();
        assertThat(heard.statuses())
                .contains(200, 400, 401, 403, 404, 405, 406, 409, 413, 415, 422);
    }

    @Test
    void a_process_is_what_its_document_says() {
        DocumentedAnswers heard = sweep(host, "/openapi.json");

        assertThat(heard.complaints()).isEmpty();
        assertThat(heard.statuses()).contains(200, 400, 401, 403, 405, 406);
    }

    @Test
    void a_service_that_runs_says_of_itself_what_is_known_of_its_page() {
        assertThat(document(host, "/exhibitions/openapi.json").response().body())
                .isEqualTo(OpenApiDocument.of(SERVICE, EventNames.of(SERVICE)).toString());
    }

    @Test
    void what_a_process_answers_by_itself_is_approved() {
        ProcessRoutes routes =
                new ProcessRoutes(
                        () -> true, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));

        ApprovedApi.match(
                "process",
                OpenApiDocument.ofProcess(
                        OpenApiPart.withDocument(routes.resources()).stream()
                                .map(Resource::operation)
                                .toList()));
    }

    @Test
    void an_answer_that_is_not_documented_is_found() {
        try (TestHost stubborn =
                TestHost.start(SERVICE, store, issuer, folder, Map.of(), List.of(Stubborn::new))) {
            assertThat(sweep(stubborn, "/exhibitions/openapi.json").complaints())
                    .contains(
                            "GET /exhibitions/odd-status: 402 is not documented",
                            "GET /exhibitions/odd-type: 200 as 'text/html' is not documented")
                    .allMatch(one -> one.contains("/exhibitions/odd-"));
        }
    }

    @Test
    void two_resources_at_one_address_are_refused() {
        Resource one =
                new Resource(
                        Operation.get("/twice").called("x", "x").answering(Content.json(Me.class)),
                        request -> ServerResponse.ok().build());

        assertThatThrownBy(() -> new ServiceRoutes(List.of(), List.of(one, one)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GET /twice");
    }
}
