package org.zhengyou.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.runtime.EventNames;
import tools.jackson.databind.JsonNode;

class OpenApiDocumentTest {
    record ShowId(String value) implements Identifier {
        ShowId {
            value = Identifier.checked(value);
        }
    }

    sealed interface ShowCommand {
        ShowId show();

        /**
         * 开幕. Opens a photo exhibition.
         *
         * @param show which exhibition
         * @param on the day it opens
         * @param rooms where it is shown
         * @param remark anything else
         */
        record OpenShow(ShowId show, LocalDate on, List<String> rooms, @Nullable String remark)
                implements ShowCommand {}
    }

    sealed interface ShowEvent {
        ShowId show();

        record ShowOpened(ShowId show) implements ShowEvent {}
    }

    private static final Service SHOWS =
            Service.named("shows")
                    .decider(
                            Decider.of("show", ShowCommand.class, ShowEvent.class)
                                    .about(ShowCommand::show, ShowEvent::show)
                                    .decides(
                                            "closed",
                                            (state, command, given) -> List.of(),
                                            (state, told) -> "open"))
                    .build();

    private final JsonNode document = OpenApiDocument.of(SHOWS, EventNames.of(SHOWS));

    @Test
    void the_heads_of_the_logs_are_described() {
        JsonNode get = document.at("/paths/~1shows~1heads/get");
        assertThat(get.path("description").asString()).contains("auditors");
        assertThat(document.at("/components/schemas/Heads/properties/log/properties").has("hash"))
                .isTrue();
    }

    @Test
    void each_command_is_a_path_with_the_schema_of_its_record() {
        JsonNode post = document.at("/paths/~1shows~1commands~1OpenShow/post");
        String reference = post.at("/requestBody/content/application~1json/schema/$ref").asString();
        JsonNode schema = document.at(reference.substring(1));

        assertThat(post.path("description").asString()).contains("开幕");
        assertThat(schema.at("/properties/show/type").asString()).isEqualTo("string");
        assertThat(schema.at("/properties/show/pattern").asString()).startsWith("^");
        assertThat(schema.at("/properties/on/format").asString()).isEqualTo("date");
        assertThat(schema.at("/properties/on/description").asString())
                .isEqualTo("the day it opens");
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    }

    @Test
    void only_what_may_be_absent_is_not_required() {
        String reference =
                document.at(
                                "/paths/~1shows~1commands~1OpenShow/post/requestBody/content/application~1json/schema/$ref")
                        .asString();

        assertThat(document.at(reference.substring(1) + "/required").valueStream())
                .map(JsonNode::asString)
                .containsExactlyInAnyOrder("show", "on", "rooms");
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(document.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        reference ->
                                assertThat(document.at(reference.substring(1)).isMissingNode())
                                        .as(reference)
                                        .isFalse());
    }
}
