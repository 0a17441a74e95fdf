package org.zhengyou.organizations;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.adoption.PolicyEvent;
import org.zhengyou.kit.adoption.PolicyEvent.PolicyAdopted;
import org.zhengyou.kit.attestation.ActId;
import org.zhengyou.kit.attestation.AttestationEvent;
import org.zhengyou.kit.attestation.AttestationEvent.ActAttested;
import org.zhengyou.kit.attestation.Lateness;
import org.zhengyou.kit.authority.AppointmentFacts;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.authority.RoleFacts.PlatformRoleGranted;
import org.zhengyou.kit.authority.RoleFacts.PlatformRoleRevoked;
import org.zhengyou.kit.spec.ApprovedSamples;
import org.zhengyou.organizations.bodies.BodyEvent;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentEnded;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentMade;
import org.zhengyou.organizations.bodies.BodyEvent.CampaignOfficeFormed;
import org.zhengyou.organizations.bodies.BodyEvent.FunctionGranted;
import org.zhengyou.organizations.bodies.BodyEvent.LeadingGroupFormed;
import org.zhengyou.organizations.bodies.BodyEvent.WorkingGroupFormed;
import org.zhengyou.organizations.bodies.BodyId;
import org.zhengyou.organizations.bodies.CampaignOfficeLevel;
import org.zhengyou.organizations.bodies.Department;
import org.zhengyou.organizations.bodies.Seat;
import org.zhengyou.organizations.bodies.WorkingGroupKind;
import org.zhengyou.organizations.offices.AppointmentId;
import org.zhengyou.organizations.offices.Office;
import org.zhengyou.organizations.offices.OfficeEvent;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentEnded;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentMade;
import org.zhengyou.organizations.offices.PersonId;
import org.zhengyou.organizations.register.HostUnitKind;
import org.zhengyou.organizations.register.OrganizationEvent;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationDissolved;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationEstablished;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationsMerged;
import org.zhengyou.organizations.register.OrganizationId;
import org.zhengyou.organizations.register.OrganizationType;

class EventCatalogTest {
    private static final OrganizationId COMMITTEE = new OrganizationId("o-committee");
    private static final OrganizationId BRANCH = new OrganizationId("o-branch");
    private static final AppointmentId APPOINTMENT = new AppointmentId("a-1");
    private static final PersonId PERSON = new PersonId("p-1");
    private static final BodyId BODY = new BodyId("b-1");

    @Test
    void every_event_has_an_approved_sample() {
        ApprovedSamples.match(
                "organizations",
                List.of(
                        new OrganizationEstablished(
                                BRANCH,
                                OrganizationType.DIRECT_BRANCH,
                                HostUnitKind.OFFICE_OR_SUPPORT,
                                COMMITTEE,
                                "D001",
                                "校医院直属党支部",
                                "University Hospital Direct Branch"),
                        new OrganizationsMerged(
                                BRANCH,
                                List.of(new OrganizationId("o-2"), new OrganizationId("o-3")),
                                List.of(new OrganizationId("o-4"))),
                        new OrganizationDissolved(BRANCH, "D001", "单位撤销"),
                        new OfficeAppointmentMade(APPOINTMENT, BRANCH, Office.SECRETARY, PERSON),
                        new OfficeAppointmentEnded(
                                APPOINTMENT, BRANCH, Office.SECRETARY, PERSON, "任期届满"),
                        new LeadingGroupFormed(BODY, COMMITTEE),
                        new CampaignOfficeFormed(
                                BODY,
                                COMMITTEE,
                                CampaignOfficeLevel.UNIVERSITY,
                                new TreeSet<>(
                                        Set.of(
                                                Department.PARTY_ORGANIZATION_DEPARTMENT,
                                                Department.PUBLICITY_AND_UNITED_FRONT_DEPARTMENT)),
                                new TreeSet<>(
                                        Set.of(
                                                Department.PARTY_COMMITTEE_OFFICE,
                                                Department.DISCIPLINE_COMMISSION))),
                        new WorkingGroupFormed(
                                new BodyId("b-2"), COMMITTEE, BODY, WorkingGroupKind.SUPERVISION),
                        new BodyAppointmentMade(
                                new AppointmentId("a-2"),
                                BODY,
                                COMMITTEE,
                                Seat.HEAD,
                                PERSON,
                                APPOINTMENT),
                        new BodyAppointmentEnded(
                                new AppointmentId("a-2"), BODY, COMMITTEE, PERSON, APPOINTMENT),
                        new FunctionGranted(BODY, COMMITTEE, OfficeFunction.SUPERVISE),
                        new PolicyAdopted(Lateness.POLICY.id(), 1, "60", "5f6071829304"),
                        new ActAttested(new ActId("organizations-000000000123"))),
                OrganizationEvent.class,
                OfficeEvent.class,
                BodyEvent.class,
                PolicyEvent.class,
                AttestationEvent.class);
    }

    @Test
    void authority_reads_the_approved_samples() {
        for (Class<?> record : AppointmentFacts.ALL) ApprovedSamples.read("organizations", record);
    }

    @Test
    void the_facts_of_members_that_say_who_audits_are_read_from_their_samples() {
        for (Class<?> record : List.of(PlatformRoleGranted.class, PlatformRoleRevoked.class))
            ApprovedSamples.read("members", record);
    }
}
