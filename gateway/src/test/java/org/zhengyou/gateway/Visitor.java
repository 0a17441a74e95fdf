package org.zhengyou.gateway;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A person with a browser: cookies, and redirects followed one by one. */
final class Visitor {
    private final CookieManager jar;
    private final HttpClient http;
    private final String site;

    Visitor(String site) {
        this(site, new CookieManager());
    }

    private Visitor(String site, CookieManager jar) {
        this.site = site;
        this.jar = jar;
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(jar)
                        .build();
    }

    /** The same browser at another gateway. */
    Visitor at(String other) {
        return new Visitor(other, jar);
    }

    /** Opens a page of the gateway and goes nowhere from there. */
    HttpResponse<String> open(String page) {
        return open(URI.create(site + page));
    }

    HttpResponse<String> open(URI page) {
        return send(page, UnaryOperator.identity());
    }

    HttpResponse<String> send(URI page, UnaryOperator<HttpRequest.Builder> request) {
        HttpRequest.Builder asked =
                HttpRequest.newBuilder(page)
                        .timeout(Duration.ofSeconds(20))
                        .header("Accept", "text/html");
        try {
            return http.send(request.apply(asked).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Opens a page and follows all redirects; where it ends. */
    HttpResponse<String> follow(String page) {
        return follow(open(page));
    }

    HttpResponse<String> follow(HttpResponse<String> first) {
        HttpResponse<String> last = first;
        for (int i = 0; i < 10 && last.statusCode() == 302; i++) last = open(location(last));
        return last;
    }

    /** Presses the button. */
    HttpResponse<String> signOut() {
        return signOut("");
    }

    /** Presses the other button. */
    HttpResponse<String> signOutEverywhere() {
        return signOut("&everywhere=true");
    }

    private HttpResponse<String> signOut(String more) {
        String csrf = has("XSRF-TOKEN") ? cookie("XSRF-TOKEN") : "";
        return send(
                URI.create(site + "/logout"),
                request ->
                        request.header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("_csrf=" + csrf + more)));
    }

    static URI location(HttpResponse<String> answer) {
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    boolean has(String cookie) {
        return jar.getCookieStore().getCookies().stream()
                .anyMatch(one -> one.getName().equals(cookie));
    }

    String cookie(String name) {
        return jar.getCookieStore().getCookies().stream()
                .filter(one -> one.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** As a browser does when it is closed, or a person when they clear it. */
    void forget(String cookie) {
        jar.getCookieStore().getCookies().stream()
                .filter(one -> one.getName().equals(cookie))
                .toList()
                .forEach(one -> jar.getCookieStore().remove(null, one));
    }
}
