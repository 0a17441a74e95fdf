package org.zhengyou.standalone.identity;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

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
        String body = signIn ? form(request) : problem.replace("{{gateway}}", gateway);
        byte[] page = frame.replace("{{body}}", body).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private String form(HttpServletRequest request) {
        CsrfToken csrf =
                Objects.requireNonNull(
                        (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
                        "the security filter puts a CSRF token into every request");
        return form.replace("{{csrf}}", HtmlUtils.htmlEscape(csrf.getToken()))
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
