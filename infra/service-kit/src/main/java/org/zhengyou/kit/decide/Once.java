package org.zhengyou.kit.decide;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 重复. What happens when something is said that may be on record: the same on the same date changes
 * nothing; the same on another date, or anything else, is refused. Who asks must be entitled first,
 * or a stranger could find out what is on record.
 *
 * <pre>{@code
 * given.authority().require(IMPLEMENT, organization, "S57");
 * if (Once.of(planned, event, given).or("S57", "this activity was planned otherwise"))
 *     return List.of();
 * }</pre>
 */
public final class Once {
    private final @Nullable LocalDate since;
    private final boolean isSame;

    private Once(@Nullable LocalDate since, boolean isSame, Given given) {
        if (given.authority().grounds().isEmpty())
            throw new IllegalStateException("authority is asked before what is on record is told");
        this.since = since;
        this.isSame = isSame && given.effectiveOn().equals(since);
    }

    /**
     * An event that is about to be recorded where another may be on record.
     *
     * @param known what is on record; null if nothing is
     * @throws IllegalStateException if no authority was asked before
     */
    public static <E> Once of(@Nullable Told<? extends E> known, E event, Given given) {
        if (known == null) return new Once(null, false, given);
        return new Once(known.on(), known.event().equals(event), given);
    }

    /**
     * An act of which nothing but its date can differ.
     *
     * @param since the date on record; null if there is none
     * @throws IllegalStateException if no authority was asked before
     */
    public static Once of(@Nullable LocalDate since, Given given) {
        return new Once(since, true, given);
    }

    /**
     * Whether exactly this is on record, so that nothing has to change; false if nothing is.
     *
     * @param reason what is wrong if something else is on record
     * @throws Refusal ALREADY_ON_RECORD if it is on record with another content or date
     */
    public boolean or(String clause, String reason) {
        if (since != null && !isSame)
            throw refuse(ALREADY_ON_RECORD, clause, reason + "; on record since " + since);
        return since != null;
    }
}
