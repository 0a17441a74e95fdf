package org.zhengyou.bench.envers;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengyou.bench.envers.Endpoints.EstablishOrganization;
import org.zhengyou.bench.envers.Endpoints.PlanActivity;
import org.zhengyou.bench.envers.Repositories.Organizations;
import org.zhengyou.bench.envers.Repositories.Phases;

/** The two commands, with the platform's checks, each in one transaction. */
@Service
class Commands {
    private static final Map<String, String> ABOVE =
            Map.of(
                    "GENERAL_BRANCH", "PARTY_COMMITTEE",
                    "DIRECT_BRANCH", "PARTY_COMMITTEE",
                    "BRANCH", "GENERAL_BRANCH");

    private final EntityManager entities;
    private final Organizations organizations;
    private final Phases phases;
    private final Offices offices;

    Commands(EntityManager entities, Organizations organizations, Phases phases, Offices offices) {
        this.entities = entities;
        this.organizations = organizations;
        this.phases = phases;
        this.offices = offices;
    }

    /** 计划活动 (S57). */
    @Transactional
    void plan(PlanActivity c, String actor, LocalDate day) {
        Organization organization = found(Organization.class, c.organization());
        offices.requireLeads(actor, organization, day);
        if (entities.find(Activity.class, c.activity()) != null)
            throw new Refused("ALREADY_ON_RECORD", "this activity was planned");
        if (!organization.existsOn(day))
            throw new Refused("OUT_OF_SCOPE", "the organisation does not exist on that day");
        Campaign campaign = found(Campaign.class, c.campaign());
        requireDay(campaign, c, day);
        entities.persist(new Activity(c, campaign, organization, day));
    }

    private void requireDay(Campaign campaign, PlanActivity c, LocalDate day) {
        if (!campaign.runsOn(day)) throw new Refused("CAMPAIGN_CLOSED", "does not run");
        if (c.plannedFor().isBefore(day))
            throw new Refused("STEP_OUT_OF_ORDER", "planned before it is held");
        if (phases.findByCampaignId(c.campaign()).stream()
                .noneMatch(phase -> phase.isForActivitiesOn(c.plannedFor())))
            throw new Refused("PHASE_NOT_OPEN", "neither in phase 2 nor in 3");
    }

    /** 成立党组织 (S66). */
    @Transactional
    void establish(EstablishOrganization c, String actor, LocalDate day) {
        offices.requireLeadsCommittee(actor, day);
        if (organizations.existsByCode(c.code()))
            throw new Refused("ALREADY_ON_RECORD", "the code is taken");
        if (entities.find(Organization.class, c.organization()) != null)
            throw new Refused("ALREADY_ON_RECORD", "this id is another organisation's");
        Organization above = found(Organization.class, c.parent());
        if (!above.type().equals(ABOVE.get(c.type())))
            throw new Refused("OUT_OF_SCOPE", "stands under another type");
        if (!above.existsOn(day))
            throw new Refused("OUT_OF_SCOPE", "the one above does not exist on that day");
        entities.persist(new Organization(c, above, day));
    }

    private <T> T found(Class<T> type, Object id) {
        @Nullable T found = entities.find(type, id);
        if (found == null) throw new Refused("NOT_ON_RECORD", type.getSimpleName());
        return found;
    }
}
