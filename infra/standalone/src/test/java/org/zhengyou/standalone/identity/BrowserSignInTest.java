package org.zhengyou.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhengyou.gateway.GatewayApplication;
import org.zhengyou.standalone.client.SignIn;

/**
 * Identity and gateway together in one process, and a service behind that notes what it is told.
 */
class BrowserSignInTest {
    private static final Queue<Headers> SEEN = new ConcurrentLinkedQueue<>();
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
    private static final Logger ROOT =
            (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static IdentityServer identity;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext gateway;

    @SuppressWarnings("NullAway.Init")
    private static HttpServer service;

    @SuppressWarnings("NullAway.Init")
    private static String url;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path sessions;

    @BeforeAll
    static void start() throws IOException {
        // Boot would take the appender away again when the contexts start.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        ROOT.setLevel(Level.INFO);
        LOG.start();
        ROOT.addAppender(LOG);
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext(
                "/",
                exchange -> {
                    if (!exchange.getRequestURI().getPath().endsWith("/platform-roles"))
                        SEEN.add(exchange.getRequestHeaders());
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        service.start();
        int port = FreePort.next();
        url = "http://127.0.0.1:" + port;
        identity = IdentityServer.start(data, FreePort.next(), port);
        gateway = gateway(port);
    }

    private static ConfigurableApplicationContext gateway(int port) {
        return GatewayApplication.start(
                Map.of(
                        "ZHENGYOU_PORT",
                        port,
                        "ZHENGYOU_SESSIONS_FOLDER",
                        sessions,
                        "ZHENGYOU_ISSUER",
                        identity.issuer(),
                        "ZHENGYOU_CONSOLE_CLIENT_ID",
                        identity.consoleClientId(),
                        "ZHENGYOU_CONSOLE_CLIENT_SECRET",
                        identity.consoleClientSecret(),
                        "ZHENGYOU_MEMBERS_URL",
                        "http://127.0.0.1:" + service.getAddress().getPort()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        identity.close();
        service.stop(0);
        ROOT.detachAppender(LOG);
    }

    @BeforeEach
    void nothing_was_seen_yet() {
        SEEN.clear();
    }

    private static Browser signedIn(DemoPeople person) {
        Browser browser = new Browser(url);
        browser.signIn(person.login(), Passwords.read(data).getOrDefault(person.login(), ""));
        return browser;
    }

    @Test
    void a_program_comes_in_with_the_token_of_its_sign_in() {
        String password = Passwords.read(data).getOrDefault("auditor", "");
        String token = new SignIn(identity.issuer()).as("auditor", password).value();

        HttpResponse<String> answer =
                new Browser(url)
                        .send(
                                "/api/members/roster",
                                r -> r.header("Authorization", "Bearer " + token));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(SEEN.element().getFirst("Authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void a_browser_signs_in_and_the_service_sees_a_token_and_no_cookie() {
        Browser browser = signedIn(DemoPeople.BRANCH_SECRETARY);

        assertThat(browser.get("/api/members/roster").statusCode()).isEqualTo(204);
        assertThat(SEEN.element().getFirst("Authorization")).startsWith("Bearer ey");
        assertThat(SEEN.element()).doesNotContainKeys("Cookie", "X-xsrf-token");
        assertThat(browser.cookies()).contains("ZHENGYOU_SESSION", "XSRF-TOKEN");
        assertThat(browser.cookieValues()).noneMatch(value -> value.startsWith("ey"));
    }

    @Test
    void there_is_no_session_before_the_sign_in_and_another_one_after_the_next() {
        Browser browser = new Browser(url);
        browser.get("/oauth2/authorization/zhengyou");
        assertThat(browser.cookies()).doesNotContain("ZHENGYOU_SESSION");
        browser.signIn("member", Passwords.read(data).getOrDefault("member", ""));
        String before = browser.cookie("ZHENGYOU_SESSION");
        browser.follow("/oauth2/authorization/zhengyou");

        assertThat(browser.cookie("ZHENGYOU_SESSION")).isNotEqualTo(before);
    }

    @Test
    void a_link_opened_while_signed_out_is_the_page_after_the_sign_in() {
        Browser browser = new Browser(url);
        String link = "/?asOf=2011-07-31";

        assertThat(
                        browser.signIn(
                                        link,
                                        "member",
                                        Passwords.read(data).getOrDefault("member", ""))
                                .toString())
                .isEqualTo(url + link);
    }

    @Test
    void a_browser_that_changes_something_must_send_the_csrf_token() {
        Browser browser = signedIn(DemoPeople.MEMBER);

        HttpResponse<String> without =
                browser.send("/api/members/commands/X", r -> r.POST(BodyPublishers.ofString("{}")));
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("urn:zhengyou:problem:NOT_PERMITTED");
        assertThat(SEEN).isEmpty();

        HttpResponse<String> with =
                browser.send(
                        "/api/members/commands/X",
                        r ->
                                r.header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                                        .POST(BodyPublishers.ofString("{}")));
        assertThat(with.statusCode()).isEqualTo(204);
        assertThat(SEEN).hasSize(1);
    }

    @Test
    void signing_out_ends_both_sessions() {
        Browser browser = signedIn(DemoPeople.SUPERVISOR);
        HttpResponse<String> out = signOut(browser, browser.cookie("XSRF-TOKEN"));
        URI atIssuer = URI.create(out.headers().firstValue("Location").orElseThrow());
        assertThat(atIssuer.toString()).startsWith(identity.issuer() + "/connect/logout");
        HttpResponse<String> back = browser.open(atIssuer);

        assertThat(back.headers().firstValue("Location")).hasValue(url + "/");
        assertThat(browser.get("/api/members/roster").statusCode()).isEqualTo(401);
        assertThat(browser.follow("/").body()).contains("name=\"password\"");
    }

    @Test
    void who_signs_out_after_the_session_has_ended_is_signed_out_and_not_in_again() {
        for (String csrf : List.of("kept", "lost")) {
            Browser browser = signedIn(DemoPeople.SUPERVISOR);
            String token = csrf.equals("kept") ? browser.cookie("XSRF-TOKEN") : "";
            browser.forget("ZHENGYOU_SESSION");

            HttpResponse<String> page = browser.followFrom(signOut(browser, token));
            assertThat(page.statusCode()).as(csrf).isEqualTo(200);
            assertThat(page.body()).as(csrf).contains("name=\"password\"");
            assertThat(browser.follow("/").body()).as(csrf).contains("name=\"password\"");
        }
    }

    @Test
    void who_signs_out_in_a_second_tab_sees_the_sign_in_as_well() {
        Browser browser = signedIn(DemoPeople.SUPERVISOR);
        String token = browser.cookie("XSRF-TOKEN");
        browser.followFrom(signOut(browser, token));

        HttpResponse<String> page = browser.followFrom(signOut(browser, token));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"password\"");
    }

    @Test
    void a_browser_stays_signed_in_when_the_gateway_starts_anew() {
        Browser browser = signedIn(DemoPeople.BRANCH_SECRETARY);
        gateway.close();
        gateway = gateway(URI.create(url).getPort());

        assertThat(browser.get("/api/members/roster").statusCode()).isEqualTo(204);
        assertThat(SEEN.element().getFirst("Authorization")).startsWith("Bearer ey");
    }

    @Test
    void who_signs_out_everywhere_is_asked_for_the_password_in_every_browser() {
        Browser desk = signedIn(DemoPeople.SUPERVISOR);
        Browser phone = signedIn(DemoPeople.SUPERVISOR);
        Browser other = signedIn(DemoPeople.MEMBER);
        HttpResponse<String> out =
                phone.followFrom(signOut(phone, phone.cookie("XSRF-TOKEN") + "&everywhere=true"));

        assertThat(out.body()).contains("name=\"password\"");
        assertThat(desk.get("/api/members/roster").statusCode()).isEqualTo(401);
        assertThat(desk.follow("/").body()).contains("name=\"password\"");
        assertThat(other.get("/api/members/roster").statusCode()).isEqualTo(204);
    }

    private static HttpResponse<String> signOut(Browser browser, String csrf) {
        return browser.send(
                "/logout",
                r ->
                        r.header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Accept", "text/html")
                                .POST(BodyPublishers.ofString("_csrf=" + csrf)));
    }

    @Test
    void the_name_localhost_works_as_well() {
        Browser browser = new Browser(url.replace("127.0.0.1", "localhost"));
        browser.signIn("member", Passwords.read(data).getOrDefault("member", ""));

        assertThat(browser.get("/api/members/roster").statusCode()).isEqualTo(204);
    }

    @Test
    void no_secret_is_ever_logged() {
        signedIn(DemoPeople.COMMITTEE_SECRETARY).get("/api/members/roster");
        String token = SEEN.element().getFirst("Authorization").substring("Bearer ".length());
        List<String> secrets = new ArrayList<>(Passwords.read(data).values());
        secrets.add(identity.consoleClientSecret());
        secrets.add(token);

        assertThat(LOG.list).isNotEmpty();
        for (ILoggingEvent event : List.copyOf(LOG.list))
            for (String secret : secrets)
                assertThat(event.getFormattedMessage()).doesNotContain(secret);
    }
}
