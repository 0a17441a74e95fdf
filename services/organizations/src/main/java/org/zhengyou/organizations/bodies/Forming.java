package org.zhengyou.organizations.bodies;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.organizations.bodies.CampaignOfficeLevel.UNIVERSITY;
import static org.zhengyou.organizations.bodies.Department.DISCIPLINE_COMMISSION;
import static org.zhengyou.organizations.bodies.Department.PARTY_COMMITTEE_OFFICE;
import static org.zhengyou.organizations.bodies.Department.PARTY_ORGANIZATION_DEPARTMENT;
import static org.zhengyou.organizations.bodies.Department.PUBLICITY_AND_UNITED_FRONT_DEPARTMENT;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.organizations.bodies.BodyCommand.FormCampaignOffice;
import org.zhengyou.organizations.bodies.BodyCommand.FormLeadingGroup;
import org.zhengyou.organizations.bodies.BodyCommand.FormWorkingGroup;
import org.zhengyou.organizations.bodies.BodyEvent.CampaignOfficeFormed;
import org.zhengyou.organizations.bodies.BodyEvent.LeadingGroupFormed;
import org.zhengyou.organizations.bodies.BodyEvent.WorkingGroupFormed;
import org.zhengyou.organizations.bodies.CampaignBody.Formed;
import org.zhengyou.organizations.register.OrganizationId;
import org.zhengyou.organizations.register.OrganizationType;

/**
 * 成立活动机构 (S90-S92, S94). Which bodies may be formed, where, and of whom.
 *
 * @param state the body of the same id, and what would exclude it
 * @param given what else is known
 */
record Forming(CampaignBody state, Given given) {
    private static final Set<Department> LEADS =
            Set.of(PARTY_ORGANIZATION_DEPARTMENT, PUBLICITY_AND_UNITED_FRONT_DEPARTMENT);
    private static final Set<Department> ALSO =
            Set.of(PARTY_COMMITTEE_OFFICE, DISCIPLINE_COMMISSION);

    List<BodyEvent> leadingGroup(FormLeadingGroup f) {
        if (typeOf(f.organization(), "S90") != OrganizationType.PARTY_COMMITTEE)
            throw refuse(OUT_OF_SCOPE, "S90", "the university Party committee has it");
        return once(new LeadingGroupFormed(f.body(), f.organization()), "S90");
    }

    List<BodyEvent> campaignOffice(FormCampaignOffice f) {
        OrganizationType type = typeOf(f.organization(), clause(f));
        if (f.level() == UNIVERSITY) requireUniversity(f, type);
        else if (!type.isSecondTier())
            throw refuse(OUT_OF_SCOPE, "S94", "a second-tier organisation has it");
        return once(
                new CampaignOfficeFormed(
                        f.body(),
                        f.organization(),
                        f.level(),
                        new TreeSet<>(f.leads()),
                        new TreeSet<>(f.members())),
                clause(f));
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

    List<BodyEvent> workingGroup(FormWorkingGroup f) {
        Formed office = state.formed().get(f.campaignOffice());
        if (office == null
                || !(office.as() instanceof CampaignOfficeFormed of)
                || of.level() != UNIVERSITY
                || office.from().isAfter(given.effectiveAt()))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    "S92",
                    "the campaign office of the university is formed first");
        if (!of.organization().equals(f.organization()))
            throw refuse(OUT_OF_SCOPE, "S92", "organization is the one of the campaign office");
        return once(
                new WorkingGroupFormed(f.body(), f.organization(), f.campaignOffice(), f.kind()),
                "S92");
    }

    static String clause(FormCampaignOffice f) {
        return f.level() == UNIVERSITY ? "S91" : "S94";
    }

    private OrganizationType typeOf(OrganizationId organization, String clause) {
        return state.offices()
                .register()
                .existing(organization, given.effectiveAt(), clause)
                .as()
                .type();
    }

    /** Nothing if exactly this is on record; a refusal if another one takes its place or its id. */
    private List<BodyEvent> once(BodyEvent event, String clause) {
        Formed same = state.formed().get(event.body());
        if (same != null && same.as().equals(event) && same.from().equals(given.effectiveAt()))
            return List.of();
        for (Formed other : state.formed().values())
            if (other.as().body().equals(event.body()) || other.as().getClass() == event.getClass())
                throw refuse(
                        ALREADY_ON_RECORD,
                        clause,
                        "on record with other content or another date: "
                                + other.as().body().value());
        return List.of(event);
    }
}
