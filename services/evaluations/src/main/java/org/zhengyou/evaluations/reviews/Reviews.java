package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.cycles.Cycles;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.schemes.CriteriaSchemeEvent.CriteriaSchemePublished;
import org.zhengyou.evaluations.schemes.SchemeId;
import org.zhengyou.kit.view.Fact;

/**
 * 年终述职考核 (S110-S115). What a decision about a review rests on: the cycle, the scheme, the steps
 * taken.
 *
 * @param cycles the cycle concerned
 * @param schemes the last publication of the scheme concerned, since the first one
 * @param reviews the steps of each review, in the order in which they were recorded
 */
record Reviews(
        Cycles cycles,
        Map<SchemeId, Step<CriteriaSchemePublished>> schemes,
        Map<ReviewId, Steps> reviews) {
    static final Reviews NONE = new Reviews(Cycles.NONE, Map.of(), Map.of());

    Reviews {
        schemes = Map.copyOf(schemes);
        reviews = Map.copyOf(reviews);
    }

    /** Something that was done, and when. */
    record Step<E>(E event, Instant at) {}

    /** The steps of one review. */
    record Steps(List<Step<?>> taken) {
        static final Steps NONE = new Steps(List.of());

        Steps {
            taken = List.copyOf(taken);
        }

        /** All steps of this type, the last one first. */
        <E> Stream<Step<E>> all(Class<E> type) {
            List<Step<?>> reversed = new ArrayList<>(taken);
            Collections.reverse(reversed);
            return reversed.stream()
                    .filter(step -> type.isInstance(step.event()))
                    .map(step -> new Step<>(type.cast(step.event()), step.at()));
        }

        /** The last step of this type, if it was taken. */
        <E> Optional<E> last(Class<E> type) {
            return all(type).findFirst().map(Step::event);
        }

        /**
         * The last step of this type, which must have been taken by this instant.
         *
         * @throws org.zhengyou.kit.decide.Refusal STEP_OUT_OF_ORDER naming the step
         */
        <E> E require(Class<E> type, Instant at, String clause, String name) {
            return all(type)
                    .filter(step -> !step.at().isAfter(at))
                    .findFirst()
                    .map(Step::event)
                    .orElseThrow(() -> refuse(STEP_OUT_OF_ORDER, clause, "missing step: " + name));
        }

        /** What was recorded since the last step of this type; everything if there was none. */
        Steps since(Class<?> type) {
            int last = taken.size();
            while (last > 0 && !type.isInstance(taken.get(last - 1).event())) last--;
            return new Steps(taken.subList(last, taken.size()));
        }

        private Steps and(Step<?> step) {
            List<Step<?>> more = new ArrayList<>(taken);
            more.add(step);
            return new Steps(more);
        }
    }

    /** The steps of this review; none if it was not begun. */
    Steps of(ReviewId review) {
        return reviews.getOrDefault(review, Steps.NONE);
    }

    /** The report on this subject in this cycle, if it was filed. */
    Optional<DutyReportFiled> reportOn(SubjectId subject, CycleId cycle) {
        return reviews.values().stream()
                .flatMap(steps -> steps.last(DutyReportFiled.class).stream())
                .filter(e -> e.subject().equals(subject) && e.cycle().equals(cycle))
                .findFirst();
    }

    /** These reviews after one more fact. */
    Reviews after(Fact<?> fact) {
        return switch (fact.event()) {
            case CriteriaSchemePublished e -> new Reviews(cycles, published(e, fact), reviews);
            case ReviewEvent e -> new Reviews(cycles, schemes, taken(e, fact));
            default -> new Reviews(cycles.after(fact), schemes, reviews);
        };
    }

    private Map<SchemeId, Step<CriteriaSchemePublished>> published(
            CriteriaSchemePublished e, Fact<?> fact) {
        Map<SchemeId, Step<CriteriaSchemePublished>> more = new HashMap<>(schemes);
        Step<CriteriaSchemePublished> first = more.get(e.scheme());
        more.put(e.scheme(), new Step<>(e, first == null ? fact.effectiveAt() : first.at()));
        return more;
    }

    private Map<ReviewId, Steps> taken(ReviewEvent e, Fact<?> fact) {
        Map<ReviewId, Steps> more = new HashMap<>(reviews);
        more.put(e.review(), of(e.review()).and(new Step<>(e, fact.effectiveAt())));
        return more;
    }
}
