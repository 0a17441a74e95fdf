package org.zhengyou.standalone.identity;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.zhengyou.standalone.identity.SignInServer.Place;
import org.zhengyou.standalone.identity.ThrottledSignIn.Origin;

/** The page where people sign in, and who gets past it. */
@Configuration(proxyBeanMethods = false)
class SignInDoor {
    private static final String ERROR = "/error";
    // Cookies do not tell ports apart, so the name must differ from the gateway's.
    private static final String CSRF_COOKIE = "ZHENGYOU_IDENTITY_CSRF";
    // A form may lead back to the gateway or to a command line on this machine, and nowhere else.
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
                    + " frame-ancestors 'none';"
                    + " form-action 'self' http://127.0.0.1:* http://localhost:* ";

    /** Nothing is kept of a stranger: CSRF token and what comes next are with the browser. */
    @Bean
    @Order(2)
    SecurityFilterChain signIn(
            HttpSecurity http,
            SignInPage page,
            People people,
            SignInThrottle throttle,
            KnownBrowsers browsers,
            SignInJournal journal,
            LinkedAccounts linked,
            InviteRedemption invites,
            ObjectProvider<CampusSignIn> campus,
            Place place) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(people);
        passwords.setPasswordEncoder(people.encoder());
        AuthenticationSuccessHandler goOn =
                (request, response, person) -> {
                    browsers.remember(journal.ofSubject(person.getName()), request, response);
                    page.goOn(request, response);
                };
        InviteFilter invite = new InviteFilter(invites);
        invite.setAuthenticationSuccessHandler(goOn);
        invite.setAuthenticationFailureHandler(page::refuseInvite);
        campus.ifAvailable(
                signIn -> {
                    CampusFilter filter = new CampusFilter(signIn);
                    filter.setAuthenticationSuccessHandler(goOn);
                    filter.setAuthenticationFailureHandler(page::refuseCampus);
                    http.addFilterBefore(filter, UsernamePasswordAuthenticationFilter.class);
                });
        return http.authenticationManager(
                        new ProviderManager(
                                new ThrottledSignIn(
                                        passwords, throttle, browsers, journal, people, linked)))
                .addFilterBefore(invite, UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(
                        all ->
                                all.dispatcherTypeMatchers(DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(
                                                SignInServer.LOGIN,
                                                SignInServer.INVITE,
                                                SignInServer.CAMPUS,
                                                SignInServer.CAMPUS_RETURN,
                                                SignInServer.CAMPUS_ANSWER,
                                                ERROR)
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                // The token stays as it is when somebody signs in: another tab may still send it.
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(csrfCookie())
                                        .sessionAuthenticationStrategy(
                                                new NullAuthenticatedSessionStrategy()))
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                        csp ->
                                                csp.policyDirectives(
                                                        POLICY + place.outside().gateway())))
                .formLogin(
                        form ->
                                form.loginPage(SignInServer.LOGIN)
                                        .authenticationDetailsSource(
                                                (HttpServletRequest request) ->
                                                        new Origin(
                                                                request.getRemoteAddr(),
                                                                KnownBrowsers.claim(request)))
                                        .successHandler(goOn)
                                        .failureHandler(page::refuse))
                .build();
    }

    @Bean
    SignInThrottle throttle() {
        return new SignInThrottle(TimeMeter.SYSTEM_NANOTIME);
    }

    @Bean
    KnownBrowsers browsers(KeyedHash hash) {
        return new KnownBrowsers(hash);
    }

    @Bean
    SignInJournal journal(People people, KeyedHash hash) {
        return new SignInJournal(people, hash);
    }

    @Bean
    InviteRedemption invites(
            People people,
            Accounts accounts,
            MembersDoor members,
            SignInThrottle throttle,
            SignInJournal journal,
            OpenSignIns signIns,
            KeyedHash hash) {
        return new InviteRedemption(people, accounts, members, throttle, journal, signIns, hash);
    }

    @Bean
    @ConditionalOnBean(Campus.class)
    CampusSignIn campusSignIn(
            Campus campus,
            Place place,
            MembersDoor members,
            SignInThrottle throttle,
            SignInJournal journal,
            KeyedHash hash) {
        return new CampusSignIn(
                new CampusProvider(campus, place.issuer() + SignInServer.CAMPUS_RETURN),
                members,
                throttle,
                journal,
                hash);
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName(CSRF_COOKIE);
        cookie.setCookieCustomizer(one -> one.sameSite("Lax"));
        return cookie;
    }

    @Bean
    SignInPage page(Place place, ObjectProvider<CampusSignIn> campus) {
        return new SignInPage(place.gateway(), campus.getIfAvailable());
    }

    @Bean
    BoundedSessions sessions() {
        return new BoundedSessions(BoundedSessions.MOST);
    }

    /** Which session signed in where, for signing out; forgotten with the session. */
    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    @Bean
    HttpSessionEventPublisher endedSessions() {
        return new HttpSessionEventPublisher();
    }

    /** Everything that the security filters do not answer themselves. */
    @Bean
    ServletRegistrationBean<SignInPage> pages(SignInPage page) {
        return new ServletRegistrationBean<>(page, "/");
    }

    @Bean
    ErrorPageRegistrar errorPage() {
        return registry -> registry.addErrorPages(new ErrorPage(ERROR));
    }
}
