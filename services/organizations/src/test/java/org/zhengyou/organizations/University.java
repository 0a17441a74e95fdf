package org.zhengyou.organizations;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.AppointmentFacts;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.organizations.offices.AppointmentId;
import org.zhengyou.organizations.offices.Office;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentEnded;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentMade;
import org.zhengyou.organizations.offices.PersonId;
import org.zhengyou.organizations.register.HostUnitKind;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationDissolved;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationEstablished;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationsMerged;
import org.zhengyou.organizations.register.OrganizationId;
import org.zhengyou.organizations.register.OrganizationType;

/** A small university: a committee, two colleges, two branches in the first, a direct branch. */
public final class University {
    public static final OrganizationId COMMITTEE = new OrganizationId("committee");
    public static final OrganizationId COLLEGE = new OrganizationId("college");
    public static final OrganizationId OTHER_COLLEGE = new OrganizationId("college-2");
    public static final OrganizationId BRANCH = new OrganizationId("branch-1");
    public static final OrganizationId OTHER_BRANCH = new OrganizationId("branch-2");
    public static final OrganizationId LIBRARY = new OrganizationId("library");

    /** Secretary of the committee since 2006. */
    public static final PersonId GAO = new PersonId("gao");

    /** Secretary of the college since 2006. */
    public static final PersonId HAN = new PersonId("han");

    public static final PersonId LIN = new PersonId("lin");
    public static final AppointmentId GAO_SECRETARY = new AppointmentId("a-gao");
    public static final AppointmentId HAN_SECRETARY = new AppointmentId("a-han");

    private University() {}

    /** Everything there since 2006-01-01, told by the committee's secretary; now is June 2010. */
    public static <C, E, S> DeciderScenario<C, E, S> scenario(Decider<C, E, S> decider) {
        DeciderScenario<C, E, S> scenario =
                DeciderScenario.of(OrganizationsService.definition(), decider)
                        .on("2006-01-01")
                        .by(GAO.value());
        record(scenario, organizations());
        record(scenario, secretary(GAO_SECRETARY, COMMITTEE, GAO));
        record(scenario, secretary(HAN_SECRETARY, COLLEGE, HAN));
        return scenario.on("2010-06-15");
    }

    /** Facts of the log, which the directories of the kit read with their own records. */
    public static <C, E, S> DeciderScenario<C, E, S> record(
            DeciderScenario<C, E, S> scenario, Object... events) {
        scenario.given(events);
        return scenario.knowing(Arrays.stream(events).map(University::asRead).toArray());
    }

    private static Object asRead(Object event) {
        return switch (event) {
            case OrganizationEstablished e ->
                    new AppointmentFacts.OrganizationEstablished(
                            e.organization().value(),
                            e.type().name(),
                            e.hostUnitKind() == null ? null : e.hostUnitKind().name(),
                            e.parent() == null ? null : e.parent().value(),
                            e.labelZh(),
                            e.labelEn());
            case OrganizationsMerged e ->
                    new AppointmentFacts.OrganizationsMerged(
                            e.organization().value(),
                            e.merged().stream().map(OrganizationId::value).toList(),
                            e.moved().stream().map(OrganizationId::value).toList());
            case OrganizationDissolved e ->
                    new AppointmentFacts.OrganizationDissolved(e.organization().value());
            case OfficeAppointmentMade e ->
                    new AppointmentFacts.OfficeAppointmentMade(
                            e.appointment().value(),
                            e.organization().value(),
                            e.office().name(),
                            e.person().value());
            case OfficeAppointmentEnded e ->
                    new AppointmentFacts.OfficeAppointmentEnded(
                            e.appointment().value(), e.organization().value(), e.person().value());
            default -> event;
        };
    }

    public static Object[] organizations() {
        return new Object[] {
            established(COMMITTEE, OrganizationType.PARTY_COMMITTEE, null, "DW"),
            established(COLLEGE, OrganizationType.GENERAL_BRANCH, COMMITTEE, "A"),
            established(OTHER_COLLEGE, OrganizationType.GENERAL_BRANCH, COMMITTEE, "B"),
            established(BRANCH, OrganizationType.BRANCH, COLLEGE, "A1"),
            established(OTHER_BRANCH, OrganizationType.BRANCH, COLLEGE, "A2"),
            established(LIBRARY, OrganizationType.DIRECT_BRANCH, COMMITTEE, "D")
        };
    }

    public static OrganizationEstablished established(
            OrganizationId id,
            OrganizationType type,
            @Nullable OrganizationId parent,
            String code) {
        HostUnitKind kind = type == OrganizationType.PARTY_COMMITTEE ? null : HostUnitKind.COLLEGE;
        return new OrganizationEstablished(
                id, type, kind, parent, code, "组织 " + code, "Organisation " + code);
    }

    public static OfficeAppointmentMade secretary(
            AppointmentId appointment, OrganizationId organization, PersonId person) {
        return new OfficeAppointmentMade(appointment, organization, Office.SECRETARY, person);
    }
}
