package org.zhengyou.kit.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "IV-X",
                "\u00A0IV-X\u3000",
                "IV\u200B-X",
                "\uFEFFIV-X",
                "ＩＶ－Ｘ",
                "IV\u00AD-\u2060X"
            })
    void numbers_that_people_cannot_tell_apart_are_one(String number) {
        assertThat(Texts.folded(number)).isEqualTo("IV-X");
    }

    @Test
    void a_text_is_composed_and_keeps_its_width_and_its_inner_blanks() {
        assertThat(Texts.normal(" e\u0301\u00A0Ｘ\r\nＹ\u2028Z\u200B ")).isEqualTo("é Ｘ\nＹ\nZ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000",
                "a\u007F",
                "a\u0085",
                "a\u202Eb",
                "a\u2066b",
                "a\u200Fb",
                "\uFFFE",
                "\uFDD0",
                "\uD83F\uDFFE",
                "\uD800",
                "\uDC00x",
                "\uFFF9",
                "\uDB40\uDC41"
            })
    void what_nobody_writes_is_not_clean(String text) {
        assertThat(Texts.isClean(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "张三",
                "𠮷野",
                "a\tb\nc",
                "\uE000",
                "买买提·艾力",
                "👨\u200D👩\u200D👧",
                "葛\uDB40\uDD00"
            })
    void what_people_write_is_clean(String text) {
        assertThat(Texts.isClean(text)).isTrue();
    }
}
