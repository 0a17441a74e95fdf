package org.zhengyou.standalone.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.zhengyou.standalone.identity.InviteRedemption.Claim;
import org.zhengyou.standalone.identity.ThrottledSignIn.Origin;

/** Takes the form of the page on which an invite is used; who redeems it is signed in. */
final class InviteFilter extends AbstractAuthenticationProcessingFilter {
    private final InviteRedemption redemption;

    InviteFilter(InviteRedemption redemption) {
        super(
                PathPatternRequestMatcher.withDefaults()
                        .matcher(HttpMethod.POST, SignInServer.INVITE));
        this.redemption = redemption;
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
    }

    @Override
    public Authentication attemptAuthentication(
            HttpServletRequest request, HttpServletResponse response) {
        return redemption.redeem(
                new Claim(
                        typed(request, "code"),
                        typed(request, "username").strip(),
                        typed(request, "password"),
                        typed(request, "repeated"),
                        new Origin(request.getRemoteAddr(), null)));
    }

    private static String typed(HttpServletRequest request, String field) {
        String value = request.getParameter(field);
        return value == null ? "" : value;
    }
}
