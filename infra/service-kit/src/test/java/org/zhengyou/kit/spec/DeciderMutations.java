package org.zhengyou.kit.spec;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.runtime.EventNames;

/**
 * Shows that the scenarios of a service notice what is missing from its deciders: each command they
 * answer, each ground they rest on, each tag of an event, each case of a fold is left out in turn,
 * and the scenarios that used it are run again. If none goes red, a rule could get lost without a
 * test knowing.
 *
 * <pre>{@code
 * assertThat(DeciderMutations.survivors(ActivitiesService.definition(), "org.zhengyou.activities"))
 *     .isEmpty();
 * }</pre>
 */
public final class DeciderMutations {
    private DeciderMutations() {}

    /**
     * The parts, in words, that may be left out with all scenarios staying green.
     *
     * @param page the service
     * @param testPackage where its scenarios lie, subpackages included
     * @throws AssertionError if a scenario is red with nothing left out
     */
    public static SortedSet<String> survivors(Service page, String testPackage) {
        ScenarioRuns runs = ScenarioRuns.in(testPackage);
        TreeMap<String, Set<String>> users = new TreeMap<>(runs.users());
        parts(page).forEach(part -> users.putIfAbsent(part, Set.of()));
        SortedSet<String> survivors = new TreeSet<>();
        users.forEach(
                (part, scenarios) -> {
                    if (!runs.anyRed(scenarios, part::equals)) survivors.add(part);
                });
        return survivors;
    }

    /** What could be left out, whether or not a scenario uses it. */
    private static Set<String> parts(Service page) {
        Set<String> parts = new TreeSet<>();
        EventNames names = EventNames.of(page);
        for (Class<?> command : names.commands().values()) parts.add(Mutation.answer(command));
        for (Decider<?, ?, ?> decider : page.deciders()) {
            addCases(parts, decider.own(), names);
            for (Decider.Rest<?> rest : decider.rests()) {
                parts.add(Mutation.rest(decider, rest.ground()));
                addCases(parts, rest.ground(), names);
            }
            addTags(parts, page.name(), decider, names);
        }
        return parts;
    }

    private static void addCases(Set<String> parts, Ground<?> ground, EventNames names) {
        for (Class<?> event : names.ownEvents().values())
            if (ground.events().isAssignableFrom(event)) parts.add(Mutation.fold(ground, event));
    }

    private static <E> void addTags(
            Set<String> parts, String service, Decider<?, E, ?> decider, EventNames names) {
        for (Class<?> type : names.ownEvents().values())
            if (decider.emits().isAssignableFrom(type) && ApprovedSamples.has(service, type)) {
                E event = decider.emits().cast(ApprovedSamples.read(service, type));
                for (Tag tag : decider.tags().apply(event))
                    if (!isOwn(decider, event, tag)) parts.add(Mutation.tag(type, tag));
            }
    }

    /** Whether this is the tag of the entity that an event is about; nobody can forget it. */
    static <E> boolean isOwn(Decider<?, E, ?> decider, E event, Tag tag) {
        return tag.equals(Tag.of(decider.name(), decider.eventKey().apply(event)));
    }
}
