package org.zhengyou.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {
    @Test
    void parameters_are_read_as_they_are_sent() {
        var query = QueryText.of("name=%E5%BC%A0+%e4%b8%89&a=1&&a=&flag&b=x=y%26");

        assertThat(query.getFirst("name")).isEqualTo("张 三");
        assertThat(query.get("a")).isEqualTo(List.of("1", ""));
        assertThat(query.getFirst("flag")).isEmpty();
        assertThat(query.getFirst("b")).isEqualTo("x=y&");
        assertThat(QueryText.of((String) null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=%D5%C5%C8%FD",
                "=1",
                "a=%",
                "a=%4",
                "a=%zz",
                "a=%C0%80",
                "a=%ED%A0%80",
                "a=张",
                "%FF=1"
            })
    void what_is_no_utf_8_in_percent_encoding_is_malformed(String query) {
        assertThatThrownBy(() -> QueryText.of(query))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(400));
    }

    @Test
    void more_parameters_than_the_limit_are_refused_with_the_limit() {
        assertThat(QueryText.of("a=1&".repeat(499) + "a=1").get("a")).hasSize(500);
        assertThatThrownBy(() -> QueryText.of("a=1&".repeat(1_001)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().toString()).contains("500"));
    }
}
