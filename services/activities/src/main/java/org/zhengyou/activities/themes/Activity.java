package org.zhengyou.activities.themes;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.Calendar;
import org.zhengyou.activities.themes.ActivityCommand.HoldActivity;
import org.zhengyou.activities.themes.ActivityCommand.PlanActivity;
import org.zhengyou.activities.themes.ActivityEvent.ActivityHeld;
import org.zhengyou.activities.themes.ActivityEvent.ActivityPlanned;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Told;

/**
 * 五项活动 (S57-S63, S70). An activity is planned, then held in phase 2 or 3; who was there is the
 * matter of {@link Attendance}.
 */
public sealed interface Activity {
    /** How it was planned; null before. */
    @Nullable Told<ActivityPlanned> plan();

    /** Nothing is on record. */
    record None() implements Activity {
        @Override
        public @Nullable Told<ActivityPlanned> plan() {
            return null;
        }
    }

    /** It was planned. */
    record Planned(Told<ActivityPlanned> plan) implements Activity {}

    /** It was held. */
    record Held(Told<ActivityPlanned> plan, Told<ActivityHeld> act) implements Activity {}

    /** The rules about activities. */
    static Decider<ActivityCommand, ActivityEvent, Activity> decider() {
        return Decider.of("activity", ActivityCommand.class, ActivityEvent.class)
                .about(ActivityCommand::activity, ActivityEvent::activity)
                .restsOn(Calendar.GROUND, ActivityCommand::campaign)
                .decides(Holding.GROUND, Activity::decide)
                .concerning(ActivityEvent::concern);
    }

    private static List<? extends ActivityEvent> decide(
            Activity activity, ActivityCommand command, Given given) {
        return switch (command) {
            case PlanActivity c -> Holding.plan(activity, c, given);
            case HoldActivity c -> Holding.hold(activity, c, given);
        };
    }

    /** What became of an activity after this. */
    static Activity after(Activity activity, Told<ActivityEvent> told) {
        return switch (told.event()) {
            case ActivityPlanned e -> new Planned(told.as(e));
            case ActivityHeld e ->
                    activity instanceof Planned planned
                            ? new Held(planned.plan(), told.as(e))
                            : activity;
        };
    }

    /**
     * How it was planned, in the campaign that the command names.
     *
     * @throws org.zhengyou.kit.decide.Refusal NOT_ON_RECORD
     */
    default Told<ActivityPlanned> requirePlanned(ActivityCommand c, String clause) {
        Told<ActivityPlanned> plan = plan();
        if (plan == null || !plan.event().campaign().equals(c.campaign()))
            throw refuse(NOT_ON_RECORD, clause, "the activity was not planned in this campaign");
        return plan;
    }
}
