package org.zhengyou.kit.sample;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.MayLieAhead;
import org.zhengyou.kit.decide.Undisclosed;
import org.zhengyou.kit.validation.Consistent;
import org.zhengyou.kit.validation.Text;
import org.zhengyou.kit.validation.Violation;

/** 先进事迹展. An exhibition of exemplary deeds with a limited number of places. */
public sealed interface ExhibitionCommand {
    /** The exhibition it is about. */
    ExhibitionId exhibition();

    /** How the deeds are shown. */
    enum Form {
        /** On panels. */
        PANELS,
        /** As a film. */
        FILM
    }

    /**
     * One panel.
     *
     * @param titleZh its heading
     * @param order from 1
     */
    record Panel(@Text(max = 20) String titleZh, @Positive int order, @Nullable String text) {}

    /**
     * The committee opens an exhibition.
     *
     * @param places how many may come, 1 to 1000
     * @param until last day, if it is known
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S93")
    @Allowed(level = Allowed.Level.SETUP, clause = "S93")
    @MayLieAhead
    record OpenExhibition(
            ExhibitionId exhibition,
            String titleZh,
            @Min(1) @Max(1000) int places,
            Form form,
            List<Panel> panels,
            Set<@Text(max = 40) String> themes,
            Map<String, Integer> halls,
            @Nullable LocalDate until)
            implements ExhibitionCommand, Consistent {
        @Override
        public List<Violation> contradictions() {
            return Violation.unless(
                    halls.size() <= places, "halls", "must not be more than places | 不得多于 places");
        }
    }

    /**
     * Somebody takes a place.
     *
     * @param visitor who comes
     * @param number their member number: one number, one place in all exhibitions together
     */
    @Allowed(level = Allowed.Level.SELF, over = "visitor", clause = "S57")
    record TakePlace(ExhibitionId exhibition, String visitor, String number)
            implements ExhibitionCommand {}

    /** The committee closes an exhibition. */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S93")
    @Allowed(level = Allowed.Level.SETUP, clause = "S93")
    @Undisclosed
    record CloseExhibition(ExhibitionId exhibition, @Nullable String reason)
            implements ExhibitionCommand {}

    /** Waits for a fact of another service that never comes. */
    @Allowed(level = Allowed.Level.SETUP, clause = "S57")
    record RateExhibition(ExhibitionId exhibition, int stars) implements ExhibitionCommand {}

    /** A defect: yields an event on nobody's authority. */
    record ForgePlace(ExhibitionId exhibition) implements ExhibitionCommand {}
}
