package org.zhengyou.standalone.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Signs out who showed the ID token that they were given; everywhere, if they ask for that: then
 * nothing opens or is renewed any more in any browser in which they signed in.
 */
final class EverySignOut implements AuthenticationSuccessHandler {
    private static final String EVERYWHERE = "everywhere";

    private final OpenSignIns signIns;
    private final AuthenticationSuccessHandler here = new OidcLogoutAuthenticationSuccessHandler();

    EverySignOut(OpenSignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signOut)
            throws IOException, ServletException {
        OidcIdToken shown =
                signOut instanceof OidcLogoutAuthenticationToken token ? token.getIdToken() : null;
        if (shown != null && "true".equals(request.getParameter(EVERYWHERE)))
            signIns.endAllOf(Objects.requireNonNull(shown.getSubject()));
        here.onAuthenticationSuccess(request, response, signOut);
    }
}
