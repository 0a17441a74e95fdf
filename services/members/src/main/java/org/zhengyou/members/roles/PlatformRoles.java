package org.zhengyou.members.roles;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import java.util.Optional;
import org.zhengyou.kit.authority.OfficeDirectory;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Told;
import org.zhengyou.members.roles.RoleCommand.GrantPlatformRole;
import org.zhengyou.members.roles.RoleCommand.RevokePlatformRole;
import org.zhengyou.members.roles.RoleEvent.PlatformRoleGranted;
import org.zhengyou.members.roles.RoleEvent.PlatformRoleRevoked;

/**
 * 平台角色 (P-ROLES). Which roles a person has on the platform itself. The person need not be a member:
 * an auditor may come from outside.
 *
 * @param way what happened to the roles of one person
 */
public record PlatformRoles(History<RoleEvent> way) {
    /** The policy that says who gives roles to whom. */
    static final String CLAUSE = "P-ROLES";

    private static final PlatformRoles NONE = new PlatformRoles(History.none());

    /** The rules of roles. */
    public static Decider<RoleCommand, RoleEvent, PlatformRoles> decider() {
        return Decider.of("platformRoles", RoleCommand.class, RoleEvent.class)
                .about(RoleCommand::person, RoleEvent::person)
                .decides(NONE, PlatformRoles::decide, PlatformRoles::after)
                .concerning(event -> Concern.ofCommittee(CLAUSE).and(event.person()));
    }

    private static List<? extends RoleEvent> decide(
            PlatformRoles roles, RoleCommand command, Given given) {
        return switch (command) {
            case GrantPlatformRole c -> roles.grant(c, given);
            case RevokePlatformRole c -> roles.revoke(c, given);
        };
    }

    private PlatformRoles after(Told<RoleEvent> told) {
        return new PlatformRoles(way.and(told));
    }

    private List<PlatformRoleGranted> grant(GrantPlatformRole c, Given given) {
        requireAuthority(c, given);
        requireAnother(c, given);
        var granted = new PlatformRoleGranted(c.person(), c.role());
        Optional<Told<RoleEvent>> latest = latest(c.role());
        if (latest.isPresent()
                && latest.get().event() instanceof PlatformRoleGranted
                && Once.of(latest.get(), granted, given).or(CLAUSE, "this person has the role"))
            return List.of();
        requireNotEarlier(latest, given);
        requireCompatible(c, given);
        return List.of(granted);
    }

    private List<PlatformRoleRevoked> revoke(RevokePlatformRole c, Given given) {
        requireAuthority(c, given);
        var revoked = new PlatformRoleRevoked(c.person(), c.role());
        Told<RoleEvent> latest =
                latest(c.role())
                        .orElseThrow(
                                () ->
                                        refuse(
                                                NOT_ON_RECORD,
                                                CLAUSE,
                                                "this person was not given the role"));
        if (latest.event() instanceof PlatformRoleRevoked
                && Once.of(latest, revoked, given).or(CLAUSE, "the role was revoked"))
            return List.of();
        requireNotEarlier(Optional.of(latest), given);
        return List.of(revoked);
    }

    /**
     * Whoever has {@code SETUP} appoints and dismisses the secretary of the committee: no deputy
     * gives or takes that. And by their own hand, whatever others may enter for them.
     */
    private void requireAuthority(RoleCommand c, Given given) {
        if (setsUpOneself(c, given)) given.authority().requireAboveCommittee(CLAUSE);
        else if (c.role() == PlatformRole.SETUP)
            given.authority().requireCommitteeSecretary(CLAUSE);
        else given.authority().requireCommitteeOffice(CLAUSE);
        given.authority().requireInPerson(CLAUSE);
    }

    /**
     * The first person of a platform puts on record what they have by setting it up. What was
     * revoked they do not give back to themselves with a token of before.
     */
    private boolean setsUpOneself(RoleCommand c, Given given) {
        return isOwn(c, given)
                && c.role() != PlatformRole.AUDITOR
                && given.actor().roles().contains(Actor.SETUP)
                && !(c instanceof GrantPlatformRole
                        && latest(c.role()).isPresent()
                        && !has(c.role()));
    }

    private static boolean isOwn(RoleCommand c, Given given) {
        return given.actor().person().equals(c.person().value());
    }

    private void requireAnother(GrantPlatformRole c, Given given) {
        if (isOwn(c, given) && !setsUpOneself(c, given))
            throw refuse(
                    CONFLICT_OF_INTEREST,
                    CLAUSE,
                    "nobody gives themselves a role: another one of the committee does");
    }

    private void requireCompatible(GrantPlatformRole c, Given given) {
        boolean audits = c.role() == PlatformRole.AUDITOR;
        if (audits && OfficeDirectory.isHolderFrom(given, c.person().value(), given.effectiveAt()))
            throw refuse(
                    CONFLICT_OF_INTEREST,
                    CLAUSE,
                    "an auditor holds no office and no seat: end those of this person first");
        for (PlatformRole other : PlatformRole.values())
            if (other != c.role() && (audits || other == PlatformRole.AUDITOR) && has(other))
                throw refuse(
                        CONFLICT_OF_INTEREST,
                        CLAUSE,
                        "an auditor has no other role: revoke " + other + " first");
    }

    private boolean has(PlatformRole role) {
        return latest(role)
                .map(Told::event)
                .filter(PlatformRoleGranted.class::isInstance)
                .isPresent();
    }

    private Optional<Told<RoleEvent>> latest(PlatformRole role) {
        return way.last(RoleEvent.class, event -> event.role() == role);
    }

    private static void requireNotEarlier(Optional<Told<RoleEvent>> latest, Given given) {
        if (latest.isPresent() && given.effectiveAt().isBefore(latest.get().effectiveAt()))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    CLAUSE,
                    "on record since "
                            + latest.get().on()
                            + ": only what is true later can follow");
    }
}
