package org.zhengyou.kit.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.runtime.Settings;

/**
 * No request without a valid access token, but the one for the health of the process. Bearer tokens
 * only: no session, no cookie, and so nothing that a foreign page could make a browser send.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class Security {
    private static final String BEARER = "Bearer ";

    /** Those that get as far as to the address. */
    private static final Set<String> METHODS =
            Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    private static final Logger LOG = LoggerFactory.getLogger(Security.class);

    @Bean
    SecurityFilterChain filterChain(HttpSecurity http, Settings settings) {
        AccessTokens tokens = AccessTokens.of(settings);
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(ProcessRoutes.HEALTH_PATTERN)
                                        .permitAll()
                                        .requestMatchers(ProcessRoutes.METRICS)
                                        .hasAnyAuthority(Actor.AUDITOR, Actor.OPERATOR)
                                        .anyRequest()
                                        .authenticated())
                .oauth2ResourceServer(
                        server ->
                                server.bearerTokenResolver(Security::token)
                                        .jwt(
                                                jwt ->
                                                        jwt.decoder(tokens)
                                                                .jwtAuthenticationConverter(
                                                                        ActorToken::of))
                                        .authenticationEntryPoint(Security::unauthenticated)
                                        .accessDeniedHandler(Security::denied))
                .build();
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return (request, response, rejected) -> {
            if (METHODS.contains(request.getMethod()))
                Problems.answer(
                                Problem.of(
                                        ProblemKind.MALFORMED_REQUEST,
                                        "the address has parts that are not allowed"))
                        .write(response);
            else
                Problems.answer(
                                Problem.of(
                                        ProblemKind.METHOD_NOT_ALLOWED,
                                        "nothing here takes this method"))
                        .with("Allow", "GET, HEAD, POST")
                        .write(response);
        };
    }

    /** The token in the header, and nowhere else; whether it is one is seen when it is read. */
    private static @Nullable String token(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.size() != 1) return null; // of two, nobody knows which is meant
        String header = headers.getFirst();
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    private static void unauthenticated(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof AccessTokens.IssuerUnreachable) {
            LOG.warn("access tokens cannot be verified", why);
            Problems.answer(
                            Problem.of(
                                    ProblemKind.NOT_AVAILABLE,
                                    "access tokens cannot be verified at the moment"))
                    .write(response);
            return;
        }
        boolean stranger = request.getHeader("Authorization") == null;
        if (!stranger) DoorJournal.tokenRefused(request);
        String detail =
                stranger
                        ? "send Authorization: Bearer <access token>"
                        : "the access token is malformed, expired, or not meant for this platform";
        Problems.answer(Problem.of(ProblemKind.UNAUTHENTICATED, detail))
                .with("WWW-Authenticate", "Bearer")
                .write(response);
    }

    private static void denied(
            HttpServletRequest request, HttpServletResponse response, Exception why)
            throws IOException {
        DoorJournal.accessRefused(request, ProblemKind.NOT_PERMITTED.name());
        Problems.answer(
                        Problem.of(
                                ProblemKind.NOT_PERMITTED,
                                "the token carries none of the roles this needs"))
                .write(response);
    }
}
