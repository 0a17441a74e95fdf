package org.zhengyou.standalone.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was about to do when they were led to the sign-in page: the query of {@code
 * /oauth2/authorize}. It travels in the address of the page, so that nothing is kept of a stranger
 * and each tab goes on with its own. It can lead nowhere but back to that endpoint, which looks at
 * it as at any other.
 */
final class Continuation {
    private static final String AUTHORIZE = "/oauth2/authorize";
    private static final String PARAMETER = "continue";
    private static final int LONGEST = 4_000;
    private static final Pattern QUERY =
            Pattern.compile("[A-Za-z0-9\\-._~!$&'()*+,;=:@/?%]{1," + LONGEST + "}");

    private Continuation() {}

    /** Leads a stranger to the sign-in page. */
    static void signInFirst(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String query =
                request.getServletPath().equals(AUTHORIZE) ? valid(request.getQueryString()) : "";
        response.sendRedirect(SignInServer.LOGIN + (query.isEmpty() ? "" : "?" + parameter(query)));
    }

    /** The parameter as it stands in an address, or empty if there is nothing to go on with. */
    static String parameter(HttpServletRequest request) {
        String query = query(request);
        return query.isEmpty() ? "" : parameter(query);
    }

    /** The query itself, or empty. */
    static String query(HttpServletRequest request) {
        return valid(
                request.getAttribute(PARAMETER) instanceof String remembered
                        ? remembered
                        : request.getParameter(PARAMETER));
    }

    /** Goes on with this query, whatever the address of the request says. */
    static void remember(HttpServletRequest request, String query) {
        request.setAttribute(PARAMETER, query);
    }

    /** Where to go on, or empty. */
    static String address(HttpServletRequest request) {
        String query = query(request);
        return query.isEmpty() ? "" : AUTHORIZE + '?' + query;
    }

    private static String valid(@Nullable String text) {
        return text != null && QUERY.matcher(text).matches() ? text : "";
    }

    private static String parameter(String query) {
        return PARAMETER + '=' + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
