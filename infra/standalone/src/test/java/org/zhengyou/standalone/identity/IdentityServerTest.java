package org.zhengyou.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengyou.standalone.client.SignIn;

class IdentityServerTest {
    private static final String CALLBACK = "http://127.0.0.1:9999/callback";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static IdentityServer server;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() {
        server = IdentityServer.start(data, FreePort.next(), 8080);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String token(DemoPeople person) {
        String password = Passwords.read(data).getOrDefault(person.login(), "");
        return new SignIn(server.issuer()).as(person.login(), password).value();
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> authorize(String query) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(
                                URI.create(
                                        server.issuer()
                                                + "/oauth2/authorize?response_type=code&scope=openid&"
                                                + query))
                        .header("Accept", "text/html"));
    }

    private HttpResponse<String> askForToken(String form) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(server.issuer() + "/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    @ParameterizedTest
    @EnumSource
    void everybody_signs_in_and_the_token_says_who_and_nothing_else(DemoPeople person)
            throws ParseException {
        JWTClaimsSet claims = SignedJWT.parse(token(person)).getJWTClaimsSet();

        assertThat(claims.getSubject()).isEqualTo(person.subject());
        assertThat(claims.getIssuer()).isEqualTo(server.issuer());
        assertThat(claims.getAudience()).containsExactly("zhengyou");
        assertThat(claims.getStringListClaim("roles"))
                .as("no register answers that anything was granted")
                .isEmpty();
        assertThat(claims.getClaims()).doesNotContainKeys("name", "preferred_username", "email");
        assertThat(claims.toString()).doesNotContain(person.login()).doesNotContain(person.zh());
        assertThat(Duration.between(Instant.now(), claims.getExpirationTime().toInstant()))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
    }

    @Test
    void a_wrong_password_is_said_to_be_wrong() {
        SignIn signIn = new SignIn(server.issuer());

        for (String login : List.of("member", "nobody"))
            assertThatThrownBy(() -> signIn.as(login, "guess"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("wrong");
    }

    @Test
    void the_page_speaks_two_languages_and_says_where_the_passwords_are()
            throws IOException, InterruptedException {
        HttpResponse<String> page =
                send(HttpRequest.newBuilder(URI.create(server.issuer() + "/login?error")));

        assertThat(page.body())
                .contains("登录名或密码不正确", "identity/passwords.txt")
                .contains("The name or the password is not right")
                .doesNotContain("{{")
                .doesNotContain("src=\"http", "href=\"http");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("ZHENGYOU_IDENTITY_CSRF=")
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void without_pkce_nobody_signs_in() throws IOException, InterruptedException {
        HttpResponse<String> answer = authorize("client_id=cli&redirect_uri=" + CALLBACK);

        assertThat(answer.headers().firstValue("Location").orElse(""))
                .startsWith(CALLBACK)
                .contains("error=invalid_request", "code_challenge");
        HttpResponse<String> plain =
                authorize(
                        "client_id=cli&redirect_uri="
                                + CALLBACK
                                + "&code_challenge_method=plain&code_challenge="
                                + CHALLENGE);
        assertThat(plain.headers().firstValue("Location").orElse("")).contains("error=");
    }

    @Test
    void a_code_goes_to_no_other_place() throws IOException, InterruptedException {
        for (String elsewhere :
                List.of("http://evil.example/callback", "http://127.0.0.1:9999/other")) {
            HttpResponse<String> answer =
                    authorize(
                            "client_id=cli&code_challenge_method=S256&code_challenge="
                                    + CHALLENGE
                                    + "&redirect_uri="
                                    + elsewhere);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
            assertThat(answer.body())
                    .contains("无法继续", "http://127.0.0.1:8080/")
                    .doesNotContain("Exception", "Tomcat");
        }
    }

    @Test
    void there_is_no_other_way_to_a_token() throws IOException, InterruptedException {
        assertThat(
                        askForToken("grant_type=password&client_id=cli&username=a&password=b")
                                .statusCode())
                .isBetween(400, 401);
        assertThat(askForToken("grant_type=client_credentials&client_id=cli").statusCode())
                .isBetween(400, 401);
        assertThat(
                        askForToken(
                                        "grant_type=authorization_code&client_id=cli&code=made-up"
                                                + "&code_verifier="
                                                + "v".repeat(43)
                                                + "&redirect_uri="
                                                + CALLBACK)
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_it_keeps_is_for_the_owner_of_the_folder_only() throws IOException {
        Path folder = data.resolve("identity");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> modes = new TreeMap<>();
            for (Path file : files.toList())
                modes.put(
                        file.getFileName().toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertThat(modes)
                    .containsOnlyKeys(
                            "console-secret.txt",
                            "hash-key.txt",
                            "passwords.txt",
                            "people.json",
                            "signing-key.json")
                    .allSatisfy((name, mode) -> assertThat(mode).isEqualTo("rw-------"));
        }
    }

    @Test
    void of_passwords_it_keeps_hashes() throws IOException {
        String people = Files.readString(data.resolve("identity/people.json"));

        assertThat(Passwords.read(data)).hasSize(DemoPeople.values().length);
        for (String password : Passwords.read(data).values())
            assertThat(people).doesNotContain(password);
        assertThat(people).contains("$2a$10$");
    }

    @Test
    void a_restart_changes_no_key_no_password_and_no_secret(@TempDir Path folder)
            throws IOException, ParseException {
        int port = FreePort.next();
        IdentityServer first = IdentityServer.start(folder, port, 8080);
        String secret = first.consoleClientSecret();
        Map<String, String> passwords = Passwords.read(folder);
        String key = keyId(first, passwords);
        first.close();
        Files.delete(Passwords.file(folder));
        try (IdentityServer second = IdentityServer.start(folder, port, 8080)) {
            assertThat(second.consoleClientSecret()).isEqualTo(secret);
            assertThat(keyId(second, passwords)).isEqualTo(key);
            assertThat(Passwords.file(folder)).doesNotExist();
        }
    }

    private static String keyId(IdentityServer server, Map<String, String> passwords)
            throws ParseException {
        String token =
                new SignIn(server.issuer())
                        .as("auditor", passwords.getOrDefault("auditor", ""))
                        .value();
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    @Test
    void the_port_must_be_known_beforehand(@TempDir Path folder) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdentityServer.start(folder, 0, 8080));
    }
}
