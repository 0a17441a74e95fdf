package org.zhengyou.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.host.Drip;
import org.zhengyou.standalone.client.SignIn;

/** The sign-in as strangers meet it: throttled, and without a trace in memory. */
class SignInLimitsTest {
    private static final String AUTHORIZE =
            "/oauth2/authorize?response_type=code&scope=openid&client_id=cli&state=s&"
                    + "code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&"
                    + "redirect_uri=http://127.0.0.1:9999/callback";

    /** Of a header that may have 16 KB; a client this slow has long been ended. */
    private static final int MOST_DROPS = 15_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static IdentityServer server;

    private static int port;

    /** Each test comes from an address of its own. */
    @BeforeAll
    static void start() {
        port = FreePort.next();
        server = IdentityServer.start(data, port, 8080);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String password(String login) {
        return Passwords.read(data).getOrDefault(login, "");
    }

    private static Browser from(String address) throws IOException {
        return new Browser(server.issuer(), InetAddress.getByName(address));
    }

    private static void usesUpTheTries(Browser browser, String login) {
        for (int i = 0; i < SignInThrottle.TRIES; i++)
            assertThat(browser.submit("/login", login, "guess").headers().firstValue("Location"))
                    .hasValue(server.issuer() + "/login?error");
    }

    @Test
    void after_ten_wrong_passwords_a_person_is_told_in_two_languages_when_to_come_back()
            throws IOException {
        Browser browser = from("127.0.0.1");
        usesUpTheTries(browser, "member");

        HttpResponse<String> answer = browser.submit("/login", "member", password("member"));
        assertThat(answer.statusCode()).isEqualTo(429);
        long seconds = Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow());
        assertThat(seconds).isBetween(1L, 61L);
        assertThat(answer.body())
                .contains("请在 " + seconds + " 秒后再试", "try again in " + seconds + " seconds")
                .contains("name=\"password\"")
                .doesNotContain("{{");
        assertThatThrownBy(() -> new SignIn(server.issuer()).as("member", password("member")))
                .hasMessageContaining("too many wrong passwords");
    }

    @Test
    void a_name_that_nobody_has_is_answered_the_same() throws IOException {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (String login : List.of("supervisor", "nobody")) {
            Browser browser = from("127.0.0.11");
            usesUpTheTries(browser, login);
            answers.add(browser.submit("/login", login, "guess"));
        }

        assertThat(answers).allMatch(answer -> answer.statusCode() == 429);
        assertThat(answers.getFirst().headers().map().keySet())
                .isEqualTo(answers.getLast().headers().map().keySet());
    }

    @Test
    void a_stranger_at_another_address_keeps_nobody_out() throws IOException {
        usesUpTheTries(from("127.0.0.12"), "auditor");

        assertThat(new SignIn(server.issuer()).as("auditor", password("auditor"))).isNotNull();
    }

    @Test
    void a_stranger_at_the_same_address_keeps_nobody_out_of_their_own_browser() throws IOException {
        Browser own = from("127.0.0.13");
        own.submit("/login", "branch-secretary", password("branch-secretary"));
        usesUpTheTries(from("127.0.0.13"), "branch-secretary");

        assertThat(
                        from("127.0.0.13")
                                .submit("/login", "branch-secretary", password("branch-secretary"))
                                .statusCode())
                .isEqualTo(429);
        assertThat(
                        own.submit("/login", "branch-secretary", password("branch-secretary"))
                                .headers()
                                .firstValue("Location"))
                .hasValue("http://127.0.0.1:8080/");
        assertThat(own.submit("/login", "auditor", "guess").statusCode()).isEqualTo(302);
    }

    @Test
    void wrong_codes_of_invites_are_counted_like_wrong_passwords() throws IOException {
        Browser browser = from("127.0.0.20");
        for (int i = 0; i < SignInThrottle.TRIES; i++)
            assertThat(browser.useInvite("no code " + i).statusCode()).isEqualTo(422);

        HttpResponse<String> answer = browser.useInvite("ABCDE-FGHJK-23456-789ZX");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("尝试次数过多").doesNotContain("{{");
        assertThat(from("127.0.0.21").useInvite("no code").statusCode()).isEqualTo(422);
        assertThat(browser.submit("/login", "auditor", password("auditor")).statusCode())
                .isEqualTo(302);
    }

    @Test
    void what_is_typed_into_the_page_of_invites_is_shown_as_text_and_only_to_who_typed_it()
            throws IOException {
        Browser browser = from("127.0.0.22");

        assertThat(browser.useInvite("\"><b>{{login}}").body())
                .contains("&quot;&gt;&lt;b&gt;")
                .doesNotContain("<b>");
        assertThat(browser.get("/invite?code=smuggled").body()).doesNotContain("smuggled");
    }

    @Test
    void a_browser_that_only_says_that_it_is_known_is_not() throws IOException {
        Browser other = from("127.0.0.14");
        other.submit("/login", "auditor", password("auditor"));
        usesUpTheTries(from("127.0.0.14"), "deputy-secretary");

        assertThat(other.submit("/login", "deputy-secretary", "guess").statusCode()).isEqualTo(429);
    }

    @Test
    void no_stranger_is_given_a_session() throws IOException {
        int before = server.sessions();
        for (int i = 0; i < 20; i++) {
            Browser browser = from("127.0.0.15");
            for (String path : List.of("/login", AUTHORIZE, "/login?error", "/nowhere", "/logout"))
                browser.follow(path);
            browser.send("/logout", r -> r.POST(BodyPublishers.ofString("")));
            assertThat(browser.cookies()).containsOnly("ZHENGYOU_IDENTITY_CSRF");
        }
        from("127.0.0.15").submit("/login", "branch-secretary", "guess");
        assertThat(server.sessions()).isEqualTo(before);

        from("127.0.0.15").submit("/login", "branch-secretary", password("branch-secretary"));
        assertThat(server.sessions()).isEqualTo(before + 1);
    }

    @Test
    void two_tabs_at_the_sign_in_page_both_go_on_with_their_own() throws IOException {
        Browser browser = from("127.0.0.16");
        String[] tabs = {AUTHORIZE, AUTHORIZE.replace("state=s", "state=t")};
        List<HttpResponse<String>> pages = new ArrayList<>();
        for (String tab : tabs) pages.add(browser.follow(tab));

        for (int i = 0; i < tabs.length; i++) {
            HttpResponse<String> answer =
                    browser.submit(
                            pages.get(i), "committee-secretary", password("committee-secretary"));
            assertThat(answer.headers().firstValue("Location")).hasValue(server.issuer() + tabs[i]);
            HttpResponse<String> back = browser.get(tabs[i]);
            assertThat(back.headers().firstValue("Location").orElseThrow())
                    .startsWith("http://127.0.0.1:9999/callback?code=")
                    .endsWith("state=" + (i == 0 ? "s" : "t"));
        }
    }

    @Test
    void the_way_on_leads_nowhere_else() throws IOException {
        for (String elsewhere :
                List.of(
                        "//evil.example",
                        "https://evil.example/",
                        "a%0d%0aSet-Cookie:x",
                        "%22%3E")) {
            Browser browser = from("127.0.0.17");
            HttpResponse<String> page = browser.follow("/login?continue=" + elsewhere);
            assertThat(page.body()).contains("name=\"password\"");
            String next =
                    browser.submit(page, "committee-secretary", password("committee-secretary"))
                            .headers()
                            .firstValue("Location")
                            .orElseThrow();

            assertThat(next)
                    .matches("http://127\\.0\\.0\\.1:(8080/|\\d+/oauth2/authorize\\?[!-~]+)");
        }
    }

    @Test
    void absurd_forms_are_refused_and_never_a_defect() throws IOException {
        Browser browser = from("127.0.0.18");

        assertThat(browser.submit("/login", "member", "x".repeat(10_000)).statusCode())
                .isEqualTo(302);
        assertThat(browser.submit("/login", "长".repeat(5_000), "x").statusCode()).isEqualTo(302);
        assertThat(browser.submit("/login", "member", "x".repeat(100_000)).statusCode())
                .isBetween(400, 499);
    }

    @Test
    void a_request_that_comes_byte_by_byte_is_ended_and_others_are_answered_meanwhile()
            throws IOException {
        String form =
                "POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\n_csrf=";
        List<Drip> drips = new ArrayList<>();
        for (String head : List.of("GET /login HTTP/1.1\r\nHost: x\r\nX-Slow: ", form))
            for (int i = 0; i < 25; i++) drips.add(Drip.begin(port, head));
        Browser other = from("127.0.0.19");
        boolean all = false;
        while (!all) {
            all = true;
            for (Drip drip : drips) all &= drip.drop();
            for (String path : List.of("/login", "/oauth2/jwks"))
                assertThat(other.get(path).statusCode()).isEqualTo(200);
            assertThat(drips.getFirst().drops()).isLessThan(MOST_DROPS);
        }
        for (Drip drip : drips) drip.close();
    }
}
