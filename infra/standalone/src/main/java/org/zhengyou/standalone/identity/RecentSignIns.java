package org.zhengyou.standalone.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Sign-ins of the last hours, in memory: enough to turn a code into a token, to renew and to sign
 * out. Bounded, unlike Spring's own. After a restart people sign in again; tokens already issued
 * stay valid until they run out.
 */
final class RecentSignIns implements OAuth2AuthorizationService {
    private static final int MOST = 5_000;

    private final Cache<String, OAuth2Authorization> byId;

    RecentSignIns(Duration kept) {
        byId = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(kept).build();
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        byId.put(authorization.getId(), authorization);
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        byId.invalidate(authorization.getId());
    }

    /** Lets nothing be renewed of what this person signed in to. */
    void removeAllOf(String person) {
        byId.asMap().values().removeIf(one -> one.getPrincipalName().equals(person));
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return byId.getIfPresent(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        for (OAuth2Authorization authorization : byId.asMap().values())
            if (has(authorization, token, type)) return authorization;
        return null;
    }

    /** A token of one kind must not pass for another. */
    private static boolean has(
            OAuth2Authorization authorization, String value, @Nullable OAuth2TokenType type) {
        OAuth2Authorization.Token<OAuth2Token> token = authorization.getToken(value);
        if (token == null) return false;
        if (type == null) return true;
        return switch (type.getValue()) {
            case OAuth2ParameterNames.CODE -> token.getToken() instanceof OAuth2AuthorizationCode;
            case OAuth2ParameterNames.ACCESS_TOKEN -> token.getToken() instanceof OAuth2AccessToken;
            case OAuth2ParameterNames.REFRESH_TOKEN ->
                    token.getToken() instanceof OAuth2RefreshToken;
            case OidcParameterNames.ID_TOKEN -> token.getToken() instanceof OidcIdToken;
            default -> false;
        };
    }
}
