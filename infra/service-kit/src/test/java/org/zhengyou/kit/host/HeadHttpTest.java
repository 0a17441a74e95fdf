package org.zhengyou.kit.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.host.TestHost.Answer;

class HeadHttpTest extends HttpTest {

    private static Answer ask(String method, String path) {
        return host.send(
                host.request(path)
                        .header("Authorization", "Bearer " + setup)
                        .method(method, BodyPublishers.noBody()));
    }

    @Test
    void head_is_get_without_a_body() {
        String service = "/" + host.runtime().service().name() + "/";
        for (String path :
                List.of(
                        "/health",
                        "/health/readiness",
                        service + "me",
                        service + "openapi.json",
                        service + "nothing-like-that")) {
            Answer got = ask("GET", path);
            Answer headed = ask("HEAD", path);

            assertThat(headed.status()).as(path).isEqualTo(got.status());
            assertThat(headed.header("Content-Type"))
                    .as(path)
                    .isEqualTo(got.header("Content-Type"));
            assertThat(headed.response().body()).as(path).isEmpty();
        }
        assertThat(ask("GET", service + "me").status()).isEqualTo(200);
        assertThat(ask("HEAD", service + "commands/OpenExhibition").status()).isEqualTo(405);
    }
}
