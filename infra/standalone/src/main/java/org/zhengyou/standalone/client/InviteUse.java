package org.zhengyou.standalone.client;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uses an invite as a browser does: the page filled in over HTTP. */
public final class InviteUse {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final URI page;

    /** At this issuer. */
    public InviteUse(String issuer) {
        this.page = URI.create(issuer + "/invite");
    }

    /**
     * What the page answered.
     *
     * @param status 302 if the account is open
     * @param text the page; empty if the account is open
     */
    public record Answer(int status, String text) {
        /** Whether the person can sign in from now on. */
        public boolean isOpen() {
            return status == 302;
        }
    }

    /**
     * Opens an account, or sets a new password, with the code of an invite.
     *
     * @throws IllegalStateException if the issuer does not answer
     */
    public Answer redeem(String code, String login, String password) {
        try (HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(new CookieManager())
                        .connectTimeout(ANSWER)
                        .build()) {
            Map<String, String> form =
                    Map.of(
                            "code", code,
                            "username", login,
                            "password", password,
                            "repeated", password,
                            "_csrf", csrf(http.send(to().GET().build(), BodyHandlers.ofString())));
            HttpResponse<String> answer =
                    http.send(
                            to().header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(SignIn.form(form)))
                                    .build(),
                            BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("the issuer does not answer: " + page, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while using an invite", e);
        }
    }

    private HttpRequest.Builder to() {
        return HttpRequest.newBuilder(page).timeout(ANSWER).header("Accept", "text/html");
    }

    private static String csrf(HttpResponse<String> page) {
        Matcher matcher = CSRF.matcher(page.body());
        if (!matcher.find()) throw new IllegalStateException("this is no page for invites");
        return matcher.group(1);
    }
}
