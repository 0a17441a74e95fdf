package org.zhengyou.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.MayLieAhead;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.kit.validation.Digest;
import org.zhengyou.kit.validation.Distinct;
import org.zhengyou.kit.validation.Text;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;
import tools.jackson.databind.JsonNode;

class OpenApiDocumentTest {
    @RefersTo(view = "shows/shows", name = "titleZh")
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
         * @param hall which hall
         * @param light how it is lit
         * @param after which show it follows
         */
        @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S2")
        @MayLieAhead
        record OpenShow(
                @New ShowId show,
                LocalDate on,
                @Size(min = 1, max = 3) @Distinct List<@Text(max = 20) String> rooms,
                @Nullable @Text(max = 200) String remark,
                @Min(1) @Max(9) int hall,
                Light light,
                @Nullable ShowId after)
                implements ShowCommand {}
    }

    enum Light {
        /** 日光: through the roof. */
        DAY,
        /** By lamps. */
        LAMPS
    }

    sealed interface ShowEvent {
        ShowId show();

        record ShowOpened(ShowId show) implements ShowEvent {}
    }

    /**
     * A show as it is listed.
     *
     * @param titleZh its title
     * @param follows the show before it
     * @param guests ids of those who were invited
     * @param posterDigest its poster
     */
    record Listed(
            String titleZh,
            @RefersTo(view = "shows/shows", name = "titleZh") String follows,
            List<@Text(max = 20) String> guests,
            @Digest @Nullable String posterDigest) {}

    record Row(Timeline<String> titleZh) {}

    static final class Shows extends View<Row, Listed> {
        Shows() {
            super("shows", Row.class, Listed.class, key -> new Row(Timeline.empty()));
        }

        @Override
        public void on(Fact<?> fact, Documents<Row> rows) {
            if (fact.event() instanceof ShowEvent.ShowOpened e)
                rows.update(e.show().value(), row -> new Row(row.titleZh().with(fact.order(), "")));
        }

        @Override
        public Listed answer(String key, Row row, Instant asOf) {
            return new Listed(row.titleZh().at(asOf).orElse(""), key, List.of(), null);
        }
    }

    private static final Service SHOWS =
            Service.named("shows")
                    .view(new Shows())
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
        assertThat(document.at("/components/schemas/Head/properties").has("hash")).isTrue();
    }

    @Test
    void every_refusal_is_a_problem_and_its_headers_are_said() {
        JsonNode responses = document.at("/paths/~1shows~1commands~1OpenShow/post/responses");

        assertThat(responses.propertyNames())
                .contains("200", "400", "401", "403", "405", "406", "409", "413", "415", "422")
                .contains("414", "429", "431", "503", "504");
        assertThat(responses.at("/405/$ref").asString()).isEqualTo("#/components/responses/405");
        JsonNode refused = document.at("/components/responses/405");
        assertThat(refused.at("/content").propertyNames())
                .containsExactly("application/problem+json");
        assertThat(refused.at("/headers/Allow/required").booleanValue()).isTrue();
    }

    @Test
    void what_may_be_asked_of_a_list_is_said_as_a_schema() {
        JsonNode parameters = document.at("/paths/~1shows~1shows/get/parameters");

        assertThat(parameters.findValuesAsString("name"))
                .containsExactly(
                        "asOf", "knownAt", "after", "filter", "sort", "next", "limit", "keys",
                        "count");
        assertThat(parameters.at("/4/schema/pattern").asString())
                .isEqualTo("^(?:-?(?:follows|guests|key|posterDigest|titleZh))$");
        assertThat(parameters.at("/6/schema/maximum").intValue()).isEqualTo(1000);
    }

    @Test
    void documents_are_taken_and_read_and_fields_that_name_one_say_so() {
        JsonNode post = document.at("/paths/~1shows~1documents/post");
        assertThat(post.at("/responses/200/content/application~1json/schema/$ref").asString())
                .isEqualTo("#/components/schemas/Stored");
        assertThat(post.path("responses").has("415")).isTrue();
        JsonNode get = document.at("/paths/~1shows~1documents~1{digest}/get");
        assertThat(get.path("responses").has("404")).isTrue();
        JsonNode fields = document.at("/components/schemas/Listed/properties");
        assertThat(fields.at("/posterDigest/x-document").booleanValue()).isTrue();
        assertThat(fields.at("/titleZh").has("x-document")).isFalse();
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
                .containsExactlyInAnyOrder("show", "on", "rooms", "hall", "light");
    }

    @Test
    void limits_are_those_of_the_annotations() {
        JsonNode fields = document.at("/components/schemas/OpenShow/properties");

        assertThat(fields.at("/remark/minLength").intValue()).isEqualTo(1);
        assertThat(fields.at("/remark/maxLength").intValue()).isEqualTo(200);
        assertThat(fields.at("/rooms/minItems").intValue()).isEqualTo(1);
        assertThat(fields.at("/rooms/maxItems").intValue()).isEqualTo(3);
        assertThat(fields.at("/rooms/uniqueItems").booleanValue()).isTrue();
        assertThat(fields.at("/rooms/items/maxLength").intValue()).isEqualTo(20);
        assertThat(fields.at("/hall/minimum").intValue()).isEqualTo(1);
        assertThat(fields.at("/hall/maximum").intValue()).isEqualTo(9);
    }

    @Test
    void an_id_is_new_or_is_explained_by_a_view() {
        JsonNode fields = document.at("/components/schemas/OpenShow/properties");

        assertThat(fields.at("/show/x-new").booleanValue()).isTrue();
        assertThat(fields.at("/show/x-ref").isMissingNode()).isTrue();
        assertThat(fields.at("/after/x-ref/0/view").asString()).isEqualTo("shows/shows");
        assertThat(fields.at("/after/x-ref/0/name").asString()).isEqualTo("titleZh");
    }

    @Test
    void an_id_that_an_answer_holds_as_a_text_is_explained_if_its_record_says_so() {
        JsonNode fields = document.at("/components/schemas/Listed/properties");

        assertThat(fields.at("/follows/x-ref/0/view").asString()).isEqualTo("shows/shows");
        assertThat(fields.at("/follows/x-ref/0/name").asString()).isEqualTo("titleZh");
        assertThat(fields.findValues("x-ref")).hasSize(1);
    }

    @Test
    void a_list_says_how_many_there_are_where_it_goes_on_and_what_was_counted() {
        JsonNode list = ofAnswer("~1shows~1shows");

        assertThat(list.at("/live/type").asString()).isEqualTo("boolean");
        assertThat(list.at("/total/type").toString()).isEqualTo("[\"integer\",\"null\"]");
        assertThat(list.at("/next/type").toString()).isEqualTo("[\"string\",\"null\"]");
        assertThat(list.at("/counts/items/properties/count/type").asString()).isEqualTo("integer");
        for (String path : List.of("~1shows~1shows", "~1shows~1shows~1{key}"))
            assertThat(ofAnswer(path).at("/rows/items/allOf/1/$ref").asString())
                    .isEqualTo("#/components/schemas/Listed");
        assertThat(ofAnswer("~1shows~1shows~1{key}").path("counts").isMissingNode()).isTrue();
    }

    private JsonNode ofAnswer(String path) {
        return document.at(
                "/paths/"
                        + path
                        + "/get/responses/200/content/application~1json/schema/properties");
    }

    @Test
    void a_command_says_who_may_send_it_by_which_clause_and_whether_ahead() {
        JsonNode post = document.at("/paths/~1shows~1commands~1OpenShow/post");

        assertThat(post.at("/x-allowed/0/function/0").asString()).isEqualTo("GUIDE");
        assertThat(post.at("/x-allowed/0/level").asString()).isEqualTo("COMMITTEE");
        assertThat(post.path("x-clauses").toString()).isEqualTo("[\"S2\"]");
        assertThat(post.path("x-may-lie-ahead").booleanValue()).isTrue();
        assertThat(post.at("/x-label/zh").asString()).isEqualTo("开幕");
        assertThat(post.at("/x-label/en").asString()).isEqualTo("Open show");
    }

    @Test
    void what_has_no_chinese_name_is_named() {
        assertThat(OpenApiDocument.unlabelled(SHOWS, EventNames.of(SHOWS)))
                .contains("Light.LAMPS", "OpenShow.hall", "OpenShow.rooms")
                .doesNotContain("Light.DAY", "OpenShow");
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
