package org.zhengyou.standalone.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** Takes whoever comes back from the university, and what they say of who they are. */
final class CampusFilter extends AbstractAuthenticationProcessingFilter {
    private final CampusSignIn campus;

    CampusFilter(CampusSignIn campus) {
        super(
                new OrRequestMatcher(
                        PathPatternRequestMatcher.withDefaults()
                                .matcher(HttpMethod.GET, SignInServer.CAMPUS_RETURN),
                        PathPatternRequestMatcher.withDefaults()
                                .matcher(HttpMethod.POST, SignInServer.CAMPUS_ANSWER)));
        this.campus = campus;
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
    }

    @Override
    public Authentication attemptAuthentication(
            HttpServletRequest request, HttpServletResponse response) {
        return request.getMethod().equals("GET")
                ? campus.back(request, response)
                : campus.answer(request);
    }
}
