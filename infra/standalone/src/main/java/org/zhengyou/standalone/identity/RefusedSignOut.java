package org.zhengyou.standalone.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * What somebody sees whose sign-out cannot be carried out, for instance because the server has
 * forgotten the sign-in since. Whoever has no session here is signed out, and is told so.
 */
final class RefusedSignOut implements AuthenticationFailureHandler {
    private static final String SIGNED_OUT = "/login?logout";

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refusal)
            throws IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || person instanceof AnonymousAuthenticationToken)
            response.sendRedirect(SIGNED_OUT);
        else response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
}
