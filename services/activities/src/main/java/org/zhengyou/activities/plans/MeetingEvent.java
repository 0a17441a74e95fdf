package org.zhengyou.activities.plans;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.ExceptionId;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.json.AbsentIfNull;

/** 动员会 (S51, S54). What happened to a mobilisation meeting. */
public sealed interface MeetingEvent {
    /** The meeting concerned. */
    MeetingId meeting();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return switch (this) {
            case MobilizationMeetingHeld e -> Concern.of(e.organization(), "S51", "S54");
        };
    }

    /**
     * 动员会已召开 (S51, S54). Where very many are present, several events say so of one meeting.
     *
     * @param meeting its id
     * @param plan the plan it was about
     * @param organization who held it
     * @param present the members present, all on the roster of that date
     * @param exception by which exception from the phases it is late; null if it is in time
     */
    record MobilizationMeetingHeld(
            MeetingId meeting,
            PlanId plan,
            OrganizationId organization,
            List<MemberId> present,
            @AbsentIfNull @Nullable ExceptionId exception)
            implements MeetingEvent {
        /** Copies the list. */
        public MobilizationMeetingHeld {
            present = List.copyOf(present);
        }

        /** In time. */
        public MobilizationMeetingHeld(
                MeetingId meeting,
                PlanId plan,
                OrganizationId organization,
                List<MemberId> present) {
            this(meeting, plan, organization, present, null);
        }

        /** The same meeting with this part of those present. */
        MobilizationMeetingHeld with(List<MemberId> part) {
            return new MobilizationMeetingHeld(meeting, plan, organization, part, exception);
        }
    }
}
