package org.zhengyou.organizations.bodies;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.organizations.bodies.CampaignOfficeLevel.UNIVERSITY;
import static org.zhengyou.organizations.bodies.Department.DISCIPLINE_COMMISSION;
import static org.zhengyou.organizations.bodies.Department.PARTY_COMMITTEE_OFFICE;
import static org.zhengyou.organizations.bodies.Department.PARTY_ORGANIZATION_DEPARTMENT;
import static org.zhengyou.organizations.bodies.Department.PUBLICITY_AND_UNITED_FRONT_DEPARTMENT;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Told;
import org.zhengyou.organizations.bodies.BodyCommand.FormCampaignOffice;
import org.zhengyou.organizations.bodies.BodyCommand.FormLeadingGroup;
import org.zhengyou.organizations.bodies.BodyCommand.FormWorkingGroup;
import org.zhengyou.organizations.bodies.BodyEvent.BodyFormed;
import org.zhengyou.organizations.bodies.BodyEvent.CampaignOfficeFormed;
import org.zhengyou.organizations.bodies.BodyEvent.LeadingGroupFormed;
import org.zhengyou.organizations.bodies.BodyEvent.WorkingGroupFormed;
import org.zhengyou.organizations.register.Organization;
import org.zhengyou.organizations.register.OrganizationId;
import org.zhengyou.organizations.register.OrganizationType;

/**
 * 成立活动机构 (S90-S92, S94). Which bodies may be formed, where, and of whom.
 *
 * @param sameId the body of the same id
 * @param given what would exclude it, and what else is known
 */
record Forming(CampaignBody sameId, Given given) {
    private static final Set<Department> LEADS =
            Set.of(PARTY_ORGANIZATION_DEPARTMENT, PUBLICITY_AND_UNITED_FRONT_DEPARTMENT);
    private static final Set<Department> ALSO =
            Set.of(PARTY_COMMITTEE_OFFICE, DISCIPLINE_COMMISSION);

    List<LeadingGroupFormed> leadingGroup(FormLeadingGroup c) {
        var event = new LeadingGroupFormed(c.body(), c.organization());
        var inPlace = given.on(BodyGrounds.LEADING_GROUP).last(LeadingGroupFormed.class);
        if (isOnRecord(event, inPlace.orElse(null), "S90")) return List.of();
        if (typeOf(c.organization(), "S90") != OrganizationType.PARTY_COMMITTEE)
            throw refuse(OUT_OF_SCOPE, "S90", "the university Party committee has it");
        return List.of(event);
    }

    List<CampaignOfficeFormed> campaignOffice(FormCampaignOffice c) {
        var event =
                new CampaignOfficeFormed(
                        c.body(),
                        c.organization(),
                        c.level(),
                        new TreeSet<>(c.leads()),
                        new TreeSet<>(c.members()));
        var inPlace = given.on(BodyGrounds.CAMPAIGN_OFFICE).last(CampaignOfficeFormed.class);
        if (isOnRecord(event, inPlace.orElse(null), clause(c))) return List.of();
        OrganizationType type = typeOf(c.organization(), clause(c));
        if (c.level() == UNIVERSITY) requireUniversity(c, type);
        else if (!type.isSecondTier())
            throw refuse(OUT_OF_SCOPE, "S94", "a second-tier organisation has it");
        return List.of(event);
    }

    private static void requireUniversity(FormCampaignOffice f, OrganizationType type) {
        if (type != OrganizationType.PARTY_COMMITTEE)
            throw refuse(OUT_OF_SCOPE, "S91", "the university Party committee has it");
        if (!f.leads().equals(LEADS))
            throw refuse(
                    OUT_OF_SCOPE, "S91", "it is led by exactly these: " + new TreeSet<>(LEADS));
        if (!f.members().containsAll(ALSO))
            throw refuse(PART_MISSING, "S91", "its members include " + new TreeSet<>(ALSO));
    }

    List<WorkingGroupFormed> workingGroup(FormWorkingGroup c) {
        var event =
                new WorkingGroupFormed(c.body(), c.organization(), c.campaignOffice(), c.kind());
        var inPlace = given.on(BodyGrounds.WORKING_GROUP).last(WorkingGroupFormed.class);
        if (isOnRecord(event, inPlace.orElse(null), "S92")) return List.of();
        CampaignOfficeFormed office =
                given.on(BodyGrounds.OFFICE_ABOVE)
                        .require(
                                CampaignOfficeFormed.class,
                                formed -> formed.level() == UNIVERSITY,
                                given.effectiveAt(),
                                "S92",
                                "the campaign office of the university is formed first")
                        .event();
        if (!office.organization().equals(c.organization()))
            throw refuse(OUT_OF_SCOPE, "S92", "organization is the one of the campaign office");
        return List.of(event);
    }

    static String clause(FormCampaignOffice f) {
        return f.level() == UNIVERSITY ? "S91" : "S94";
    }

    private OrganizationType typeOf(OrganizationId organization, String clause) {
        return given.on(Organization.GROUND)
                .require(organization, given.effectiveAt(), clause)
                .type();
    }

    /** Whether exactly this was formed; a refusal if another one has its id or its place. */
    private boolean isOnRecord(
            BodyFormed event, @Nullable Told<? extends BodyFormed> inPlace, String clause) {
        Told<? extends BodyFormed> known = sameId.formed() == null ? inPlace : sameId.formed();
        if (known == null) return false;
        return Once.of(known, event, given)
                .or(clause, "on record with other content: " + known.event().body().value());
    }
}
