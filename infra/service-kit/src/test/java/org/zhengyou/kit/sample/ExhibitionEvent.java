package org.zhengyou.kit.sample;

import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.personal.Personal;

/** What happened to exhibitions. */
public sealed interface ExhibitionEvent {
    /** The exhibition it is about. */
    ExhibitionId exhibition();

    /** It is open. */
    record ExhibitionOpened(ExhibitionId exhibition, String titleZh, int places)
            implements ExhibitionEvent {}

    /** A place is taken. */
    record PlaceTaken(ExhibitionId exhibition, String visitor, Personal number)
            implements ExhibitionEvent {}

    /** It is closed. */
    record ExhibitionClosed(ExhibitionId exhibition, @Nullable String reason)
            implements ExhibitionEvent {}
}
