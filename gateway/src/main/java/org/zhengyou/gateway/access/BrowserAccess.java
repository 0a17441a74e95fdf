package org.zhengyou.gateway.access;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.DelegatingServerAuthenticationEntryPoint;
import org.springframework.security.web.server.DelegatingServerAuthenticationEntryPoint.DelegateEntry;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.MediaTypeServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.WebSessionIdResolver;
import org.springframework.web.server.session.WebSessionManager;
import org.zhengyou.gateway.GatewaySettings;
import org.zhengyou.gateway.limits.CallerLimits;
import org.zhengyou.gateway.pages.ContentPolicy;
import org.zhengyou.gateway.refusals.RefusalKind;
import org.zhengyou.gateway.refusals.Refusals;
import org.zhengyou.gateway.refusals.Refused;

/**
 * Callers without a token: browsers. They sign in at the issuer and from then on hold one opaque
 * cookie; what changes something needs a CSRF token besides. Only the page's own files and the
 * gateway's health are open to strangers.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
public class BrowserAccess {
    private static final String[] OPEN = {
        "/health", "/*.css", "/*.js", "/*.svg", "/*.png", "/*.ico", "/assets/**"
    };

    private static final String SESSION_TIMEOUT = "server.reactive.session.timeout";

    /** Those that get as far as to the address. */
    private static final Set<HttpMethod> METHODS =
            Set.of(
                    HttpMethod.DELETE,
                    HttpMethod.GET,
                    HttpMethod.HEAD,
                    HttpMethod.OPTIONS,
                    HttpMethod.PATCH,
                    HttpMethod.POST,
                    HttpMethod.PUT);

    /** Those that anything takes. */
    private static final Set<HttpMethod> TAKEN =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST);

    @Bean
    @Order(2)
    SecurityWebFilterChain browserChain(
            ServerHttpSecurity http,
            GatewaySettings settings,
            CallerLimits limits,
            Sessions sessions,
            BrowserSignIn signIn,
            SignOut signOut,
            BrowserRefusals refusals) {
        return http.addFilterAfter(
                        new Strangers(sessions, limits),
                        SecurityWebFiltersOrder.HTTP_HEADERS_WRITER)
                .authorizeExchange(
                        all -> all.pathMatchers(OPEN).permitAll().anyExchange().authenticated())
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .headers(headers -> headers(headers, settings))
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(CsrfCookie.repository())
                                        .csrfTokenRequestHandler(
                                                new ServerCsrfTokenRequestAttributeHandler())
                                        .accessDeniedHandler(refusals::csrf))
                .oauth2Login(
                        login ->
                                login.authorizationRequestResolver(signIn)
                                        .authorizationRequestRepository(signIn)
                                        .authenticationSuccessHandler(welcome(sessions, signOut))
                                        .authenticationFailureHandler(refusals::signIn))
                .logout(
                        logout ->
                                logout.logoutUrl(SignOut.PATH)
                                        .logoutHandler(
                                                new DelegatingServerLogoutHandler(
                                                        new EverySession(sessions),
                                                        new SecurityContextServerLogoutHandler(),
                                                        new WebSessionServerLogoutHandler()))
                                        .logoutSuccessHandler(signOut))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(entry(signIn, refusals))
                                        .accessDeniedHandler(refusals::denied))
                .build();
    }

    @Bean
    KeptSessions keptSessions(
            GatewaySettings settings,
            ReactiveClientRegistrationRepository registrations,
            Environment environment) {
        ClientRegistration issuer =
                registrations
                        .findByRegistrationId(IssuerClient.ISSUER)
                        .blockOptional()
                        .orElseThrow();
        String folder = settings.sessionsFolder();
        SessionFiles files =
                new SessionFiles(
                        folder.isBlank() ? null : Path.of(folder),
                        settings.consoleClientSecret(),
                        issuer,
                        settings.limits().sessions());
        return new KeptSessions(
                files, environment.getRequiredProperty(SESSION_TIMEOUT, Duration.class));
    }

    @Bean
    WebSessionManager webSessionManager(KeptSessions sessions, WebSessionIdResolver ids) {
        DefaultWebSessionManager manager = new DefaultWebSessionManager();
        manager.setSessionStore(sessions);
        manager.setSessionIdResolver(ids);
        return manager;
    }

    @Bean
    Sessions sessions(KeptSessions sessions, WebSessionIdResolver ids, GatewaySettings settings) {
        return new Sessions(sessions, ids, settings.limits());
    }

    @Bean
    BrowserSignIn browserSignIn(
            ReactiveClientRegistrationRepository registrations,
            Sessions sessions,
            GatewaySettings settings) {
        return new BrowserSignIn(registrations, sessions, settings);
    }

    @Bean
    SignOut signOut(GatewaySettings settings) {
        return new SignOut(settings);
    }

    @Bean
    BrowserRefusals browserRefusals(
            Refusals refusals, Sessions sessions, BrowserSignIn signIn, SignOut signOut) {
        return new BrowserRefusals(refusals, sessions, signIn, signOut);
    }

    @Bean
    CsrfCookie csrfCookie() {
        return new CsrfCookie();
    }

    /** Looks at path and method; the headers were already checked when they were read. */
    @Bean
    ServerWebExchangeFirewall firewall() {
        StrictServerWebExchangeFirewall strict = new StrictServerWebExchangeFirewall();
        return exchange -> strict.getFirewalledExchange(exchange).thenReturn(exchange);
    }

    @Bean
    ServerExchangeRejectedHandler firewallRefusal(Refusals refusals) {
        return (exchange, rejected) ->
                METHODS.contains(exchange.getRequest().getMethod())
                        ? refusals.write(
                                exchange,
                                Refused.of(
                                        RefusalKind.MALFORMED_REQUEST,
                                        "a path of this form is not let through"))
                        : refusals.notAllowed(exchange, TAKEN);
    }

    private static void headers(ServerHttpSecurity.HeaderSpec headers, GatewaySettings settings) {
        headers.writer(new ContentPolicy(URI.create(settings.issuer())))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    /** A page is led to the sign-in; everything else is told that it is not signed in. */
    private static ServerAuthenticationEntryPoint entry(
            BrowserSignIn signIn, BrowserRefusals refusals) {
        MediaTypeServerWebExchangeMatcher page =
                new MediaTypeServerWebExchangeMatcher(MediaType.TEXT_HTML);
        page.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        DelegatingServerAuthenticationEntryPoint entry =
                new DelegatingServerAuthenticationEntryPoint(
                        new DelegateEntry(page, (exchange, error) -> signIn.begin(exchange)));
        entry.setDefaultEntryPoint((exchange, error) -> refusals.stranger(exchange));
        return entry;
    }

    private static ServerAuthenticationSuccessHandler welcome(Sessions sessions, SignOut signOut) {
        ServerRedirectStrategy redirects = new DefaultServerRedirectStrategy();
        return (filtered, person) -> {
            ServerWebExchange exchange = filtered.getExchange();
            signOut.prepare(exchange, person);
            URI page = URI.create(BrowserSignIn.pageAskedFor(exchange));
            return sessions.keepFew(person.getName()).then(redirects.sendRedirect(exchange, page));
        };
    }
}
