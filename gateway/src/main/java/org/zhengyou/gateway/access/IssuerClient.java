package org.zhengyou.gateway.access;

import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.web.reactive.function.client.WebClient;
import org.zhengyou.gateway.GatewaySettings;
import reactor.netty.http.client.HttpClient;

/**
 * The gateway as a confidential client of the issuer, with PKCE. The issuer's addresses are told,
 * not discovered, so the gateway starts whether or not the issuer is there.
 */
@Configuration(proxyBeanMethods = false)
public class IssuerClient {
    /** Name of the issuer in paths: {@code /oauth2/authorization/zhengyou}. */
    static final String ISSUER = "zhengyou";

    private static final Duration ANSWER = Duration.ofSeconds(5);

    @Bean
    WebClient issuerWebClient(ReactorResourceFactory resources) {
        HttpClient client =
                HttpClient.create(resources.getConnectionProvider())
                        .runOn(resources.getLoopResources())
                        .responseTimeout(ANSWER);
        return WebClient.builder().clientConnector(new ReactorClientHttpConnector(client)).build();
    }

    @Bean
    ReactiveClientRegistrationRepository clientRegistrations(GatewaySettings settings) {
        return new InMemoryReactiveClientRegistrationRepository(
                ClientRegistration.withRegistrationId(ISSUER)
                        .clientId(settings.consoleClientId())
                        .clientSecret(settings.consoleClientSecret())
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                        .scope(OidcScopes.OPENID)
                        .issuerUri(settings.issuer())
                        .jwkSetUri(settings.jwkSetUri().toString())
                        .authorizationUri(settings.authorizationUri().toString())
                        .tokenUri(settings.tokenUri().toString())
                        .providerConfigurationMetadata(
                                Map.of("end_session_endpoint", settings.endSessionUri().toString()))
                        .userNameAttributeName("sub")
                        .build());
    }

    @Bean
    ServerOAuth2AuthorizedClientRepository sessionTokens() {
        return new SessionTokens();
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange(
            WebClient issuerWebClient) {
        WebClientReactiveAuthorizationCodeTokenResponseClient client =
                new WebClientReactiveAuthorizationCodeTokenResponseClient();
        client.setWebClient(issuerWebClient);
        return client;
    }

    @Bean
    ReactiveOAuth2AuthorizedClientManager authorizedClients(
            ReactiveClientRegistrationRepository registrations,
            ServerOAuth2AuthorizedClientRepository sessionTokens,
            WebClient issuerWebClient) {
        WebClientReactiveRefreshTokenTokenResponseClient renewal =
                new WebClientReactiveRefreshTokenTokenResponseClient();
        renewal.setWebClient(issuerWebClient);
        DefaultReactiveOAuth2AuthorizedClientManager manager =
                new DefaultReactiveOAuth2AuthorizedClientManager(registrations, sessionTokens);
        manager.setAuthorizedClientProvider(
                ReactiveOAuth2AuthorizedClientProviderBuilder.builder()
                        .authorizationCode()
                        .refreshToken(refresh -> refresh.accessTokenResponseClient(renewal))
                        .build());
        return manager;
    }
}
