package org.zhengyou.standalone.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

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
class SignInServer {
    private static final String LOGIN = "/login";
    private static final String ERROR = "/error";
    private static final String AUDIENCE = "zhengyou";
    // A form may lead back to the gateway or to a command line on this machine, and nowhere else.
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
                    + " frame-ancestors 'none';"
                    + " form-action 'self' http://127.0.0.1:* http://localhost:*";

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        return http.oauth2AuthorizationServer(
                        server -> {
                            http.securityMatcher(server.getEndpointsMatcher());
                            server.oidc(Customizer.withDefaults());
                        })
                .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .exceptionHandling(
                        handling ->
                                handling.defaultAuthenticationEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint(LOGIN), pages()))
                .build();
    }

    /** Who asks for a page explicitly; programs, which take anything, are told 401 instead. */
    private static MediaTypeRequestMatcher pages() {
        MediaTypeRequestMatcher pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return pages;
    }

    @Bean
    @Order(2)
    SecurityFilterChain signIn(HttpSecurity http, Place place) {
        return http.authorizeHttpRequests(
                        all ->
                                all.dispatcherTypeMatchers(DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(LOGIN, ERROR)
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY)))
                .formLogin(form -> form.loginPage(LOGIN).defaultSuccessUrl(place.gateway()))
                .build();
    }

    /** Everything that the security filters do not answer themselves. */
    @Bean
    ServletRegistrationBean<SignInPage> pages(Place place) {
        return new ServletRegistrationBean<>(new SignInPage(place.gateway()), "/");
    }

    @Bean
    ErrorPageRegistrar errorPage() {
        return registry -> registry.addErrorPages(new ErrorPage(ERROR));
    }

    @Bean
    AuthorizationServerSettings addresses(Place place) {
        return AuthorizationServerSettings.builder().issuer(place.issuer()).build();
    }

    @Bean
    RegisteredClientRepository clients(Place place, PasswordEncoder encoder) {
        return Clients.of(place.consoleSecret(), place.gatewayPort(), encoder);
    }

    @Bean
    OAuth2AuthorizationService recentSignIns() {
        return new RecentSignIns(Clients.RENEWAL.plusHours(1));
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
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return context -> {
            if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) return;
            Authentication person = Objects.requireNonNull(context.getPrincipal());
            context.getClaims()
                    .audience(List.of(AUDIENCE))
                    .claim("roles", People.rolesOf(person.getName()));
        };
    }

    /**
     * Where it runs.
     *
     * @param port its own
     * @param gatewayPort where browsers come from
     * @param consoleSecret by which the gateway proves itself
     */
    record Place(int port, int gatewayPort, String consoleSecret) {
        String issuer() {
            return "http://127.0.0.1:" + port;
        }

        String gateway() {
            return "http://127.0.0.1:" + gatewayPort + "/";
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Place[" + port + ", " + gatewayPort + "]";
        }
    }
}
