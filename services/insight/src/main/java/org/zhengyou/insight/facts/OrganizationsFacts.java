package org.zhengyou.insight.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of the organizations service. */
public final class OrganizationsFacts {
    private OrganizationsFacts() {}

    /** All of them, to listen to. */
    public static final List<Class<?>> ALL =
            List.of(
                    OrganizationEstablished.class,
                    OrganizationsMerged.class,
                    OrganizationDissolved.class,
                    OfficeAppointmentMade.class,
                    OfficeAppointmentEnded.class,
                    LeadingGroupFormed.class,
                    CampaignOfficeFormed.class,
                    WorkingGroupFormed.class,
                    BodyAppointmentMade.class,
                    BodyAppointmentEnded.class,
                    FunctionGranted.class);

    /**
     * 党组织已成立 (S6, S66).
     *
     * @param organization its id
     * @param type PARTY_COMMITTEE, GENERAL_BRANCH, DIRECT_BRANCH or BRANCH
     * @param parent the organisation above, if there is one
     * @param labelZh its name
     * @param labelEn its name in English
     */
    public record OrganizationEstablished(
            String organization,
            String type,
            @Nullable String parent,
            String labelZh,
            String labelEn)
            implements Told {
        /** 党总支（直属党支部） (Q17). */
        public boolean isSecondTier() {
            return type.equals("GENERAL_BRANCH") || type.equals("DIRECT_BRANCH");
        }
    }

    /**
     * 党组织已合并 (S66).
     *
     * @param organization the heir
     * @param merged those that ended
     * @param moved what stood under them then, and stands under the heir from then on
     */
    public record OrganizationsMerged(String organization, List<String> merged, List<String> moved)
            implements Told {}

    /**
     * 党组织已撤销 (S66).
     *
     * @param organization its id
     */
    public record OrganizationDissolved(String organization) implements Told {}

    /**
     * 任职 (S90, S95).
     *
     * @param organization whose office
     * @param person who holds it
     */
    public record OfficeAppointmentMade(String organization, String person) implements Told {
        @Override
        public List<String> persons() {
            return List.of(person);
        }
    }

    /**
     * 免职 (S90, S95).
     *
     * @param organization whose office
     * @param person who held it
     */
    public record OfficeAppointmentEnded(String organization, String person) implements Told {
        @Override
        public List<String> persons() {
            return List.of(person);
        }
    }

    /**
     * 领导小组已成立 (S90).
     *
     * @param organization whose body
     */
    public record LeadingGroupFormed(String organization) implements Told {}

    /**
     * 活动办公室已成立 (S91, S94).
     *
     * @param organization whose body
     */
    public record CampaignOfficeFormed(String organization) implements Told {}

    /**
     * 工作组已成立 (S92).
     *
     * @param organization whose body
     */
    public record WorkingGroupFormed(String organization) implements Told {}

    /**
     * A seat in a body was taken (S90).
     *
     * @param organization whose body
     * @param person who took it
     */
    public record BodyAppointmentMade(String organization, String person) implements Told {
        @Override
        public List<String> persons() {
            return List.of(person);
        }
    }

    /**
     * A seat in a body was given up (S90).
     *
     * @param organization whose body
     * @param person who held it
     */
    public record BodyAppointmentEnded(String organization, String person) implements Told {
        @Override
        public List<String> persons() {
            return List.of(person);
        }
    }

    /**
     * 四项职能已授予 (S93).
     *
     * @param organization whose body
     */
    public record FunctionGranted(String organization) implements Told {}
}
