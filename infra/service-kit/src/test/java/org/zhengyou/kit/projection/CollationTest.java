package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CollationTest {
    private static final List<String> IN_ORDER =
            List.of(
                    "阿", "安", "白", "陈", "重庆", "单位", "第1支部", "第一支部", "第2支部", "第二支部", "第三支部", "第九支部",
                    "第10支部", "第十支部", "第十一支部", "第十二支部", "第20支部", "第二十一支部", "第一百零二支部", "李", "王", "张");

    @Test
    void texts_stand_in_the_order_in_which_people_look_for_them() {
        Random random = new Random(68);
        for (int i = 0; i < 50; i++) {
            List<String> texts = new ArrayList<>(IN_ORDER);
            Collections.shuffle(texts, random);
            texts.sort(Comparator.comparing(Collation::place));
            assertThat(texts).isEqualTo(IN_ORDER);
        }
    }

    @Test
    void a_place_gives_back_the_text_as_it_was() {
        for (String text : IN_ORDER)
            assertThat(Collation.text(Collation.place(text))).isEqualTo(text);
    }

    @Test
    void what_is_no_number_in_words_is_a_text() {
        for (String text : List.of("第", "第一", "第十十", "第百", "第百百千千", "第〇", "第一二三"))
            assertThat(Collation.text(Collation.place(text))).isEqualTo(text);
    }
}
