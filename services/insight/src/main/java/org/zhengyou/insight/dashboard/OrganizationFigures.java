package org.zhengyou.insight.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationEstablished;

/**
 * 活动进展 (S103). The figures of one organisation at one instant; no person can be told from them.
 * Members belong to branches, so the figures of an organisation with branches below it are the sums
 * over those.
 *
 * @param organization its id
 * @param labelZh its name
 * @param labelEn its name in English
 * @param type PARTY_COMMITTEE, GENERAL_BRANCH, DIRECT_BRANCH or BRANCH
 * @param parent the organisation above at that instant, after a merger the heir; if there is one
 * @param secondTier whether it is a general branch or a direct branch
 * @param members how many members it has
 * @param planAdopted whether it adopted its own plan
 * @param planConveyed whether a plan from above was conveyed to it
 * @param planAcknowledged whether it confirmed the receipt of the last one conveyed
 * @param mobilizationMeeting whether it held its mobilisation meeting
 * @param activities activities held, by theme
 * @param membersReached by theme, how many of its members took part while they belonged to it
 * @param reachedPercent by theme, those as a share of its members, rounded down, 0 to 100
 * @param dutyReportsFiled duty reports filed in its reviews
 * @param resultsDetermined how many of its reviews have a result; never which: a grade is told to
 *     the audience it is disclosed to and to nobody else (S115)
 * @param nominations nominations it filed
 * @param commendations commendations conferred on its nominations
 */
public record OrganizationFigures(
        String organization,
        String labelZh,
        String labelEn,
        String type,
        @Nullable String parent,
        boolean secondTier,
        int members,
        boolean planAdopted,
        boolean planConveyed,
        boolean planAcknowledged,
        boolean mobilizationMeeting,
        SortedMap<String, Integer> activities,
        SortedMap<String, Integer> membersReached,
        SortedMap<String, Integer> reachedPercent,
        int dutyReportsFiled,
        int resultsDetermined,
        int nominations,
        int commendations) {
    static final String PLAN = "plan";
    static final String RECEIPT = "receipt";
    static final String MEETING = "meeting";
    static final String REPORT = "report";
    static final String RESULT = "result";
    static final String NOMINATION = "nomination";
    static final String COMMENDATION = "commendation";

    /** 五项活动 (S57). */
    static final List<String> THEMES =
            List.of(
                    "PARTY_SPIRIT_EDUCATION",
                    "POST_DEDICATION",
                    "SERVING_TEACHERS_AND_STUDENTS",
                    "BADGE_OF_EXAMPLE",
                    "ORGANIZATIONAL_INNOVATION");

    /** The kind of first under which an activity of this theme is kept. */
    static String held(String theme) {
        return "held." + theme;
    }

    static OrganizationFigures of(OrganizationRow row, OrganizationEstablished e, Instant asOf) {
        List<String> members =
                row.members().lines().keySet().stream()
                        .filter(m -> row.hasMember(m, asOf))
                        .toList();
        Map<String, Set<String>> attended = row.attendedBy(asOf);
        SortedMap<String, Integer> held = new TreeMap<>();
        SortedMap<String, Integer> reached = new TreeMap<>();
        SortedMap<String, Integer> percent = new TreeMap<>();
        for (String theme : THEMES) {
            Set<String> were = attended.getOrDefault(theme, Set.of());
            int there = (int) members.stream().filter(were::contains).count();
            held.put(theme, row.count(held(theme), asOf));
            reached.put(theme, there);
            percent.put(theme, members.isEmpty() ? 0 : 100 * there / members.size());
        }
        return new OrganizationFigures(
                e.organization(),
                e.labelZh(),
                e.labelEn(),
                e.type(),
                row.parent().at(asOf).orElse(null),
                e.isSecondTier(),
                members.size(),
                row.count(PLAN, asOf) > 0,
                row.conveyed().at(asOf).isPresent(),
                row.conveyed().at(asOf).map(p -> row.has(RECEIPT, p, asOf)).orElse(false),
                row.count(MEETING, asOf) > 0,
                held,
                reached,
                percent,
                row.count(REPORT, asOf),
                row.count(RESULT, asOf),
                row.count(NOMINATION, asOf),
                row.count(COMMENDATION, asOf));
    }
}
