package org.zhengyou.standalone.client;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs a person in as a command line does: authorization code with PKCE, the page filled in over
 * HTTP. The code is taken from the redirect, so nothing needs to listen.
 */
public final class SignIn {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CLIENT = "cli";
    private static final String REDIRECT = "http://127.0.0.1:8765/callback";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int TOO_MANY = 429;
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final String issuer;

    /** Signs in at this issuer. */
    public SignIn(String issuer) {
        this.issuer = issuer;
    }

    /**
     * An access token.
     *
     * @param value for the header {@code Authorization: Bearer}
     * @param expiresAt when it runs out
     */
    public record AccessToken(String value, Instant expiresAt) {
        /** Without the token itself. */
        @Override
        public String toString() {
            return "AccessToken[until " + expiresAt + "]";
        }
    }

    /**
     * A new token of this person.
     *
     * @throws IllegalStateException if name or password is wrong, too many tries were, or the
     *     issuer does not answer
     */
    public AccessToken as(String login, String password) {
        try (HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(new CookieManager())
                        .connectTimeout(ANSWER)
                        .build()) {
            return new Attempt(http, random(), random()).run(login, password);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "登录服务 %1$s 没有应答：请先用 ./zhengyou run 启动平台，或用 --issuer 指明地址 / the issuer %1$s does not answer: start the platform with ./zhengyou run, or say with --issuer where it is"
                            .formatted(issuer),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signing in", e);
        }
    }

    /** One attempt, with its own cookies. */
    private final class Attempt {
        private final HttpClient http;
        private final String verifier;
        private final String state;

        Attempt(HttpClient http, String verifier, String state) {
            this.http = http;
            this.verifier = verifier;
            this.state = state;
        }

        AccessToken run(String login, String password) throws IOException, InterruptedException {
            URI authorize = URI.create(issuer + "/oauth2/authorize?" + form(question()));
            URI page = location(send(get(authorize)), authorize);
            String csrf = csrf(send(get(page)).body());
            Map<String, String> answer =
                    Map.of("username", login, "password", password, "_csrf", csrf);
            HttpResponse<String> answered = send(post(page, answer));
            if (answered.statusCode() == TOO_MANY)
                throw new IllegalStateException(
                        "too many wrong passwords for "
                                + login
                                + ": try again in "
                                + answered.headers().firstValue("Retry-After").orElse("some")
                                + " seconds");
            URI next = location(answered, page);
            if (next.getPath().equals("/login"))
                throw new IllegalStateException(
                        String.valueOf(next.getQuery()).startsWith("error")
                                ? "the name or the password of " + login + " is wrong"
                                : "the account of " + login + " is not open: " + next.getQuery());
            return token(location(send(get(next)), next));
        }

        private Map<String, String> question() {
            return Map.of(
                    "response_type",
                    "code",
                    "client_id",
                    CLIENT,
                    "redirect_uri",
                    REDIRECT,
                    "scope",
                    "openid",
                    "state",
                    state,
                    "code_challenge",
                    challenge(verifier),
                    "code_challenge_method",
                    "S256");
        }

        private AccessToken token(URI redirect) throws IOException, InterruptedException {
            Map<String, String> given = query(redirect);
            if (!state.equals(given.get("state")) || !given.containsKey("code"))
                throw new IllegalStateException(
                        "the issuer did not give a code: " + given.get("error"));
            HttpResponse<String> response =
                    send(
                            post(
                                    URI.create(issuer + "/oauth2/token"),
                                    Map.of(
                                            "grant_type", "authorization_code",
                                            "client_id", CLIENT,
                                            "redirect_uri", REDIRECT,
                                            "code", given.getOrDefault("code", ""),
                                            "code_verifier", verifier)));
            if (response.statusCode() != 200)
                throw new IllegalStateException("no token was given: " + response.statusCode());
            JsonNode token = JSON.readTree(response.body());
            return new AccessToken(
                    token.path("access_token").asString(),
                    Instant.now().plusSeconds(token.path("expires_in").asLong()));
        }

        private HttpResponse<String> send(HttpRequest request)
                throws IOException, InterruptedException {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private static HttpRequest get(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(ANSWER).header("Accept", "text/html").build();
    }

    private static HttpRequest post(URI uri, Map<String, String> form) {
        return HttpRequest.newBuilder(uri)
                .timeout(ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form)))
                .build();
    }

    private static URI location(HttpResponse<String> response, URI asked) {
        return response.headers()
                .firstValue("Location")
                .map(asked::resolve)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "the issuer answered "
                                                + response.statusCode()
                                                + " instead of leading on"));
    }

    private static String csrf(String page) {
        Matcher matcher = CSRF.matcher(page);
        if (!matcher.find()) throw new IllegalStateException("this is no sign-in page");
        return matcher.group(1);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What a form of a page sends. */
    static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(
                        e ->
                                e.getKey()
                                        + "="
                                        + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> query(URI uri) {
        return Pattern.compile("&")
                .splitAsStream(String.valueOf(uri.getRawQuery()))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
