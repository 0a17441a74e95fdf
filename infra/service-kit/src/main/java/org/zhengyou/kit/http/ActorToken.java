package org.zhengyou.kit.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.zhengyou.kit.decide.Actor;

/** A valid access token, read as an actor. */
final class ActorToken extends AbstractAuthenticationToken {
    private final transient Actor actor;

    private ActorToken(Actor actor) {
        super(actor.roles().stream().map(SimpleGrantedAuthority::new).toList());
        this.actor = actor;
        setAuthenticated(true);
    }

    static ActorToken of(Jwt jwt) {
        List<String> roles = jwt.getClaimAsStringList("roles");
        Set<String> set = roles == null ? Set.of() : Set.copyOf(new LinkedHashSet<>(roles));
        return new ActorToken(new Actor(Objects.requireNonNull(jwt.getSubject()), set));
    }

    Actor actor() {
        return actor;
    }

    /** The token itself is not kept. */
    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public String getName() {
        return actor.person();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActorToken token && token.actor.equals(actor);
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }
}
