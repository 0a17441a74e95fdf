package org.zhengyou.standalone.identity;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 平台角色. Which roles a token carries: those that the register of members has on record, asked before
 * each token, and no others. Somebody must begin: until anything is on record of the roles of the
 * first person, who has the first password of the data folder, they have what it takes to set up
 * and to operate the platform.
 */
final class GrantedRoles {
    private static final Logger LOG = LoggerFactory.getLogger(GrantedRoles.class);
    private static final String FIRST = DemoPeople.COMMITTEE_SECRETARY.subject();
    private static final List<String> TO_BEGIN = List.of("OPERATOR", "SETUP");

    private final MembersDoor members;

    GrantedRoles(MembersDoor members) {
        this.members = members;
    }

    /** Roles of this person, sorted; none as long as the register does not answer. */
    List<String> of(String person) {
        try {
            return members.rolesOf(person)
                    .orElseGet(() -> person.equals(FIRST) ? TO_BEGIN : List.of());
        } catch (MembersDoor.Unreachable e) {
            LOG.warn("no roles are given: what is on record is not known now", e);
            return List.of();
        }
    }
}
