package org.zhengyou.standalone.identity;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;
import org.zhengyou.standalone.identity.ThrottledSignIn.TooManyTries;

/** The page on which people sign in, and the one that says that something is not right. */
final class SignInPage extends HttpServlet {
    private static final String FOLDER = "/org/zhengyou/standalone/identity/";

    private final String frame = text("frame.html");
    private final String form = text("form.html");
    private final String problem = text("problem.html");
    private final String gateway;

    SignInPage(String gateway) {
        this.gateway = gateway;
    }

    /** Also answers requests that went wrong: the container forwards them here. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean signIn = request.getServletPath().equals("/login");
        if (!signIn && response.getStatus() == HttpServletResponse.SC_OK)
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        write(response, signIn ? form(request, 0) : problem.replace("{{gateway}}", gateway));
    }

    /** Leads on somebody who has signed in. */
    void goOn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = Continuation.address(request);
        response.sendRedirect(next.isEmpty() ? gateway : next);
    }

    /** Tells somebody who has not that name or password are wrong, or when to come back. */
    void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof TooManyTries used) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(used.seconds()));
            write(response, form(request, used.seconds()));
            return;
        }
        String goingOn = Continuation.parameter(request);
        response.sendRedirect(
                SignInServer.LOGIN + "?error" + (goingOn.isEmpty() ? "" : "&" + goingOn));
    }

    private void write(HttpServletResponse response, String body) throws IOException {
        byte[] page = frame.replace("{{body}}", body).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private String form(HttpServletRequest request, long seconds) {
        CsrfToken csrf =
                Objects.requireNonNull(
                        (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
                        "the security filter puts a CSRF token into every request");
        String goingOn = Continuation.parameter(request);
        return form.replace("{{csrf}}", HtmlUtils.htmlEscape(csrf.getToken()))
                .replace("{{continue}}", goingOn.isEmpty() ? "" : "?" + goingOn)
                .replace("{{wait}}", seconds == 0 ? "hidden" : "")
                .replace("{{seconds}}", Long.toString(seconds))
                .replace("{{wrong}}", request.getParameter("error") == null ? "hidden" : "")
                .replace("{{left}}", request.getParameter("logout") == null ? "hidden" : "");
    }

    private static String text(String name) {
        try (InputStream in = SignInPage.class.getResourceAsStream(FOLDER + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
