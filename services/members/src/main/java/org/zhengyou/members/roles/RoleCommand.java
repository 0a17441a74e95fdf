package org.zhengyou.members.roles;

import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.Allowed.Level;
import org.zhengyou.members.register.MemberId;

/** 平台角色 (P-ROLES). What may be said of a person's roles on the platform. */
public sealed interface RoleCommand {
    /** The person concerned. */
    MemberId person();

    /** The role concerned. */
    PlatformRole role();

    /**
     * 授予平台角色 (P-ROLES). The tokens that the person is given from then on carry the role. Nobody
     * gives themselves one, but for whoever sets the platform up. An auditor holds no office and
     * has no other role.
     *
     * @param person to whom
     * @param role which; the secretary of the university committee alone gives {@code SETUP}
     */
    @Allowed(level = Level.COMMITTEE_ITSELF, clause = PlatformRoles.CLAUSE)
    @Allowed(level = Level.ABOVE_COMMITTEE, clause = PlatformRoles.CLAUSE)
    record GrantPlatformRole(MemberId person, PlatformRole role) implements RoleCommand {}

    /**
     * 收回平台角色 (P-ROLES). The tokens that the person is given from then on do not carry the role.
     *
     * @param person from whom
     * @param role which; {@code SETUP} by whoever may give it
     */
    @Allowed(level = Level.COMMITTEE_ITSELF, clause = PlatformRoles.CLAUSE)
    @Allowed(level = Level.ABOVE_COMMITTEE, clause = PlatformRoles.CLAUSE)
    record RevokePlatformRole(MemberId person, PlatformRole role) implements RoleCommand {}
}
