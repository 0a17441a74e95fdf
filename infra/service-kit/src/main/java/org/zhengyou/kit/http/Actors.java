package org.zhengyou.kit.http;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.zhengyou.kit.decide.Actor;

/** Who makes the request that the current thread answers. */
public final class Actors {
    private Actors() {}

    /**
     * The subject and the roles of the access token.
     *
     * @throws ProblemException {@code UNAUTHENTICATED} if there is none, which the security filter
     *     has already excluded
     */
    public static Actor current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof ActorToken token) return token.actor();
        throw ProblemException.of(ProblemKind.UNAUTHENTICATED, "there is no access token");
    }

    /**
     * The current actor, if the token carries one of these roles.
     *
     * @throws ProblemException {@code NOT_PERMITTED} otherwise
     */
    public static Actor withAnyRole(String... roles) {
        Actor actor = current();
        for (String role : roles) if (actor.roles().contains(role)) return actor;
        throw ProblemException.of(
                ProblemKind.NOT_PERMITTED, "this needs one of the roles " + Set.of(roles));
    }
}
