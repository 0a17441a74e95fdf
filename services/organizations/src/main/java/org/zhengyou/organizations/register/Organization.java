package org.zhengyou.organizations.register;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.organizations.register.OrganizationCommand.DissolveOrganization;
import org.zhengyou.organizations.register.OrganizationCommand.EstablishOrganization;
import org.zhengyou.organizations.register.OrganizationCommand.MergeOrganizations;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationDissolved;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationEstablished;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationsMerged;
import org.zhengyou.organizations.register.Register.Known;

/**
 * 基层党组织 (S6, S66). Organisations are established under one another, merged and dissolved. The types
 * stand in a fixed order of tiers, so that no circle can arise.
 */
public final class Organization {
    private static final String OWN = "organization";
    private static final String CODE = "organizationCode";
    private static final String UNDER = "under";
    private static final String NOTHING = "-";

    /** The rules of the register of organisations. */
    public static final Decider<OrganizationCommand, OrganizationEvent, Register> DECIDER =
            Decider.of(OWN, OrganizationCommand.class, OrganizationEvent.class)
                    .about(OrganizationCommand::organization, OrganizationEvent::organization)
                    .alsoDependsOn(Organization::dependsOn)
                    .alsoTagged(Organization::tags)
                    .decidesOverTime(Register.EMPTY, Organization::decide, Register::after)
                    .concerning(OrganizationEvent::concern);

    private Organization() {}

    /** The tag by which the facts of an organisation are found: when it began, when it ended. */
    public static Tag tag(OrganizationId id) {
        return Tag.of(OWN, id);
    }

    private static Set<Tag> dependsOn(OrganizationCommand command) {
        Set<Tag> tags = new HashSet<>();
        switch (command) {
            case EstablishOrganization e -> {
                tags.add(Tag.of(CODE, e.code()));
                if (e.parent() != null) tags.add(tag(e.parent()));
                if (e.parentCode() != null) tags.add(Tag.of(CODE, e.parentCode()));
                if (e.type() == OrganizationType.PARTY_COMMITTEE) tags.add(Tag.of(UNDER, NOTHING));
            }
            case MergeOrganizations m ->
                    m.merged()
                            .forEach(
                                    id -> {
                                        tags.add(tag(id));
                                        tags.add(Tag.of(UNDER, id));
                                    });
            case DissolveOrganization d -> tags.add(Tag.of(UNDER, d.organization()));
        }
        return tags;
    }

    private static Set<Tag> tags(OrganizationEvent event) {
        Set<Tag> tags = new HashSet<>();
        switch (event) {
            case OrganizationEstablished e -> {
                tags.add(Tag.of(CODE, e.code()));
                tags.add(Tag.of(UNDER, e.parent() == null ? NOTHING : e.parent().value()));
            }
            case OrganizationsMerged m -> {
                m.merged().forEach(id -> tags.add(tag(id)));
                tags.add(Tag.of(UNDER, m.organization()));
            }
            case OrganizationDissolved d -> tags.add(Tag.of(CODE, d.code()));
        }
        return tags;
    }

    private static List<OrganizationEvent> decide(
            Register register, OrganizationCommand command, Given given) {
        return switch (command) {
            case EstablishOrganization establish ->
                    new Establishing(register, establish, given).events();
            case MergeOrganizations merge -> merge(register, merge, given);
            case DissolveOrganization dissolve -> dissolve(register, dissolve, given);
        };
    }

    private static List<OrganizationEvent> merge(
            Register register, MergeOrganizations m, Given given) {
        given.authority().requireCommittee(OfficeFunction.GUIDE, "S66");
        Instant at = given.effectiveAt();
        if (m.merged().stream().allMatch(id -> isMerged(register, id, m.organization(), at)))
            return List.of();
        Known heir = register.existing(m.organization(), at, "S66");
        if (heir.until() != null)
            throw refuse(STEP_OUT_OF_ORDER, "S66", "the heir has ended since, on record");
        List<OrganizationId> moved = new ArrayList<>();
        for (OrganizationId id : m.merged()) {
            if (register.existing(id, at, "S66").as().type() != heir.as().type())
                throw refuse(OUT_OF_SCOPE, "S66", "only organisations of one type are merged");
            requireMayEnd(register, id, given);
            moved.addAll(standingUnder(register, id, given));
        }
        return List.of(new OrganizationsMerged(m.organization(), m.merged(), moved));
    }

    private static boolean isMerged(
            Register register, OrganizationId id, OrganizationId heir, Instant at) {
        Known one = register.known().get(id);
        return one != null && heir.equals(one.into()) && at.equals(one.until());
    }

    private static List<OrganizationEvent> dissolve(
            Register register, DissolveOrganization d, Given given) {
        given.authority().requireCommittee(OfficeFunction.GUIDE, "S66");
        Instant at = given.effectiveAt();
        Known there = register.known().get(d.organization());
        if (there != null && there.into() == null && at.equals(there.until())) return List.of();
        Known one = register.existing(d.organization(), at, "S66");
        if (one.as().type() == OrganizationType.PARTY_COMMITTEE)
            throw refuse(OUT_OF_SCOPE, "S66", "the university Party committee is not dissolved");
        requireMayEnd(register, d.organization(), given);
        if (!standingUnder(register, d.organization(), given).isEmpty())
            throw refuse(STEP_OUT_OF_ORDER, "S66", "organisations stand under it on that date");
        return List.of(new OrganizationDissolved(d.organization(), one.as().code(), d.reason()));
    }

    /** What is recorded of later dates must still hold, and nobody may be left without a branch. */
    private static void requireMayEnd(Register register, OrganizationId id, Given given) {
        Instant at = given.effectiveAt();
        Known one = register.existing(id, at, "S66");
        if (one.until() != null)
            throw refuse(ALREADY_ON_RECORD, "S66", id.value() + " ends on another date");
        if (register.isUsedAfter(id, at))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    "S66",
                    "something was put under " + id.value() + " after that date");
        if (given.look(BranchMembers.class, id.value()).anyFrom(at))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    "S66",
                    id.value() + " has members on that date or later: transfer them first");
    }

    /** A view that lags takes a child for alive: then it is refused or moved once too often. */
    private static List<OrganizationId> standingUnder(
            Register register, OrganizationId id, Given given) {
        return register.children(id).stream()
                .filter(child -> !isEnded(child, given))
                .map(OrganizationId::new)
                .toList();
    }

    private static boolean isEnded(String child, Given given) {
        OrganizationDirectory.Entry entry = given.look(OrganizationDirectory.class, child);
        return entry.isKnown() && !entry.existsAt(given.effectiveAt());
    }
}
