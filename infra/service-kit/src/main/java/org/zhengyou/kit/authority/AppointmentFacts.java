package org.zhengyou.kit.authority;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of the organizations service on which authority rests, with the fields it needs. A test
 * reads the producer's approved samples with them.
 */
public final class AppointmentFacts {
    private AppointmentFacts() {}

    /** All of them, for the kit to listen to. */
    public static final List<Class<?>> ALL =
            List.of(
                    OrganizationEstablished.class,
                    OrganizationsMerged.class,
                    OrganizationDissolved.class,
                    OfficeAppointmentMade.class,
                    OfficeAppointmentEnded.class,
                    BodyAppointmentMade.class,
                    BodyAppointmentEnded.class,
                    FunctionGranted.class);

    /** 党组织成立. */
    public record OrganizationEstablished(
            String organization,
            String type,
            @Nullable String hostUnitKind,
            @Nullable String parent,
            String labelZh,
            String labelEn) {}

    /**
     * 党组织合并.
     *
     * @param organization the heir
     * @param merged those that ended
     * @param moved what stood under them then, and stands under the heir from then on
     */
    public record OrganizationsMerged(
            String organization, List<String> merged, List<String> moved) {
        /** A merger of organisations under which nothing stood. */
        public OrganizationsMerged(String organization, List<String> merged) {
            this(organization, merged, List.of());
        }
    }

    /** 党组织撤销. */
    public record OrganizationDissolved(String organization) {}

    /** 任职. */
    public record OfficeAppointmentMade(
            String appointment, String organization, String office, String person) {}

    /** 免职. */
    public record OfficeAppointmentEnded(String appointment, String organization, String person) {}

    /** A seat in a leading group, campaign office or working group. */
    public record BodyAppointmentMade(
            String appointment, String body, String organization, String seat, String person) {}

    /** The seat is given up. */
    public record BodyAppointmentEnded(
            String appointment, String body, String organization, String person) {}

    /** 四项职能: a body may do what this function covers, over its organisation and below. */
    public record FunctionGranted(String body, String organization, OfficeFunction function) {}
}
