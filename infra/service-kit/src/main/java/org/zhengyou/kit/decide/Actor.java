package org.zhengyou.kit.decide;

import java.util.Set;

/**
 * Who acts: the subject of the access token, or a policy.
 *
 * @param person the token's subject; equals the member id of a Party member; {@code policy:<name>}
 *     for a policy
 * @param roles platform roles of the token, e.g. {@code SETUP}, {@code AUDITOR}, {@code OPERATOR}
 */
public record Actor(String person, Set<String> roles) {
    /**
     * May set up the very first organisation and office, before any office exists, and brings in
     * what was decided above the university Party committee.
     */
    public static final String SETUP = "SETUP";

    /** May read everything and change nothing. */
    public static final String AUDITOR = "AUDITOR";

    /** May rebuild views and replay parked events. */
    public static final String OPERATOR = "OPERATOR";

    /** Whether this is a policy of the platform and not a person. */
    public boolean isPolicy() {
        return isPolicy(person);
    }

    /** Whether it is a policy of the platform that acted under this name. */
    public static boolean isPolicy(String actor) {
        return actor.startsWith("policy:");
    }
}
