package org.zhengyou.bench.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The stories of all services about one campaign.
 *
 * @param university in which it takes place
 * @param events of all services together
 */
public record SeededCampaign(University university, int events) {
    private static final String EVALUATIONS = "evaluations";

    /**
     * Refuses a number of events in which not even the others have room.
     *
     * @throws IllegalArgumentException with the least number
     */
    public SeededCampaign {
        int least = fixed(university) + EvaluationsStory.OPENING;
        if (events < least)
            throw new IllegalArgumentException(
                    "%d members take at least %d events".formatted(university.members(), least));
    }

    /** How many events each service has, in the order in which they are recorded. */
    public Map<String, Integer> eventsOf() {
        Map<String, Integer> all = new LinkedHashMap<>();
        for (String service : stories(university, 0, act -> {}).keySet())
            all.put(service, service.equals(EVALUATIONS) ? reviewed() : count(university, service));
        return all;
    }

    /** Tells what happened in one service, in the order in which it was recorded. */
    public void tell(String service, Consumer<Act> told) {
        story(university, service, reviewed(), told).tell();
    }

    private int reviewed() {
        return events - fixed(university);
    }

    private static int fixed(University university) {
        int sum = 0;
        for (String service : stories(university, 0, act -> {}).keySet())
            if (!service.equals(EVALUATIONS)) sum += count(university, service);
        return sum;
    }

    private static int count(University university, String service) {
        AtomicInteger events = new AtomicInteger();
        story(university, service, 0, act -> events.addAndGet(act.events().size())).tell();
        return events.get();
    }

    private static Story story(
            University university, String service, int reviewed, Consumer<Act> told) {
        Story story = stories(university, reviewed, told).get(service);
        if (story == null) throw new IllegalArgumentException("no story of " + service);
        return story;
    }

    private static Map<String, Story> stories(
            University university, int reviewed, Consumer<Act> told) {
        Map<String, Story> all = new LinkedHashMap<>();
        all.put("organizations", new OrganizationsStory(university, told));
        all.put("members", new MembersStory(university, told));
        all.put("activities", new ActivitiesStory(university, told));
        all.put(EVALUATIONS, new EvaluationsStory(university, told, reviewed));
        all.put("commendations", new CommendationsStory(university, told));
        return all;
    }
}
