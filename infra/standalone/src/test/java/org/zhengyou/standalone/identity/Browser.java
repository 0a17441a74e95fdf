package org.zhengyou.standalone.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What of a browser matters here: cookies, forms, redirects. */
final class Browser {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager jar = new CookieManager();
    private final HttpClient http;
    private final String site;

    Browser(String site) {
        this(site, InetAddress.getLoopbackAddress());
    }

    /** One that visits from this address. */
    Browser(String site, InetAddress from) {
        this.site = site;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(jar)
                        .localAddress(from)
                        .build();
    }

    /** Opens the site, fills in the page it is led to, and lets itself be led back. */
    void signIn(String login, String password) {
        URI end = signIn("/", login, password);
        if (!end.toString().equals(site + "/")) throw new AssertionError("led to " + end);
    }

    /** The same from a link; where it ends. */
    URI signIn(String link, String login, String password) {
        return followFrom(submit(link, login, password)).uri();
    }

    /** Opens the page and fills in the one it is led to. */
    HttpResponse<String> submit(String path, String login, String password) {
        return submit(follow(path), login, password);
    }

    /** Fills in this page. */
    HttpResponse<String> submit(HttpResponse<String> page, String login, String password) {
        Matcher csrf = CSRF.matcher(page.body());
        if (!csrf.find()) throw new AssertionError("this is no sign-in page: " + page.body());
        String form =
                "username=%s&password=%s&_csrf=%s"
                        .formatted(
                                URLEncoder.encode(login, StandardCharsets.UTF_8),
                                URLEncoder.encode(password, StandardCharsets.UTF_8),
                                URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8));
        return exchange(
                HttpRequest.newBuilder(page.uri())
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    /** Fills in the page on which an invite is used. */
    HttpResponse<String> useInvite(String code) {
        HttpResponse<String> page = follow("/invite");
        Matcher csrf = CSRF.matcher(page.body());
        if (!csrf.find()) throw new AssertionError("this is no page of invites: " + page.body());
        String password = "a long enough password";
        Map<String, String> form = new LinkedHashMap<>();
        form.put("code", code);
        form.put("username", "chosen");
        form.put("password", password);
        form.put("repeated", password);
        form.put("_csrf", csrf.group(1));
        return exchange(
                HttpRequest.newBuilder(page.uri())
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        form.entrySet().stream()
                                                .map(
                                                        e ->
                                                                e.getKey()
                                                                        + "="
                                                                        + URLEncoder.encode(
                                                                                e.getValue(),
                                                                                StandardCharsets
                                                                                        .UTF_8))
                                                .collect(Collectors.joining("&")))));
    }

    /** As a script would: no redirect is followed. */
    HttpResponse<String> get(String path) {
        return send(path, UnaryOperator.identity());
    }

    HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> request) {
        return exchange(request.apply(HttpRequest.newBuilder(URI.create(site + path))));
    }

    HttpResponse<String> open(URI page) {
        return exchange(HttpRequest.newBuilder(page).header("Accept", "text/html"));
    }

    /** As a person would: to the end of all redirects. */
    HttpResponse<String> follow(String path) {
        return followFrom(open(URI.create(site + path)));
    }

    HttpResponse<String> followFrom(HttpResponse<String> answer) {
        HttpResponse<String> last = answer;
        for (int i = 0; i < 10 && last.statusCode() == 302; i++)
            last = open(last.uri().resolve(last.headers().firstValue("Location").orElseThrow()));
        return last;
    }

    List<String> cookies() {
        return jar.getCookieStore().getCookies().stream().map(HttpCookie::getName).toList();
    }

    List<String> cookieValues() {
        return jar.getCookieStore().getCookies().stream().map(HttpCookie::getValue).toList();
    }

    /** As when the other side has forgotten what the cookie stands for. */
    void forget(String name) {
        jar.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList()
                .forEach(cookie -> jar.getCookieStore().remove(null, cookie));
    }

    String cookie(String name) {
        return jar.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
