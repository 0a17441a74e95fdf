package org.zhengyou.standalone.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Browsers in which somebody has signed in before. A cookie that only this server can make says for
 * which account; it opens nothing, but tries from there are counted apart from everybody else's, so
 * that a stranger who uses up the tries of an account or of an address does not keep its owner out.
 * Nothing is kept here.
 */
final class KnownBrowsers {
    static final String COOKIE = "ZHENGYOU_BROWSER";

    private static final Duration KEPT = Duration.ofDays(180);
    private static final String VERSION = "v1";
    private static final String PURPOSE = "browser";
    private static final int RANDOM_BYTES = 16;
    private static final int LONGEST = 100;

    private final KeyedHash hash;

    KnownBrowsers(KeyedHash hash) {
        this.hash = hash;
    }

    /** What the cookie of a request says, unchecked. */
    static @Nullable String claim(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return null;
        for (Cookie cookie : cookies)
            if (cookie.getName().equals(COOKIE) && cookie.getValue().length() <= LONGEST)
                return cookie.getValue();
        return null;
    }

    /** Whether this account has signed in there before. */
    boolean isKnown(@Nullable String claim, String account) {
        if (claim == null) return false;
        String[] parts = claim.split("\\.", -1);
        return parts.length == 3
                && parts[0].equals(VERSION)
                && hash.isOf(PURPOSE, proven(account, parts[1]), parts[2]);
    }

    /** Lets this browser be known from now on. */
    void remember(String account, HttpServletRequest request, HttpServletResponse response) {
        String random = KeyedHash.random(RANDOM_BYTES);
        String proof = hash.of(PURPOSE, proven(account, random));
        ResponseCookie cookie =
                ResponseCookie.from(COOKIE, VERSION + '.' + random + '.' + proof)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path(SignInServer.LOGIN)
                        .maxAge(KEPT)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String proven(String account, String random) {
        return account + '.' + random;
    }
}
