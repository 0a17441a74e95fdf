package org.zhengyou.evaluations;

import static org.zhengyou.kit.spec.University.established;
import static org.zhengyou.kit.spec.University.facts;

import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.spec.DeciderScenario;

/** The small university of the kit, with the ids of this service. */
public final class University {
    public static final OrganizationId COMMITTEE = new OrganizationId("committee");
    public static final OrganizationId COLLEGE = new OrganizationId("college");
    public static final OrganizationId BRANCH = new OrganizationId("branch-1");
    public static final OrganizationId OTHER_BRANCH = new OrganizationId("branch-2");
    public static final OrganizationId LIBRARY = new OrganizationId("library");

    /** A staff member of the first branch. */
    public static final MemberId ANN = new MemberId("ann");

    /** A student member of the first branch. */
    public static final MemberId BOB = new MemberId("bob");

    /** A staff member of the other branch. */
    public static final MemberId CAI = new MemberId("cai");

    private University() {}

    public static <C, E, S> DeciderScenario<C, E, S> scenario(Decider<C, E, S> decider) {
        return DeciderScenario.of(EvaluationsService.definition(), decider)
                .on("2010-01-01")
                .knowing(facts().toArray());
    }

    public static OrganizationEstablished organization(
            OrganizationId id, String type, @Nullable OrganizationId parent) {
        return established(id.value(), type, parent == null ? null : parent.value());
    }

    public static OfficeAppointmentMade office(
            String appointment, OrganizationId organization, String office, String person) {
        return new OfficeAppointmentMade(appointment, organization.value(), office, person);
    }
}
