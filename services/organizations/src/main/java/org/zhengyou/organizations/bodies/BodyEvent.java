package org.zhengyou.organizations.bodies;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.organizations.offices.AppointmentId;
import org.zhengyou.organizations.offices.PersonId;
import org.zhengyou.organizations.register.OrganizationId;

/** 活动机构 (S90-S94). What happened to the bodies that run the campaign. */
public sealed interface BodyEvent {
    /** The body concerned. */
    BodyId body();

    /** The organisation it belongs to. */
    OrganizationId organization();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return switch (this) {
            case LeadingGroupFormed e -> Concern.of(e.organization(), "S90");
            case CampaignOfficeFormed e -> Concern.of(e.organization(), "S91", "S94");
            case WorkingGroupFormed e -> Concern.of(e.organization(), "S92");
            case BodyAppointmentMade e -> Concern.of(e.organization(), "S90").and(e.person());
            case BodyAppointmentEnded e -> Concern.of(e.organization(), "S90").and(e.person());
            case FunctionGranted e -> Concern.of(e.organization(), "S93");
        };
    }

    /** 已成立. How a body was formed. */
    sealed interface BodyFormed extends BodyEvent {}

    /** 席位. What happened to a seat. */
    sealed interface SeatEvent extends BodyEvent {
        /** By which appointment. */
        AppointmentId appointment();

        /** The appointment to an office that the seat follows, if it does. */
        @Nullable AppointmentId followsAppointment();
    }

    /**
     * 领导小组已成立 (S90).
     *
     * @param body which
     * @param organization the university Party committee
     */
    record LeadingGroupFormed(BodyId body, OrganizationId organization) implements BodyFormed {}

    /**
     * 活动办公室已成立 (S91, S94).
     *
     * @param body which
     * @param organization whose
     * @param level of the university or of a unit
     * @param leads departments that lead it
     * @param members further departments
     */
    record CampaignOfficeFormed(
            BodyId body,
            OrganizationId organization,
            CampaignOfficeLevel level,
            SortedSet<Department> leads,
            SortedSet<Department> members)
            implements BodyFormed {
        /** Copies the sets. */
        public CampaignOfficeFormed {
            leads = sorted(leads);
            members = sorted(members);
        }
    }

    /**
     * 工作组已成立 (S92).
     *
     * @param body which
     * @param organization the university Party committee
     * @param campaignOffice the campaign office it belongs to
     * @param kind which of the three
     */
    record WorkingGroupFormed(
            BodyId body, OrganizationId organization, BodyId campaignOffice, WorkingGroupKind kind)
            implements BodyFormed {}

    /**
     * 已任命成员 (S90).
     *
     * @param appointment which
     * @param body which body
     * @param organization the body's organisation
     * @param seat which seat
     * @param person who
     * @param followsAppointment the appointment to an office that the seat follows; absent where a
     *     person was appointed to the seat itself
     */
    record BodyAppointmentMade(
            AppointmentId appointment,
            BodyId body,
            OrganizationId organization,
            Seat seat,
            PersonId person,
            @Nullable AppointmentId followsAppointment)
            implements SeatEvent {}

    /**
     * 已免去席位 (S90).
     *
     * @param appointment which
     * @param body which body
     * @param organization the body's organisation
     * @param person who held it
     * @param followsAppointment the appointment to an office that the seat followed; absent where a
     *     person was appointed to the seat itself
     */
    record BodyAppointmentEnded(
            AppointmentId appointment,
            BodyId body,
            OrganizationId organization,
            PersonId person,
            @Nullable AppointmentId followsAppointment)
            implements SeatEvent {}

    /**
     * 已授予职能 (S93).
     *
     * @param body which body
     * @param organization the body's organisation
     * @param function which function
     */
    record FunctionGranted(BodyId body, OrganizationId organization, OfficeFunction function)
            implements BodyEvent {}

    private static SortedSet<Department> sorted(Set<Department> some) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(some));
    }
}
