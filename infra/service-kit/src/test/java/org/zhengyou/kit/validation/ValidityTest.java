package org.zhengyou.kit.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidityTest {
    private record Line(@Text(max = 3) String text, @Positive int order) {}

    private record Order(
            @Text(max = 2) String name,
            @Nullable @Text(min = 0, max = 3) String remark,
            @Digest String scan,
            @Min(1) @Max(4) int phase,
            @Pattern(regexp = "[a-z]+", message = "must be small letters | 须为小写字母") String code,
            @Size(min = 1, max = 2) @Distinct List<@Text(max = 2) String> ids,
            List<Line> lines)
            implements Consistent {
        @Override
        public List<Violation> contradictions() {
            return Violation.unless(!name.equals(code), "code", "must not be the name | 不得同名");
        }
    }

    private static final Order RIGHT =
            new Order("张三", null, "d", 1, "a", List.of("x"), List.of(new Line("one", 1)));

    @Test
    void a_command_within_its_limits_is_valid() {
        assertThatCode(() -> Validity.check(RIGHT)).doesNotThrowAnyException();
        assertThat(Validity.of(RIGHT)).isEmpty();
    }

    @Test
    void everything_that_is_wrong_is_named_with_its_path_and_its_limit_in_two_languages() {
        Order wrong =
                new Order(
                        "\u3000",
                        "four",
                        "a".repeat(129),
                        5,
                        "A",
                        List.of("x", "x", "abc"),
                        List.of(new Line("one", 1), new Line("long", 0)));

        assertThat(Validity.of(wrong))
                .containsExactlyInAnyOrder(
                        new Violation("name", "must have 1 to 2 characters", "须有 1 至 2 字"),
                        new Violation("remark", "must have 0 to 3 characters", "须有 0 至 3 字"),
                        new Violation("scan", "must have 1 to 128 characters", "须有 1 至 128 个字符"),
                        new Violation("phase", "must be 4 or less", "不得大于 4"),
                        new Violation("code", "must be small letters", "须为小写字母"),
                        new Violation("ids", "must have 1 to 2 entries", "须有 1 至 2 项"),
                        new Violation("ids", "must name nothing twice", "不得重复"),
                        new Violation("ids[2]", "must have 1 to 2 characters", "须有 1 至 2 字"),
                        new Violation("lines[1].text", "must have 1 to 3 characters", "须有 1 至 3 字"),
                        new Violation("lines[1].order", "must be 1 or more", "不得小于 1"));
    }

    @Test
    void parts_that_are_right_by_themselves_must_go_together() {
        Order same = new Order("a", "", "d", 1, "a", List.of("x"), List.of());

        assertThatExceptionOfType(InvalidCommandException.class)
                .isThrownBy(() -> Validity.check(same))
                .withMessage("code must not be the name");
    }

    @Test
    void a_rare_character_is_one_character() {
        assertThat(Validity.ofPart(Order.class, "name", "𠮷𠮷")).isEmpty();
        assertThat(Validity.ofPart(Order.class, "name", "𠮷𠮷𠮷")).hasSize(1);
    }

    @Test
    void blanks_around_a_text_are_not_counted() {
        assertThat(Validity.ofPart(Order.class, "name", "\u3000张三 ")).isEmpty();
    }
}
