package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.host.TestCertificate;
import org.zhengyou.standalone.demo.SignedIn;
import org.zhengyou.standalone.identity.DemoPeople;
import org.zhengyou.standalone.identity.Outside;
import tools.jackson.databind.JsonNode;

/** A platform behind the proxy that the documentation describes, which ends TLS. */
class BehindNginxTest {
    private static final int BURST = 60;
    private static final String PER_SECOND = "ZHENGYOU_STRANGERS_PER_SECOND";
    private static final String AT_ONCE = "ZHENGYOU_STRANGERS_BURST";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TestCertificate certificate;

    @SuppressWarnings("NullAway.Init")
    private static PlatformOptions options;

    @SuppressWarnings("NullAway.Init")
    private static Nginx nginx;

    @SuppressWarnings("NullAway.Init")
    private static Platform platform;

    @BeforeAll
    static void start() {
        var _ = Nginx.program();
        certificate = TestCertificate.make(folder, "outside");
        options = PlatformOptions.onFreePorts(folder.resolve("data")).with(Nginx.outside());
        nginx = Nginx.start(folder, options, certificate);
        System.setProperty(PER_SECOND, "1");
        System.setProperty(AT_ONCE, Integer.toString(BURST));
        try {
            platform = Platform.start(options);
        } finally {
            System.clearProperty(PER_SECOND);
            System.clearProperty(AT_ONCE);
        }
    }

    @AfterAll
    static void stop() {
        if (platform != null) platform.close();
        if (nginx != null) nginx.close();
    }

    private static Outside outside() {
        return options.outside();
    }

    @Test
    void a_person_signs_in_comes_to_the_page_they_asked_for_and_signs_out() {
        String asked = "/members/members?sort=name";
        try (Chromium chromium = Chromium.before(platform)) {
            Page page = chromium.signedIn(DemoPeople.COMMITTEE_SECRETARY, asked);
            assertThat(page.url()).isEqualTo(outside().gateway() + asked);
            assertThat(page.context().cookies())
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.secure)
                    .extracting((Cookie cookie) -> cookie.name)
                    .contains(
                            "ZHENGYOU_SESSION",
                            "XSRF-TOKEN",
                            "ZHENGYOU_SIGN_IN",
                            "ZHENGYOU_SIGN_OUT",
                            "ZHENGYOU_IDENTITY",
                            "ZHENGYOU_IDENTITY_CSRF",
                            "ZHENGYOU_BROWSER");

            page.click("#sign-out button");
            page.waitForURL(outside().identity() + "/login**");
            page.navigate(outside().gateway() + asked);
            page.waitForURL(outside().identity() + "/login**");
            assertThat(chromium.complaints())
                    .noneMatch(said -> said.contains("Content Security Policy"));
        }
    }

    @Test
    void strangers_behind_the_proxy_have_budgets_of_their_own() {
        try (HttpClient first = at(11)) {
            assertThat(useUp(first, outside().gateway())).isEqualTo(429);
        }
        for (int stranger = 12; stranger < 22; stranger++)
            try (HttpClient other = at(stranger)) {
                assertThat(visit(other, outside().gateway()).statusCode()).isEqualTo(302);
            }
    }

    @Test
    void what_strangers_say_of_where_they_come_from_has_no_effect() {
        for (String door : new String[] {options.gatewayUrl(), outside().gateway()})
            try (HttpClient forger = at(door.startsWith("https") ? 31 : 32)) {
                assertThat(useUp(forger, door)).isEqualTo(429);
            }
        try (HttpClient forger = at(33)) {
            HttpResponse<String> direct =
                    visit(
                            forger,
                            options.gatewayUrl(),
                            "X-Forwarded-Proto",
                            "https",
                            "X-Forwarded-Host",
                            "evil.example");
            assertThat(location(direct)).contains("redirect_uri=http://127.0.0.1:");
            HttpResponse<String> through =
                    visit(
                            forger,
                            outside().gateway(),
                            "X-Forwarded-Proto",
                            "http",
                            "X-Forwarded-Host",
                            "evil.example");
            assertThat(location(through))
                    .contains("redirect_uri=" + outside().gateway() + "/login/oauth2/code/");
        }
    }

    @Test
    void the_security_journal_names_the_client_and_not_the_proxy() {
        try (HttpClient client = at(41)) {
            HttpResponse<String> refused =
                    visit(client, outside().gateway(), "Authorization", "Bearer a.b.c");
            assertThat(refused.statusCode()).isEqualTo(401);
        }
        Path journal = options.data().resolve("logs/security.log");
        Eventually.eventually(
                "the refused token is a line",
                () -> read(journal),
                text ->
                        text.lines()
                                .anyMatch(
                                        line ->
                                                line.contains("event=TOKEN_REFUSED")
                                                        && line.contains(" address=127.0.0.41 ")));
    }

    @Test
    void a_sheet_passes_and_one_that_is_too_large_is_refused_in_the_gateways_words() {
        try (HttpClient client = at(1)) {
            HttpResponse<String> preview =
                    upload(client, Imports.shipped("organizations.xlsx"), "?preview=true");
            assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
            assertThat(Http.JSON.readTree(preview.body()).path("preview").asBoolean()).isTrue();

            JsonNode problem =
                    Http.JSON.readTree(upload(client, new byte[17 << 20], "?preview=true").body());
            assertThat(problem.path("code").asString()).isEqualTo("BODY_TOO_LARGE");
            assertThat(problem.path("detail").asString()).contains("16384 KiB");
        }
    }

    @Test
    void tls_is_said_to_stay_and_an_unknown_name_gets_no_answer() {
        try (HttpClient client = at(51)) {
            HttpResponse<String> answer = visit(client, outside().gateway());

            assertThat(answer.headers().allValues("Strict-Transport-Security"))
                    .containsExactly("max-age=31536000");
        }
        String byNumber = outside().gateway().replace("localhost", "127.0.0.1");
        try (HttpClient client = at(52)) {
            assertThatThrownBy(
                            () ->
                                    client.send(
                                            HttpRequest.newBuilder(URI.create(byNumber)).build(),
                                            BodyHandlers.discarding()))
                    .isInstanceOf(IOException.class);
        }
    }

    /** A client with this address on loopback. */
    private static HttpClient at(int address) {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.getByName("127.0.0." + address))
                    .sslContext(certificate.context())
                    .build();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The last status of more visits than a budget has, each of which says it is of another. */
    private static int useUp(HttpClient client, String door) {
        int last = 0;
        for (int i = 0; i < 2 * BURST && last != 429; i++)
            last = visit(client, door, "X-Forwarded-For", "203.0.113." + i).statusCode();
        return last;
    }

    private static HttpResponse<String> visit(HttpClient client, String door, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(door + "/")).header("Accept", "text/html");
        if (headers.length > 0) request.headers(headers);
        return send(client, request);
    }

    private static HttpResponse<String> upload(HttpClient client, byte[] sheet, String parameters) {
        DemoPeople secretary = DemoPeople.COMMITTEE_SECRETARY;
        String token = new SignedIn(options.issuer(), options.data()).apply(secretary.subject());
        String url = outside().gateway() + "/api/organizations/imports/organizations" + parameters;
        return send(
                client,
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(sheet)));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(
                    request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getQuery();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
