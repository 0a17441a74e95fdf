package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyou.standalone.identity.DemoPeople;

/** HEAD through gateway and service. */
@ExtendWith(RunningCampaign.Shared.class)
class HeadTest {
    private final RunningCampaign campaign;

    HeadTest(RunningCampaign campaign) {
        this.campaign = campaign;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/insight/dashboard", "/members/members/nobody", "/members/me"})
    void what_would_be_read_is_said_without_being_read(String path)
            throws IOException, InterruptedException {
        HttpResponse<String> got = ask("GET", path);
        HttpResponse<String> headed = ask("HEAD", path);

        assertThat(headed.statusCode()).isEqualTo(got.statusCode());
        assertThat(headed.headers().firstValue("Content-Type"))
                .isEqualTo(got.headers().firstValue("Content-Type"));
        assertThat(headed.body()).isEmpty();
        assertThat(got.body()).isNotEmpty();
    }

    private HttpResponse<String> ask(String method, String path)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(campaign.api() + path))
                            .header(
                                    "Authorization",
                                    "Bearer " + campaign.token(DemoPeople.COMMITTEE_SECRETARY))
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
