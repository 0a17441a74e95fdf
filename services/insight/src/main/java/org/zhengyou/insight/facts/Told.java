package org.zhengyou.insight.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fact of any service, as far as the history of the campaign tells it. */
public interface Told {
    /** The organisation it concerns, null if it concerns none in particular. */
    default @Nullable String organization() {
        return null;
    }

    /** Ids of the persons it is about; for a gathering of people, none. */
    default List<String> persons() {
        return List.of();
    }
}
