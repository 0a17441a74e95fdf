package org.zhengyou.kit.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void a_text_is_stripped_and_neither_blank_nor_too_long() {
        assertThat(Shape.text("name", "\u3000张三 ", 2)).isEqualTo("张三");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.text("name", " \u3000", 2))
                .withMessage("name has 1 to 2 characters");
        assertThatIllegalArgumentException().isThrownBy(() -> Shape.text("name", "张三四", 2));
    }

    @Test
    void a_rare_character_counts_once() {
        assertThat(Shape.text("name", "𠮷𠮷", 2)).isEqualTo("𠮷𠮷");
    }

    @Test
    void some_texts_may_be_empty_but_not_too_long() {
        assertThat(Shape.within("remark", "  ", 2)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.within("remark", "abc", 2))
                .withMessage("remark has at most 2 characters");
    }

    @Test
    void a_digest_is_a_text_of_128_characters_at_most() {
        assertThat(Shape.digest("scan", "a".repeat(128))).hasSize(128);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.digest("scan", "a".repeat(129)))
                .withMessage("scan has 1 to 128 characters");
    }

    @Test
    void a_list_may_repeat_itself_but_is_not_too_long() {
        assertThat(Shape.list("lines", List.of("a", "a"), 2)).containsExactly("a", "a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.list("lines", List.of("a", "b", "c"), 2))
                .withMessage("lines has at most 2 entries");
    }

    @Test
    void a_list_names_nothing_twice_and_is_not_too_long() {
        assertThat(Shape.distinct("ids", List.of(), 2)).isEmpty();
        assertThat(Shape.some("ids", List.of("a", "b"), 2)).containsExactly("a", "b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.distinct("ids", List.of("a", "a"), 2))
                .withMessage("ids names an entry twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.distinct("ids", List.of("a", "b", "c"), 2))
                .withMessage("ids has at most 2 entries");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.some("ids", List.of(), 2))
                .withMessage("ids has at least 1 entry");
    }
}
