package org.zhengyou.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.view.Order;
import org.zhengyou.kit.view.Timeline;
import tools.jackson.databind.DatabindException;

class JsonTest {
    record ShowId(String value) implements Identifier {
        ShowId {
            value = Identifier.checked(value);
        }
    }

    record Show(ShowId show, LocalDate on, List<String> known) {
        boolean isKnown() {
            return !known.isEmpty();
        }

        String getTitle() {
            return "not part of it";
        }
    }

    private static final Show SHOW =
            new Show(new ShowId("s-1"), LocalDate.of(2010, 6, 1), List.of("a"));

    @Test
    void a_record_is_its_components_and_nothing_else() {
        String text = Json.tolerant().writeValueAsString(SHOW);

        assertThat(text).isEqualTo("{\"show\":\"s-1\",\"on\":\"2010-06-01\",\"known\":[\"a\"]}");
        assertThat(Json.tolerant().readValue(text, Show.class)).isEqualTo(SHOW);
        assertThat(Json.shown().writeValueAsString(SHOW)).isEqualTo(text);
    }

    @Test
    void a_timeline_comes_back_as_it_was() {
        record Row(Timeline<LocalDate> days) {}
        Order order = new Order(Instant.EPOCH, Instant.EPOCH.plusMillis(7), "members", 3);
        Row row = new Row(Timeline.<LocalDate>empty().with(order, LocalDate.of(2011, 7, 1)));
        String text = Json.tolerant().writeValueAsString(row);

        assertThat(text).doesNotContain("empty");
        assertThat(Json.tolerant().readValue(text, Row.class)).isEqualTo(row);
    }

    @Test
    void what_a_tolerant_reader_passes_over_a_strict_one_refuses() {
        String text = "{\"known\":[],\"on\":\"2010-06-01\",\"show\":\"s-1\",\"more\":1}";

        assertThat(Json.tolerant().readValue(text, Show.class).known()).isEmpty();
        assertThatThrownBy(() -> Json.strict().readValue(text, Show.class))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("more");
    }

    @Test
    void an_identifier_of_the_wrong_form_is_refused_by_its_rule() {
        for (String wrong : List.of("no blanks", "", ".", "..", "-x", "a/b", "x".repeat(65)))
            assertThatThrownBy(() -> Json.strict().readValue('"' + wrong + '"', ShowId.class))
                    .as(wrong)
                    .isInstanceOf(DatabindException.class)
                    .hasMessageContaining("1 to 64 letters");
    }
}
