package org.zhengyou.kit.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    record Panel(String titleZh, int order, @Nullable String text) {
        /** Refuses an order below 1. */
        public Panel {
            if (order < 1) throw new IllegalArgumentException("order is at least 1");
        }
    }

    /**
     * The committee opens an exhibition.
     *
     * @param places how many may come, 1 to 1000
     * @param until last day, if it is known
     */
    record OpenExhibition(
            ExhibitionId exhibition,
            String titleZh,
            int places,
            Form form,
            List<Panel> panels,
            Set<String> themes,
            Map<String, Integer> halls,
            @Nullable LocalDate until)
            implements ExhibitionCommand {
        /** Refuses an impossible number of places. */
        public OpenExhibition {
            panels = List.copyOf(panels);
            themes = Set.copyOf(themes);
            halls = Map.copyOf(halls);
            if (places < 1 || places > 1000)
                throw new IllegalArgumentException("places must be 1 to 1000");
        }
    }

    /**
     * Somebody takes a place.
     *
     * @param visitor who comes
     * @param number their member number: one number, one place in all exhibitions together
     */
    record TakePlace(ExhibitionId exhibition, String visitor, String number)
            implements ExhibitionCommand {}

    /** The committee closes an exhibition. */
    record CloseExhibition(ExhibitionId exhibition, @Nullable String reason)
            implements ExhibitionCommand {}

    /** Waits for a fact of another service that never comes. */
    record RateExhibition(ExhibitionId exhibition, int stars) implements ExhibitionCommand {}

    /** A defect: yields an event on nobody's authority. */
    record ForgePlace(ExhibitionId exhibition) implements ExhibitionCommand {}
}
