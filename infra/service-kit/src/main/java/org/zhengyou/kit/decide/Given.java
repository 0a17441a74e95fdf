package org.zhengyou.kit.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.zhengyou.kit.authority.Authority;
import org.zhengyou.kit.view.Lookup;

/**
 * What a decision may know besides its own state: who asks, when the act is true, what they were
 * entitled to on that date, and the local directory of other services' facts. All of it is fixed
 * before the decision starts, so the decision stays a function.
 *
 * <p>Rows of views of own events may lag behind the log: what must be exact belongs into the
 * decider's boundary.
 */
public interface Given extends Lookup {
    /** The time zone of the university: every date of the plan is a date there. */
    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Who acts. */
    Actor actor();

    /** When the act is true (effective time), not when it is recorded. */
    Instant effectiveAt();

    /** The date of {@link #effectiveAt} at the university. */
    default LocalDate effectiveOn() {
        return effectiveAt().atZone(ZONE).toLocalDate();
    }

    /**
     * What the actor was entitled to on the effective date. A decision that yields events without
     * having asked is a programming error and fails.
     */
    Authority authority();

    /** The grounds that the decision rests on, as they were found. */
    default Found found() {
        return Found.NOTHING;
    }

    /**
     * The ground that the decider rests on, under the one id that the command names.
     *
     * @throws IllegalStateException if it does not rest on exactly one of it
     */
    default <S> S on(Ground<S> ground) {
        return found().on(ground);
    }

    /**
     * The ground that the decider rests on, under this id, which the command names.
     *
     * @throws IllegalStateException if it does not rest on it
     */
    default <S> S on(Ground<S> ground, Identifier id) {
        return found().on(ground, ground.tag(id));
    }
}
