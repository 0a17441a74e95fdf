package org.zhengyou.standalone.identity;

import java.time.Duration;
import java.util.List;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The two programs through which people sign in; both with PKCE, neither asks for consent. */
final class Clients {
    static final String CONSOLE = "console";
    static final String CLI = "cli";

    /** How long an access token lives; nothing revokes it before. */
    static final Duration TOKEN = Duration.ofMinutes(60);

    /** How long a browser can renew its token. */
    static final Duration RENEWAL = Duration.ofHours(8);

    private Clients() {}

    static RegisteredClientRepository of(
            String consoleSecret, List<String> origins, PasswordEncoder encoder) {
        return new InMemoryRegisteredClientRepository(
                console(String.valueOf(encoder.encode(consoleSecret)), origins), cli());
    }

    /** The gateway, for browsers. */
    private static RegisteredClient console(String secretHash, List<String> origins) {
        return client(CONSOLE)
                .clientSecret(secretHash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(
                        uris -> {
                            for (String origin : origins)
                                uris.add(origin + "/login/oauth2/code/zhengyou");
                        })
                .postLogoutRedirectUris(
                        uris -> {
                            for (String origin : origins) uris.add(origin + "/");
                        })
                .build();
    }

    /** Command lines; the port of the loopback address is theirs to choose (RFC 8252, 7.3). */
    private static RegisteredClient cli() {
        return client(CLI)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .redirectUri("http://127.0.0.1/callback")
                .build();
    }

    private static RegisteredClient.Builder client(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .scope(OidcScopes.OPENID)
                .clientSettings(
                        ClientSettings.builder()
                                .requireProofKey(true)
                                .requireAuthorizationConsent(false)
                                .build())
                .tokenSettings(
                        TokenSettings.builder()
                                .authorizationCodeTimeToLive(Duration.ofMinutes(1))
                                .accessTokenTimeToLive(TOKEN)
                                .refreshTokenTimeToLive(RENEWAL)
                                .build());
    }
}
