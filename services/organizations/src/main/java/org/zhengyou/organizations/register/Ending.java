package org.zhengyou.organizations.register;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.ArrayList;
import java.util.List;
import org.zhengyou.kit.authority.BranchMembers;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.organizations.register.OrganizationCommand.DissolveOrganization;
import org.zhengyou.organizations.register.OrganizationCommand.MergeOrganizations;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationDissolved;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationEstablished;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationsMerged;

/** 合并、撤销党组织 (S66). Whether organisations may end, and into what. */
final class Ending {
    private static final String CLAUSE = "S66";

    private Ending() {}

    static List<OrganizationsMerged> merge(Organization heir, MergeOrganizations c, Given given) {
        given.authority().requireCommittee(OfficeFunction.GUIDE, CLAUSE);
        if (isMerged(c, given)) return List.of();
        OrganizationEstablished as = heir.require(c.organization(), given.effectiveAt(), CLAUSE);
        if (heir.ended() != null)
            throw refuse(STEP_OUT_OF_ORDER, CLAUSE, "the heir has ended since, on record");
        List<OrganizationId> moved = new ArrayList<>();
        for (OrganizationId id : c.merged()) {
            if (requireMayEnd(given.on(Organization.GROUND, id), id, given).type() != as.type())
                throw refuse(OUT_OF_SCOPE, CLAUSE, "only organisations of one type are merged");
            moved.addAll(standingUnder(id, given));
        }
        return List.of(new OrganizationsMerged(c.organization(), c.merged(), moved));
    }

    /** Whether each of them went into this heir on that date, in whatever company. */
    private static boolean isMerged(MergeOrganizations c, Given given) {
        for (OrganizationId id : c.merged()) {
            var ended = given.on(Organization.GROUND, id).ended();
            if (ended == null
                    || !(ended.event() instanceof OrganizationsMerged merger)
                    || !merger.organization().equals(c.organization())) return false;
            if (!Once.of(ended.on(), given).or(CLAUSE, id.value() + " was merged")) return false;
        }
        return true;
    }

    static List<OrganizationDissolved> dissolve(
            Organization organization, DissolveOrganization c, Given given) {
        given.authority().requireCommittee(OfficeFunction.GUIDE, CLAUSE);
        if (isDissolved(organization, c, given)) return List.of();
        OrganizationEstablished as = requireMayEnd(organization, c.organization(), given);
        if (as.type() == OrganizationType.PARTY_COMMITTEE)
            throw refuse(OUT_OF_SCOPE, CLAUSE, "the university Party committee is not dissolved");
        if (!standingUnder(c.organization(), given).isEmpty())
            throw refuse(STEP_OUT_OF_ORDER, CLAUSE, "organisations stand under it on that date");
        return List.of(new OrganizationDissolved(c.organization(), as.code(), c.reason()));
    }

    private static boolean isDissolved(
            Organization organization, DissolveOrganization c, Given given) {
        var ended = organization.ended();
        if (ended == null || !(ended.event() instanceof OrganizationDissolved known)) return false;
        var again = new OrganizationDissolved(c.organization(), known.code(), c.reason());
        return Once.of(ended, again, given).or(CLAUSE, "it was dissolved otherwise");
    }

    /** What is recorded of later dates must still hold, and nobody may be left without a branch. */
    private static OrganizationEstablished requireMayEnd(
            Organization organization, OrganizationId id, Given given) {
        OrganizationEstablished as = organization.require(id, given.effectiveAt(), CLAUSE);
        if (organization.ended() != null)
            throw refuse(ALREADY_ON_RECORD, CLAUSE, id.value() + " ends on another date");
        if (given.on(Below.GROUND, id).isUsedAfter(given.effectiveAt()))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    CLAUSE,
                    "something was put under " + id.value() + " after that date");
        if (BranchMembers.anyFrom(given.effectiveAt(), id.value(), given))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    CLAUSE,
                    id.value() + " has members on that date or later: transfer them first");
        return as;
    }

    /** A view that lags takes a child for alive: then it is refused or moved once too often. */
    private static List<OrganizationId> standingUnder(OrganizationId id, Given given) {
        return given.on(Below.GROUND, id).children().stream()
                .filter(child -> !isEnded(child, given))
                .map(OrganizationId::new)
                .toList();
    }

    private static boolean isEnded(String child, Given given) {
        OrganizationDirectory.Entry entry = given.look(OrganizationDirectory.class, child);
        return entry.isKnown() && !entry.existsAt(given.effectiveAt());
    }
}
