package org.zhengyou.activities.plans;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.plans.PlanEvent.PlanAcknowledged;
import org.zhengyou.activities.plans.PlanEvent.PlanAdopted;
import org.zhengyou.activities.plans.PlanEvent.PlanConveyed;
import org.zhengyou.activities.plans.PlanEvent.PlanTaskAssigned;
import org.zhengyou.kit.decide.Told;

/**
 * 方案 (S51-S55). What became of one version of a plan.
 *
 * @param version what was adopted
 * @param conveyed by receiver, since when
 * @param acknowledged by receiver, since when
 * @param tasks by member, what was assigned
 */
record Plan(
        Version version,
        Map<OrganizationId, LocalDate> conveyed,
        Map<OrganizationId, LocalDate> acknowledged,
        Map<MemberId, String> tasks) {
    static final Plan NONE = new Plan(Version.NONE, Map.of(), Map.of(), Map.of());

    Plan {
        conveyed = Map.copyOf(conveyed);
        acknowledged = Map.copyOf(acknowledged);
        tasks = Map.copyOf(tasks);
    }

    Plan after(Told<PlanEvent> told) {
        return switch (told.event()) {
            case PlanAdopted e ->
                    new Plan(version.after(told.as(e)), conveyed, acknowledged, tasks);
            case PlanConveyed e ->
                    new Plan(version, and(conveyed, e.organization(), told), acknowledged, tasks);
            case PlanAcknowledged e ->
                    new Plan(version, conveyed, and(acknowledged, e.organization(), told), tasks);
            case PlanTaskAssigned e -> new Plan(version, conveyed, acknowledged, and(tasks, e));
        };
    }

    private static Map<OrganizationId, LocalDate> and(
            Map<OrganizationId, LocalDate> receipts, OrganizationId receiver, Told<?> told) {
        Map<OrganizationId, LocalDate> more = new HashMap<>(receipts);
        more.putIfAbsent(receiver, told.on());
        return more;
    }

    private static Map<MemberId, String> and(Map<MemberId, String> tasks, PlanTaskAssigned e) {
        Map<MemberId, String> more = new HashMap<>(tasks);
        e.members().forEach(member -> more.put(member, e.taskZh()));
        return more;
    }
}
