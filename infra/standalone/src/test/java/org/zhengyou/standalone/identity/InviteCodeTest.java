package org.zhengyou.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InviteCodeTest {
    private static final String CODE = "ABCDE-FGHJK-23456-789ZX";

    /** Computed by sha256sum, so that console and sign-in cannot drift apart unnoticed. */
    private static final String DIGEST =
            "ccdd4f168f3c52e062d04e7c5386121ce0062e3f35508873d82f9dd9bb619434";

    @Test
    void a_code_has_twenty_signs_that_nobody_mistakes_for_others() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 200; i++) made.add(InviteCode.random());

        assertThat(made).hasSize(200);
        assertThat(made).allMatch(code -> code.matches("[2-9A-HJ-NP-Z]{5}(-[2-9A-HJ-NP-Z]{5}){3}"));
    }

    @Test
    void however_it_is_typed_it_is_the_same_code() {
        for (String typed :
                List.of(
                        CODE,
                        "abcde fghjk 23456 789zx",
                        " ABCDEFGHJK23456789ZX ",
                        "ＡＢＣＤＥ－ＦＧＨＪＫ－２３４５６－７８９ＺＸ",
                        "abcde–fghjk—23456-789zx"))
            assertThat(InviteCode.digest(typed)).as(typed).hasValue(DIGEST);
    }

    @Test
    void what_is_no_code_has_no_digest() {
        for (String typed :
                List.of("", "ABCDE", CODE + "A", CODE.replace('A', 'O'), "x".repeat(9_000)))
            assertThat(InviteCode.digest(typed)).as(typed).isEmpty();
    }
}
