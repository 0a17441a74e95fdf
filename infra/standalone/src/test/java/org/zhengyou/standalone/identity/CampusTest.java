package org.zhengyou.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.embedded.PrivateFiles;

class CampusTest {
    private static final Map<String, String> SAID =
            Map.of(
                    "ZHENGYOU_CAMPUS_ISSUER", "https://sso.example.edu",
                    "ZHENGYOU_CAMPUS_CLIENT_ID", "zhengyou",
                    "ZHENGYOU_CAMPUS_CLIENT_SECRET", "from-a-variable");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static Map<String, String> with(String name, String value) {
        Map<String, String> said = new HashMap<>(SAID);
        said.put(name, value);
        return said;
    }

    @Test
    void without_an_issuer_there_is_no_sign_in_of_a_university() {
        assertThat(Campus.in(folder, Map.of())).isEmpty();
        assertThat(Campus.in(folder, with("ZHENGYOU_CAMPUS_ISSUER", " "))).isEmpty();
    }

    @Test
    void variables_say_it_and_a_file_has_the_secret() {
        assertThat(Campus.in(folder, SAID))
                .hasValue(
                        new Campus(
                                "https://sso.example.edu",
                                "zhengyou",
                                "from-a-variable",
                                "employee_number"));
        Path file = folder.resolve("secret");
        PrivateFiles.write(file, "from-a-file\n");
        assertThat(
                        Campus.in(
                                        folder,
                                        with("ZHENGYOU_CAMPUS_CLIENT_SECRET_FILE", file.toString()))
                                .orElseThrow()
                                .clientSecret())
                .isEqualTo("from-a-file");
    }

    @Test
    void the_file_of_the_data_folder_goes_before_variables() {
        PrivateFiles.write(
                folder.resolve("campus.properties"),
                "issuer=https://other.example.edu\nclient-id=x\nclient-secret=y\nnumber-claim=z\n");
        assertThat(Campus.in(folder, SAID))
                .hasValue(new Campus("https://other.example.edu", "x", "y", "z"));
    }

    @Test
    void what_is_missing_or_unsafe_is_named_and_no_secret_is() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                Campus.in(
                                        folder,
                                        Map.of(
                                                "ZHENGYOU_CAMPUS_ISSUER",
                                                "https://sso.example.edu")))
                .withMessageContaining("ZHENGYOU_CAMPUS_CLIENT_ID")
                .withMessageContaining("缺少");
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                Campus.in(
                                        folder,
                                        with("ZHENGYOU_CAMPUS_ISSUER", "http://sso.example.edu")))
                .withMessageContaining("https");
        assertThat(Campus.in(folder, SAID).orElseThrow().toString())
                .doesNotContain("from-a-variable");
    }
}
