package org.zhengyou.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.decide.RefusalCode;
import org.zhengyou.kit.json.Json;
import tools.jackson.databind.JsonNode;

class ProblemTest {
    private static final Map<RefusalCode, Integer> UNUSUAL =
            Map.of(
                    RefusalCode.ACTOR_LACKS_AUTHORITY, 403,
                    RefusalCode.OUTSIDE_AUDIENCE, 403,
                    RefusalCode.NOT_ON_RECORD, 404,
                    RefusalCode.PART_MISSING, 422,
                    RefusalCode.AUDIENCE_REQUIRED, 422,
                    RefusalCode.DEADLINE_REQUIRED, 422);

    @ParameterizedTest
    @EnumSource
    void every_refusal_has_its_status_and_says_why_in_two_languages(RefusalCode code) {
        JsonNode json = json(Problem.of(Refusal.refuse(code, "S113", "because")));

        assertThat(json.path("status").intValue()).isEqualTo(UNUSUAL.getOrDefault(code, 409));
        assertThat(json.path("type").stringValue()).isEqualTo("urn:zhengyou:refusal:" + code);
        assertThat(json.path("code").stringValue()).isEqualTo(code.name());
        assertThat(json.path("clause").stringValue()).isEqualTo("S113");
        assertThat(json.path("titleZh").stringValue()).isEqualTo(code.zh());
        assertThat(json.path("title").stringValue()).isNotEmpty();
        assertThat(json.path("detail").stringValue()).isEqualTo("because");
        assertThat(json.has("errors")).isFalse();
        assertThat(json.has("retryAfter")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void every_other_problem_has_a_type_and_two_titles(ProblemKind kind) {
        JsonNode json = json(Problem.of(kind, "because"));

        assertThat(json.path("type").stringValue()).isEqualTo("urn:zhengyou:problem:" + kind);
        assertThat(json.path("status").intValue()).isEqualTo(kind.status());
        assertThat(json.path("title").stringValue()).isNotEmpty();
        assertThat(json.path("titleZh").stringValue()).isNotEmpty();
        assertThat(json.has("clause")).isFalse();
    }

    @Test
    void bad_fields_are_listed() {
        Problem problem = Problem.malformed(List.of(new FieldError("places", "is missing")));

        assertThat(json(problem).path("errors").get(0).path("field").stringValue())
                .isEqualTo("places");
    }

    private static JsonNode json(Problem problem) {
        return Json.tolerant().valueToTree(problem);
    }
}
