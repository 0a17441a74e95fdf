package org.zhengyou.kit.decide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 事项. What an event says of itself to everybody, whatever its own fields are called: which clauses
 * it serves, which organisation and which persons it concerns. Told by the decider for each of its
 * events, kept in the event's metadata and published.
 *
 * @param clauses clauses of the plan ({@code S57}), or policies where it is silent ({@code P-…});
 *     at least one
 * @param organization id of the organisation concerned; null for the university committee
 * @param persons ids of the persons concerned; for a gathering of people, none
 */
public record Concern(List<String> clauses, @Nullable String organization, List<String> persons) {
    /** Copies the lists. */
    public Concern {
        clauses = List.copyOf(clauses);
        persons = List.copyOf(persons);
        if (clauses.isEmpty()) throw new IllegalArgumentException("a concern names a clause");
    }

    /** Serves these clauses and concerns this organisation. */
    public static Concern of(Identifier organization, String... clauses) {
        return new Concern(List.of(clauses), organization.value(), List.of());
    }

    /** Serves these clauses and concerns the university committee, thereby everybody. */
    public static Concern ofCommittee(String... clauses) {
        return new Concern(List.of(clauses), null, List.of());
    }

    /** The same, and these persons; those that are null are not there. */
    public Concern and(@Nullable Identifier... more) {
        List<String> all = new ArrayList<>(persons);
        for (Identifier one : more) if (one != null) all.add(one.value());
        return new Concern(clauses, organization, all);
    }

    /** The same, and these persons. */
    public Concern and(Collection<? extends Identifier> more) {
        return and(more.stream().filter(Objects::nonNull).toArray(Identifier[]::new));
    }
}
