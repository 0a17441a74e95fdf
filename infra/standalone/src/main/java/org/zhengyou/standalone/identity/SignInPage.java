package org.zhengyou.standalone.identity;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;
import org.zhengyou.standalone.identity.CampusSignIn.Asked;
import org.zhengyou.standalone.identity.CampusSignIn.NotLetIn;
import org.zhengyou.standalone.identity.InviteRedemption.NotRedeemed;
import org.zhengyou.standalone.identity.InviteRedemption.Problem;
import org.zhengyou.standalone.identity.LinkedAccounts.Unlinked;
import org.zhengyou.standalone.identity.ThrottledSignIn.TooManyTries;

/**
 * The pages on which people sign in and use an invite, and the one that says that something is not
 * right.
 */
final class SignInPage extends HttpServlet {
    private static final String FOLDER = "/org/zhengyou/standalone/identity/";
    private static final String WRONG = "error";
    private static final String UNLINKED = "unlinked";
    private static final String LATER = "later";
    private static final int LONGEST_ECHO = 100;

    private final String frame = text("frame.html");
    private final String form = text("form.html");
    private final String invite = text("invite.html");
    private final String problem = text("problem.html");
    private final String question = text("campus.html");
    private final String notLetIn = text("campus-problem.html");
    private final String gateway;
    private final @Nullable CampusSignIn campus;

    /**
     * @param campus the sign-in of the university; null if there is none
     */
    SignInPage(String gateway, @Nullable CampusSignIn campus) {
        this.gateway = gateway;
        this.campus = campus;
    }

    /** Also answers requests that went wrong: the container forwards them here. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (campus != null && request.getServletPath().equals(SignInServer.CAMPUS)) {
            begin(campus, request, response);
            return;
        }
        switch (request.getServletPath()) {
            case SignInServer.LOGIN -> write(response, form(request, 0));
            case SignInServer.INVITE -> write(response, invite(request, null, 0));
            default -> {
                if (response.getStatus() == HttpServletResponse.SC_OK)
                    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                write(response, problem.replace("{{gateway}}", gateway));
            }
        }
    }

    /** Leads on somebody who has signed in. */
    void goOn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = Continuation.address(request);
        response.sendRedirect(next.isEmpty() ? gateway : next);
    }

    private void begin(
            CampusSignIn campus, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            campus.begin(request, response);
        } catch (NotLetIn e) {
            refuseCampus(request, response, e);
        }
    }

    /** Asks somebody who came from the university who they are, or says why they are not let in. */
    void refuseCampus(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof Asked asked) {
            write(
                    response,
                    filled(question, request, 0)
                            .replace("{{name}}", HtmlUtils.htmlEscape(asked.found().name()))
                            .replace("{{branchZh}}", HtmlUtils.htmlEscape(asked.found().branchZh()))
                            .replace("{{branchEn}}", HtmlUtils.htmlEscape(asked.found().branchEn()))
                            .replace("{{question}}", HtmlUtils.htmlEscape(asked.question())));
            return;
        }
        long seconds = 0;
        CampusSignIn.Problem wrong = null;
        if (why instanceof TooManyTries used) {
            throttled(response, used);
            seconds = used.seconds();
        } else {
            wrong = why instanceof NotLetIn not ? not.problem() : CampusSignIn.Problem.LATER;
            response.setStatus(
                    (wrong == CampusSignIn.Problem.LATER
                                    ? HttpStatus.SERVICE_UNAVAILABLE
                                    : HttpStatus.UNPROCESSABLE_CONTENT)
                            .value());
        }
        String page = notLetIn;
        for (CampusSignIn.Problem one : CampusSignIn.Problem.values())
            page = page.replace("{{" + one.name() + "}}", hiddenUnless(one == wrong));
        write(response, filled(page, request, seconds));
    }

    /** Tells somebody whose invite was not used what is wrong, or when to come back. */
    void refuseInvite(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof TooManyTries used) {
            throttled(response, used);
            write(response, invite(request, null, used.seconds()));
            return;
        }
        Problem wrong = why instanceof NotRedeemed not ? not.problem() : Problem.LATER;
        response.setStatus(
                (wrong == Problem.LATER
                                ? HttpStatus.SERVICE_UNAVAILABLE
                                : HttpStatus.UNPROCESSABLE_CONTENT)
                        .value());
        write(response, invite(request, wrong, 0));
    }

    private static void throttled(HttpServletResponse response, TooManyTries used) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(used.seconds()));
    }

    /** Tells somebody who has not that name or password are wrong, or when to come back. */
    void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof TooManyTries used) {
            throttled(response, used);
            write(response, form(request, used.seconds()));
            return;
        }
        String said =
                switch (why) {
                    case Unlinked _ -> UNLINKED;
                    case InternalAuthenticationServiceException _ -> LATER;
                    default -> WRONG;
                };
        String goingOn = Continuation.parameter(request);
        response.sendRedirect(
                SignInServer.LOGIN + "?" + said + (goingOn.isEmpty() ? "" : "&" + goingOn));
    }

    private void write(HttpServletResponse response, String body) throws IOException {
        byte[] page = frame.replace("{{body}}", body).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private String form(HttpServletRequest request, long seconds) {
        return filled(form, request, seconds)
                .replace("{{campus}}", hiddenUnless(campus != null))
                .replace("{{wrong}}", hiddenUnless(request.getParameter(WRONG) != null))
                .replace("{{unlinked}}", hiddenUnless(request.getParameter(UNLINKED) != null))
                .replace("{{later}}", hiddenUnless(request.getParameter(LATER) != null))
                .replace("{{left}}", hiddenUnless(request.getParameter("logout") != null));
    }

    /** With what every form needs. */
    private static String filled(String form, HttpServletRequest request, long seconds) {
        CsrfToken csrf =
                Objects.requireNonNull(
                        (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
                        "the security filter puts a CSRF token into every request");
        String goingOn = Continuation.parameter(request);
        return form.replace("{{csrf}}", HtmlUtils.htmlEscape(csrf.getToken()))
                .replace("{{continue}}", goingOn.isEmpty() ? "" : "?" + goingOn)
                .replace("{{wait}}", hiddenUnless(seconds > 0))
                .replace("{{seconds}}", Long.toString(seconds));
    }

    /** With what was typed but the passwords: nobody types a code twice because of a login. */
    private String invite(HttpServletRequest request, @Nullable Problem wrong, long seconds) {
        String page = invite;
        for (Problem one : Problem.values())
            page = page.replace("{{" + one.name() + "}}", hiddenUnless(one == wrong));
        return filled(page, request, seconds)
                .replace("{{code}}", typed(request, "code"))
                .replace("{{login}}", typed(request, "username"));
    }

    private static String typed(HttpServletRequest request, String field) {
        if (!request.getMethod().equals("POST")) return "";
        String value = request.getParameter(field);
        return value == null || value.length() > LONGEST_ECHO ? "" : HtmlUtils.htmlEscape(value);
    }

    private static String hiddenUnless(boolean shown) {
        return shown ? "" : "hidden";
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
