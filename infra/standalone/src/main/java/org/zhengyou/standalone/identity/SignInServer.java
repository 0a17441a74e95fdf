package org.zhengyou.standalone.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.zhengyou.kit.host.RequestDeadline;

/** What the identity server is made of. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableWebSecurity
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
})
@Import(SignInDoor.class)
class SignInServer {
    static final String LOGIN = "/login";
    static final String INVITE = "/invite";
    static final String CAMPUS = "/campus";
    static final String CAMPUS_RETURN = CAMPUS + "/return";
    static final String CAMPUS_ANSWER = CAMPUS + "/answer";

    /** Whom tokens are meant for. */
    static final String AUDIENCE = "zhengyou";

    private static final Duration ARRIVAL = Duration.ofSeconds(10);

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, OpenSignIns signIns) {
        return http.oauth2AuthorizationServer(
                        server -> {
                            http.securityMatcher(server.getEndpointsMatcher());
                            server.oidc(
                                    oidc ->
                                            oidc.logoutEndpoint(
                                                    signOut ->
                                                            signOut.logoutResponseHandler(
                                                                            new EverySignOut(
                                                                                    signIns))
                                                                    .errorResponseHandler(
                                                                            new RefusedSignOut())));
                        })
                .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(
                        handling ->
                                handling.defaultAuthenticationEntryPointFor(
                                        (request, response, stranger) ->
                                                Continuation.signInFirst(request, response),
                                        pages()))
                .build();
    }

    /** Who asks for a page explicitly; programs, which take anything, are told 401 instead. */
    private static MediaTypeRequestMatcher pages() {
        MediaTypeRequestMatcher pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return pages;
    }

    /** A request arrives whole within {@link #ARRIVAL}; forms are small. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> deadline() {
        return tomcat -> {
            tomcat.setProtocol(RequestDeadline.class.getName());
            tomcat.addConnectorCustomizers(
                    connector -> {
                        if (connector.getProtocolHandler() instanceof RequestDeadline http)
                            http.setLimit(ARRIVAL);
                    });
        };
    }

    /** What proxies in front say of a request, and nobody else, counts as if it were so here. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> proxies(Place place) {
        return tomcat -> {
            if (place.outside().trustedProxies().isEmpty()) return;
            RemoteIpValve valve = new RemoteIpValve();
            valve.setInternalProxies(place.outside().trustedProxies());
            valve.setRemoteIpHeader("X-Forwarded-For");
            valve.setProtocolHeader("X-Forwarded-Proto");
            valve.setHostHeader("X-Forwarded-Host");
            valve.setHttpsServerPort(place.outside().identityPort());
            tomcat.addEngineValves(valve);
        };
    }

    @Bean
    AuthorizationServerSettings addresses(Place place) {
        return AuthorizationServerSettings.builder().issuer(place.issuer()).build();
    }

    @Bean
    RegisteredClientRepository clients(Place place, PasswordEncoder encoder) {
        return Clients.of(place.consoleSecret(), place.outside().origins(), encoder);
    }

    @Bean
    RecentSignIns recentSignIns() {
        return new RecentSignIns(Clients.RENEWAL.plusHours(1));
    }

    @Bean
    OpenSignIns openSignIns(BoundedSessions sessions, RecentSignIns renewals) {
        return new OpenSignIns(sessions, renewals);
    }

    @Bean
    LinkedAccounts linkedAccounts(MembersDoor members, OpenSignIns signIns) {
        return new LinkedAccounts(members, signIns);
    }

    @Bean
    GrantedRoles grantedRoles(MembersDoor members) {
        return new GrantedRoles(members);
    }

    @Bean
    JWKSource<SecurityContext> keys(RSAKey signingKey) {
        return new ImmutableJWKSet<>(new JWKSet(signingKey));
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    /** An access token says who and which platform roles; it never carries a name. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(LinkedAccounts linked, GrantedRoles roles) {
        return context -> {
            if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) return;
            Authentication person = Objects.requireNonNull(context.getPrincipal());
            linked.requireForToken(person.getName());
            context.getClaims()
                    .audience(List.of(AUDIENCE))
                    .claim("roles", roles.of(person.getName()));
        };
    }

    /**
     * Where it runs.
     *
     * @param outside where people reach it, and whence browsers come
     * @param gatewayPort where the gateway listens
     * @param consoleSecret by which the gateway proves itself
     */
    record Place(Outside outside, int gatewayPort, String consoleSecret) {
        String issuer() {
            return outside.identity();
        }

        String gateway() {
            return outside.gateway() + "/";
        }

        /** The gateway as this machine reaches it, without a proxy in between. */
        String innerGateway() {
            return "http://127.0.0.1:" + gatewayPort;
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Place[" + outside + "]";
        }
    }
}
