package org.zhengyou.gateway.access;

import java.net.URI;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.web.server.DelegatingServerAuthenticationEntryPoint;
import org.springframework.security.web.server.DelegatingServerAuthenticationEntryPoint.DelegateEntry;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
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
import org.zhengyou.gateway.GatewaySettings;
import org.zhengyou.gateway.limits.CallerLimits;
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
    private static final String SIGN_IN = "/oauth2/authorization/" + IssuerClient.ISSUER;
    private static final String[] OPEN = {
        "/health", "/*.css", "/*.js", "/*.svg", "/*.png", "/*.ico", "/assets/**"
    };

    @Bean
    @Order(2)
    SecurityWebFilterChain browserChain(
            ServerHttpSecurity http,
            GatewaySettings settings,
            ReactiveClientRegistrationRepository registrations,
            BrowserRefusals refusals) {
        return http.authorizeExchange(
                        all -> all.pathMatchers(OPEN).permitAll().anyExchange().authenticated())
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .headers(headers -> headers(headers, settings))
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(CsrfCookie.repository(settings))
                                        .csrfTokenRequestHandler(
                                                new ServerCsrfTokenRequestAttributeHandler())
                                        .accessDeniedHandler(refusals::csrf))
                .oauth2Login(
                        login ->
                                login.authenticationSuccessHandler(toFirstPage())
                                        .authenticationFailureHandler(refusals::signIn))
                .logout(
                        logout ->
                                logout.logoutHandler(
                                                new DelegatingServerLogoutHandler(
                                                        new SecurityContextServerLogoutHandler(),
                                                        new WebSessionServerLogoutHandler()))
                                        .logoutSuccessHandler(signOut(registrations)))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(entry(refusals))
                                        .accessDeniedHandler(refusals::denied))
                .build();
    }

    @Bean
    BrowserRefusals browserRefusals(Refusals refusals, CallerLimits limits) {
        return new BrowserRefusals(refusals, limits);
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
                refusals.write(
                        exchange,
                        Refused.of(
                                RefusalKind.MALFORMED_REQUEST,
                                "a path of this form, or this method, is not let through"));
    }

    private static void headers(ServerHttpSecurity.HeaderSpec headers, GatewaySettings settings) {
        URI issuer = URI.create(settings.issuer());
        String policy =
                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                        + " object-src 'none'; base-uri 'none'; frame-ancestors 'none';"
                        + " form-action 'self' "
                        + issuer.getScheme()
                        + "://"
                        + issuer.getAuthority();
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    /** A page is led to the sign-in; everything else is told that it is not signed in. */
    private static ServerAuthenticationEntryPoint entry(BrowserRefusals refusals) {
        MediaTypeServerWebExchangeMatcher page =
                new MediaTypeServerWebExchangeMatcher(MediaType.TEXT_HTML);
        page.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        RedirectServerAuthenticationEntryPoint redirect =
                new RedirectServerAuthenticationEntryPoint(SIGN_IN);
        redirect.setRequestCache(NoOpServerRequestCache.getInstance());
        DelegatingServerAuthenticationEntryPoint entry =
                new DelegatingServerAuthenticationEntryPoint(new DelegateEntry(page, redirect));
        entry.setDefaultEntryPoint(refusals::stranger);
        return entry;
    }

    private static RedirectServerAuthenticationSuccessHandler toFirstPage() {
        RedirectServerAuthenticationSuccessHandler handler =
                new RedirectServerAuthenticationSuccessHandler("/");
        handler.setRequestCache(NoOpServerRequestCache.getInstance());
        return handler;
    }

    /** Ends the session here, then at the issuer (OpenID Connect RP-Initiated Logout). */
    private static OidcClientInitiatedServerLogoutSuccessHandler signOut(
            ReactiveClientRegistrationRepository registrations) {
        OidcClientInitiatedServerLogoutSuccessHandler handler =
                new OidcClientInitiatedServerLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        return handler;
    }
}
