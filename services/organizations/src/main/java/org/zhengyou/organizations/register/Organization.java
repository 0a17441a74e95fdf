package org.zhengyou.organizations.register;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.decide.Told;
import org.zhengyou.organizations.register.OrganizationCommand.DissolveOrganization;
import org.zhengyou.organizations.register.OrganizationCommand.EstablishOrganization;
import org.zhengyou.organizations.register.OrganizationCommand.MergeOrganizations;
import org.zhengyou.organizations.register.OrganizationEvent.OfCode;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationDissolved;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationEstablished;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationsMerged;

/**
 * 基层党组织 (S6, S66). Organisations are established under one another, merged and dissolved. The types
 * stand in a fixed order of tiers, so that no circle can arise.
 *
 * @param established how it was established; null before
 * @param ended the merger or dissolution by which it ended; null while none is on record
 */
public record Organization(
        @Nullable Told<OrganizationEstablished> established,
        @Nullable Told<? extends OrganizationEvent> ended) {
    private static final Organization NONE = new Organization(null, null);

    /** The organisation with an id: when it began, when it ended. */
    public static final Ground<Organization> GROUND =
            Ground.of("organization", OrganizationEvent.class, NONE, Organization::after);

    /** The organisation with a code. A merger names no codes, so its end may be missing here. */
    static final Ground<Organization> WITH_CODE =
            Ground.of("organizationCode", OfCode.class, NONE, Organization::afterOfCode);

    /** The rules of the register of organisations. */
    public static Decider<OrganizationCommand, OrganizationEvent, Organization> decider() {
        return Decider.of("organization", OrganizationCommand.class, OrganizationEvent.class)
                .about(OrganizationCommand::organization, OrganizationEvent::organization)
                .restsOnEach(GROUND, Organization::others)
                .restsOnEach(WITH_CODE, Organization::codes)
                .restsOnEach(Below.GROUND, Organization::above)
                .alsoTagged(Organization::tags)
                .decides(GROUND, Organization::decide)
                .concerning(OrganizationEvent::concern);
    }

    private static Set<Tag> others(OrganizationCommand command) {
        Set<Tag> tags = new HashSet<>();
        switch (command) {
            case EstablishOrganization c -> {
                if (c.parent() != null) tags.add(GROUND.tag(c.parent()));
            }
            case MergeOrganizations c -> c.merged().forEach(id -> tags.add(GROUND.tag(id)));
            case DissolveOrganization c -> {}
        }
        return tags;
    }

    private static Set<Tag> codes(OrganizationCommand command) {
        Set<Tag> tags = new HashSet<>();
        if (command instanceof EstablishOrganization c) {
            tags.add(WITH_CODE.tag(c.code()));
            if (c.parentCode() != null) tags.add(WITH_CODE.tag(c.parentCode()));
        }
        return tags;
    }

    private static Set<Tag> above(OrganizationCommand command) {
        Set<Tag> tags = new HashSet<>();
        switch (command) {
            case EstablishOrganization c -> {
                if (c.type() == OrganizationType.PARTY_COMMITTEE) tags.add(Below.tag(null));
            }
            case MergeOrganizations c -> c.merged().forEach(id -> tags.add(Below.tag(id)));
            case DissolveOrganization c -> tags.add(Below.tag(c.organization()));
        }
        return tags;
    }

    private static Set<Tag> tags(OrganizationEvent event) {
        Set<Tag> tags = new HashSet<>();
        switch (event) {
            case OrganizationEstablished e -> {
                tags.add(WITH_CODE.tag(e.code()));
                tags.add(Below.tag(e.parent()));
            }
            case OrganizationsMerged e -> {
                e.merged().forEach(id -> tags.add(GROUND.tag(id)));
                tags.add(Below.tag(e.organization()));
            }
            case OrganizationDissolved e -> tags.add(WITH_CODE.tag(e.code()));
        }
        return tags;
    }

    private static List<? extends OrganizationEvent> decide(
            Organization organization, OrganizationCommand command, Given given) {
        return switch (command) {
            case EstablishOrganization c -> new Establishing(organization, c, given).events();
            case MergeOrganizations c -> Ending.merge(organization, c, given);
            case DissolveOrganization c -> Ending.dissolve(organization, c, given);
        };
    }

    /**
     * How it was established, if it exists at this instant.
     *
     * @throws org.zhengyou.kit.decide.Refusal {@code NOT_ON_RECORD} if it was never established,
     *     {@code OUT_OF_SCOPE} if it does not exist then
     */
    public OrganizationEstablished require(OrganizationId id, Instant at, String clause) {
        if (established == null)
            throw refuse(NOT_ON_RECORD, clause, "no organisation " + id.value());
        if (!existsAt(at))
            throw refuse(OUT_OF_SCOPE, clause, id.value() + " does not exist on that date");
        return established.event();
    }

    /** Whether it exists at this instant. */
    boolean existsAt(Instant at) {
        return established != null
                && established.isTrueAt(at)
                && (ended == null || !ended.isTrueAt(at));
    }

    private Organization after(Told<OrganizationEvent> told) {
        return switch (told.event()) {
            case OrganizationEstablished e -> new Organization(told.as(e), ended);
            // Told of the heir as well, who lives on.
            case OrganizationsMerged e ->
                    established != null && e.merged().contains(established.event().organization())
                            ? new Organization(established, told)
                            : this;
            case OrganizationDissolved e -> new Organization(established, told);
        };
    }

    private Organization afterOfCode(Told<OfCode> told) {
        return switch (told.event()) {
            case OrganizationEstablished e -> new Organization(told.as(e), ended);
            case OrganizationDissolved e -> new Organization(established, told);
        };
    }
}
