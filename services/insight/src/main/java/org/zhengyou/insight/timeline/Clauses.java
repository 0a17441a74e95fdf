package org.zhengyou.insight.timeline;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 条款 (F69). Which clauses of the plan, or policies where the plan is silent ({@code P-…}),
 * authorise an event.
 */
final class Clauses {
    private static final Map<String, List<String>> OF =
            Map.ofEntries(
                    Map.entry("OrganizationEstablished", List.of("S6", "S66")),
                    Map.entry("OrganizationsMerged", List.of("S66")),
                    Map.entry("OrganizationDissolved", List.of("S66")),
                    Map.entry("OfficeAppointmentMade", List.of("S90", "S95")),
                    Map.entry("OfficeAppointmentEnded", List.of("S90", "S95")),
                    Map.entry("LeadingGroupFormed", List.of("S90")),
                    Map.entry("CampaignOfficeFormed", List.of("S91", "S94")),
                    Map.entry("WorkingGroupFormed", List.of("S92")),
                    Map.entry("BodyAppointmentMade", List.of("S90")),
                    Map.entry("BodyAppointmentEnded", List.of("S90")),
                    Map.entry("FunctionGranted", List.of("S93")),
                    Map.entry("PartyMemberRegistered", List.of("S4")),
                    Map.entry("MemberTransferred", List.of("S4")),
                    Map.entry("MembershipEnded", List.of("S4")),
                    Map.entry("DirectiveRegistered", List.of("S1")),
                    Map.entry("CampaignLaunched", List.of("S2")),
                    Map.entry("PhaseDefined", List.of("S46")),
                    Map.entry("PhaseOpened", List.of("S46", "S47", "S48", "S49", "S50")),
                    Map.entry("PhaseClosed", List.of("S46")),
                    Map.entry("MilestoneDateFixed", List.of("S3")),
                    Map.entry("CampaignClosed", List.of("S3")),
                    Map.entry("PlanAdopted", List.of("S51", "S53")),
                    Map.entry("PlanConveyed", List.of("S52")),
                    Map.entry("PlanAcknowledged", List.of("S52")),
                    Map.entry("MobilizationMeetingHeld", List.of("S51", "S54")),
                    Map.entry("PlanTaskAssigned", List.of("S55")),
                    Map.entry("ActivityPlanned", List.of("S57")),
                    Map.entry("ActivityHeld", List.of("S57", "S58", "S59", "S70", "S98")),
                    Map.entry("AttendanceRecorded", List.of("S36")),
                    Map.entry("CriteriaSchemePublished", List.of("S8", "S26")),
                    Map.entry("ReviewCycleOpened", List.of("S109")),
                    Map.entry("ReviewCycleClosed", List.of("S109")),
                    Map.entry("DutyReportFiled", List.of("S110", "S111", "S112")),
                    Map.entry("DutyReportPresented", List.of("S110")),
                    Map.entry("CommentaryGiven", List.of("S113")),
                    Map.entry("MissingReportReasonRecorded", List.of("S110", "S111")),
                    Map.entry("AppraisalOpened", List.of("S37", "S114")),
                    Map.entry("PaperTallyEntered", List.of("S114", "P-PAPER-TALLY")),
                    Map.entry("PaperTallyAttested", List.of("S114", "P-PAPER-TALLY")),
                    Map.entry("AppraisalClosed", List.of("S114")),
                    Map.entry("AppraisalTallyPublished", List.of("S114")),
                    Map.entry("ReviewResultDetermined", List.of("S115")),
                    Map.entry("ReviewResultDisclosed", List.of("S115")),
                    Map.entry("CommendationRoundOpened", List.of("S69", "S84", "S85")),
                    Map.entry("NominationFiled", List.of("S83")),
                    Map.entry("StatementPresented", List.of("S83")),
                    Map.entry("RecommendationOpened", List.of("S83")),
                    Map.entry("RecommendationTallyEntered", List.of("S83", "P-PAPER-TALLY")),
                    Map.entry("RecommendationTallyAttested", List.of("S83", "P-PAPER-TALLY")),
                    Map.entry("RecommendationClosed", List.of("S83")),
                    Map.entry("EligibilityAssessed", List.of("S116")),
                    Map.entry("CommendationDecided", List.of("S69")),
                    Map.entry("CommendationConferred", List.of("S69", "S84")));

    private Clauses() {}

    /** The clauses of the event with this stored name; none if it is not in the table. */
    static List<String> of(String type) {
        return OF.getOrDefault(type.substring(type.indexOf('.') + 1), List.of());
    }

    /** The events in the table, by simple name. */
    static Set<String> events() {
        return OF.keySet();
    }
}
