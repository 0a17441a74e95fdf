package org.zhengyou.kit.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedNoteTest {
    /** The example of Go's golang.org/x/mod/sumdb/note. */
    private static final String NAME = "PeterNeumann";

    private static final String KEY = "ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String TEXT =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String NOTE =
            TEXT
                    + """

                    — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                    """;

    private static List<VerifyingKey> known() {
        byte[] algorithmAndKey = Base64.getDecoder().decode(KEY);
        return List.of(
                new VerifyingKey(Arrays.copyOfRange(algorithmAndKey, 1, algorithmAndKey.length)));
    }

    @Test
    void a_note_that_others_have_signed_is_opened() {
        assertThat(SignedNote.open(NAME, NOTE, known())).isEqualTo(TEXT);
    }

    @Test
    void what_is_signed_is_opened_by_its_key_only_and_by_its_name_only() {
        SigningKey key = SigningKey.random();
        String note = SignedNote.sign("zhengyou.heads", "one\n\ntwo\n", key);

        assertThat(SignedNote.open("zhengyou.heads", note, List.of(key.verifying())))
                .isEqualTo("one\n\ntwo\n");
        for (String name : List.of("zhengyou", "zhengyou.heads2"))
            assertThatThrownBy(() -> SignedNote.open(name, note, List.of(key.verifying())))
                    .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SignedNote.open("zhengyou.heads", note, known()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatever_character_is_changed_it_is_no_longer_signed() {
        for (int i = 0; i < NOTE.length() - 1; i++) {
            char other = NOTE.charAt(i) == 'x' ? 'y' : 'x';
            String changed = NOTE.substring(0, i) + other + NOTE.substring(i + 1);
            assertThatThrownBy(() -> SignedNote.open(NAME, changed, known()))
                    .as(changed)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String none : List.of("", "\n\n", TEXT, TEXT + "\n", TEXT + "\n— PeterNeumann %\n"))
            assertThatThrownBy(() -> SignedNote.open(NAME, none, known()))
                    .isInstanceOf(IllegalArgumentException.class);
    }
}
