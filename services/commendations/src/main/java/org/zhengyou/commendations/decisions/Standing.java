package org.zhengyou.commendations.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationDecided;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;

/**
 * 申报进展 (S83, S116). What views keep of one nomination.
 *
 * @param filed the nomination
 * @param steps when each step was first taken
 * @param decided the decision
 */
public record Standing(
        Timeline<NominationFiled> filed,
        SortedMap<NominationStep, Instant> steps,
        Timeline<CommendationDecided> decided) {
    static final Standing NONE = new Standing(Timeline.empty(), new TreeMap<>(), Timeline.empty());

    /** Copies the map. */
    public Standing {
        steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
    }

    /** This standing after a step. */
    Standing after(NominationStep step, Fact<?> fact) {
        SortedMap<NominationStep, Instant> more = new TreeMap<>(steps);
        more.merge(step, fact.effectiveAt(), (a, b) -> a.isBefore(b) ? a : b);
        return new Standing(
                fact.event() instanceof NominationFiled e ? filed.with(fact.order(), e) : filed,
                more,
                fact.event() instanceof CommendationDecided e
                        ? decided.with(fact.order(), e)
                        : decided);
    }

    /** The day of each step taken by this instant. */
    SortedMap<NominationStep, LocalDate> daysBy(Instant asOf) {
        SortedMap<NominationStep, LocalDate> days = new TreeMap<>();
        steps.forEach(
                (step, at) -> {
                    if (!at.isAfter(asOf)) days.put(step, at.atZone(Given.ZONE).toLocalDate());
                });
        return days;
    }
}
