package org.zhengyou.members.roles;

import org.zhengyou.members.register.MemberId;

/** 平台角色 (P-ROLES). What happened to a person's roles on the platform. */
public sealed interface RoleEvent {
    /** The person concerned. */
    MemberId person();

    /** The role concerned. */
    PlatformRole role();

    /**
     * 平台角色已授予 (P-ROLES).
     *
     * @param person to whom
     * @param role which
     */
    record PlatformRoleGranted(MemberId person, PlatformRole role) implements RoleEvent {}

    /**
     * 平台角色已收回 (P-ROLES).
     *
     * @param person from whom
     * @param role which
     */
    record PlatformRoleRevoked(MemberId person, PlatformRole role) implements RoleEvent {}
}
