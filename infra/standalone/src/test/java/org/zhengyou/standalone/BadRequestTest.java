package org.zhengyou.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.standalone.Http.Answer;
import org.zhengyou.standalone.identity.DemoPeople;

/**
 * Whatever comes in through the front door that is not a request it takes: a clean problem says
 * what is wrong, and nothing about the inside leaves.
 */
@ExtendWith(RunningCampaign.Shared.class)
class BadRequestTest {
    private static final String ANY = "/organizations/commands/DissolveOrganization";
    private static final String RIGHT = "{\"organization\":\"none\",\"reason\":\"x\"}";

    private final RunningCampaign campaign;
    private final String token;

    BadRequestTest(RunningCampaign campaign) {
        this.campaign = campaign;
        this.token = campaign.token(DemoPeople.COMMITTEE_SECRETARY);
    }

    private record Command(String path, Class<?> type) {}

    private List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (ServiceRuntime runtime : campaign.platform().services().runtimes())
            runtime.names()
                    .commands()
                    .forEach(
                            (name, type) ->
                                    commands.add(
                                            new Command(
                                                    "/"
                                                            + runtime.service().name()
                                                            + "/commands/"
                                                            + name,
                                                    type)));
        return commands;
    }

    private Answer post(String path, String body, String... headers) {
        return Http.post(campaign.api() + path, token, body, headers);
    }

    @Test
    void every_command_names_every_field_that_is_missing_and_every_one_it_does_not_know() {
        assertThat(commands()).hasSizeGreaterThan(30);
        for (Command command : commands()) {
            Answer answer = post(command.path(), "{\"colour\":\"red\"}");
            assertThat(answer.problem()).isEqualTo("MALFORMED_REQUEST");
            List<String> bad = new ArrayList<>(List.of("colour"));
            for (RecordComponent component : command.type().getRecordComponents())
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    bad.add(component.getName());
            assertThat(answer.fields()).as(command.path()).containsExactlyInAnyOrderElementsOf(bad);
        }
    }

    @Test
    void every_command_names_every_field_of_a_wrong_type() {
        for (Command command : commands()) {
            RecordComponent[] components = command.type().getRecordComponents();
            StringJoiner body = new StringJoiner(",", "{", "}");
            for (RecordComponent component : components)
                body.add("\"" + component.getName() + "\":[[[]]]");
            Answer answer = post(command.path(), body.toString());
            assertThat(answer.problem()).isEqualTo("MALFORMED_REQUEST");
            List<String> named =
                    answer.fields().stream().map(f -> f.replaceAll("\\W.*", "")).toList();
            assertThat(named)
                    .as(command.path())
                    .containsAll(Arrays.stream(components).map(RecordComponent::getName).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "42",
                "\"text\"",
                "{",
                "{} {}",
                "{'a':1}",
                "{\"a\":1,\"a\":2}",
                "\u0000",
                "<xml/>",
                "{\"organization\":\"\\ud83d\"}",
                "{\"organization\":1e999999999}"
            })
    void what_is_no_json_object_is_refused_by_every_service(String body) {
        for (ServiceRuntime runtime : campaign.platform().services().runtimes())
            runtime.names().commands().keySet().stream()
                    .findFirst()
                    .map(name -> "/" + runtime.service().name() + "/commands/" + name)
                    .ifPresent(
                            path ->
                                    assertThat(post(path, body).problem())
                                            .isEqualTo("MALFORMED_REQUEST"));
        String deep = "[".repeat(50_000);
        assertThat(post(ANY, deep).problem()).isEqualTo("MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(ints = {300_000, 3_000_000})
    void a_body_that_is_too_large_is_refused_with_and_without_its_length(int size) {
        String large = "{\"reason\":\"" + "x".repeat(size) + "\"}";
        var chunked =
                Http.to(campaign.api() + ANY, token)
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(large.getBytes(UTF_8))));

        assertThat(post(ANY, large).problem()).isEqualTo("BODY_TOO_LARGE");
        assertThat(post(ANY, large).status()).isEqualTo(413);
        // The answer overtakes the body, so whether it arrives must not be a matter of luck.
        for (int i = 0; i < 50; i++)
            assertThat(Http.send(chunked).problem()).isEqualTo("BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zhengyou-Effective-At|1921-06-30", "Zhengyou-Effective-At|2999-01-01",
                "Zhengyou-Effective-At|-999999999-01-01T00:00:00Z", "Zhengyou-Effective-At|soon",
                "Zhengyou-Effective-At|2010-02-30", "Zhengyou-Effective-At|15.06.2010",
                "Idempotency-Key|with a space", "Zhengyou-Correlation-Id|#"
            })
    void an_absurd_header_is_named(String header) {
        String[] parts = header.split("\\|", -1);
        Answer answer = post(ANY, RIGHT, parts[0], parts[1]);

        assertThat(answer.problem()).isEqualTo("MALFORMED_REQUEST");
        assertThat(answer.fields()).containsExactly(parts[0]);
    }

    @Test
    void other_kinds_of_body_and_answer_are_refused() {
        Stream.of("text/plain", "application/xml", "application/json; charset=gbk", "nonsense")
                .map(
                        type ->
                                Http.to(campaign.api() + ANY, token)
                                        .header("Content-Type", type)
                                        .POST(BodyPublishers.ofString(RIGHT)))
                .forEach(
                        r ->
                                assertThat(Http.send(r).problem())
                                        .isEqualTo("UNSUPPORTED_MEDIA_TYPE"));

        assertThat(post(ANY, RIGHT, "Accept", "text/html").problem()).isEqualTo("NOT_ACCEPTABLE");
    }
}
