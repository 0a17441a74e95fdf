package org.zhengyou.kit.authority;

/**
 * The facts of the members service that say who has which role on the platform, with the fields
 * that readers need. A test reads the producer's approved samples with them.
 */
public final class RoleFacts {
    private RoleFacts() {}

    /**
     * 平台角色已授予 (P-ROLES).
     *
     * @param person to whom
     * @param role which
     */
    public record PlatformRoleGranted(String person, String role) {}

    /**
     * 平台角色已收回 (P-ROLES).
     *
     * @param person from whom
     * @param role which
     */
    public record PlatformRoleRevoked(String person, String role) {}
}
