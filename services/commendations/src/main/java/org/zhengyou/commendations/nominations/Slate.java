package org.zhengyou.commendations.nominations;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhengyou.commendations.directory.OrganizationId;
import org.zhengyou.commendations.rounds.RoundId;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.decide.Told;

/**
 * 申报名单 (S83). The nominations of one unit in one round.
 *
 * @param nominations by id
 */
public record Slate(Map<NominationId, Nomination> nominations) {
    /** The nominations of a unit in a round. */
    public static final Ground<Slate> GROUND =
            Ground.of("ballot", NominationEvent.class, new Slate(Map.of()), Slate::after);

    /** Whether the nominations of a unit in a round are closed. */
    static final Ground<Boolean> CLOSED =
            Ground.of("ballot", ClosesSlate.class, false, (before, closes) -> true);

    /** Copies the map. */
    public Slate {
        nominations = Map.copyOf(nominations);
    }

    /** The tag under which a unit's nominations, statements and ballot in a round are found. */
    public static Tag tag(RoundId round, OrganizationId unit) {
        return GROUND.tag(round.value() + "/" + unit.value());
    }

    private Slate after(Told<NominationEvent> told) {
        NominationId id = told.event().nomination();
        Map<NominationId, Nomination> more = new HashMap<>(nominations);
        more.put(id, more.getOrDefault(id, Nomination.NONE).after(told));
        return new Slate(more);
    }

    /**
     * The nominations, each with its statement. By id: who filed first has no better place on the
     * ballot.
     *
     * @throws org.zhengyou.kit.decide.Refusal STEP_OUT_OF_ORDER if there is none, or one without
     *     its statement
     */
    public List<NominationId> requireSpokenFor(Given given, String clause) {
        if (nominations.isEmpty())
            throw refuse(STEP_OUT_OF_ORDER, clause, "missing step: a nomination is filed");
        List<NominationId> ids =
                nominations.keySet().stream()
                        .sorted(Comparator.comparing(NominationId::value))
                        .toList();
        for (NominationId id : ids)
            nominations
                    .getOrDefault(id, Nomination.NONE)
                    .requirePresented(given, "the statement on nomination " + id.value());
        return ids;
    }
}
