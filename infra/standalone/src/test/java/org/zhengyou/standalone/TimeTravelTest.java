package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.View;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/**
 * Every view answers about any past, as it was and as it was known, what a rebuild from the facts
 * of that past gives.
 */
@ExtendWith(RunningCampaign.Shared.class)
class TimeTravelTest {
    private static final String WENT_WRONG = "ended-branches";

    /** Nothing ends in the demonstration; in the course of other tests something does. */
    private static final String ENDED = "ended-organizations";

    private static final long SEED = 61;
    private static final int QUESTIONS = 12;
    private static final String SECRETARY = DemoPeople.COMMITTEE_SECRETARY.subject();
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private record Moment(Instant asOf, Instant knownAt) {
        /** The same, of nothing that was recorded later. */
        Moment knownBy(Instant last) {
            return new Moment(asOf, knownAt.isBefore(last) ? knownAt : last);
        }
    }

    @Test
    void questions_about_any_past_are_answered_as_a_rebuild_cut_there_answers(
            RunningCampaign campaign) {
        campaign.settle();
        List<Moment> moments = moments(campaign, new Random(SEED));
        for (ServiceRuntime runtime : campaign.platform().services().runtimes()) {
            List<Fact<?>> facts = Rebuild.facts(runtime);
            for (Moment moment : moments)
                for (View<?, ?> view : runtime.service().views())
                    assertThat(differences(campaign, runtime, view, facts, moment))
                            .as("%s/%s at %s", runtime.service().name(), view.name(), moment)
                            .isEmpty();
        }
    }

    @Test
    void questions_about_now_are_answered_as_a_rebuild_of_everything_answers(
            RunningCampaign campaign) {
        assertThat(RebuiltViews.differences(campaign.platform(), campaign.client())).isEmpty();
    }

    @Test
    void the_campaign_fills_every_view_but_that_of_what_went_wrong(RunningCampaign campaign) {
        for (ServiceRuntime runtime : campaign.platform().services().runtimes())
            for (View<?, ?> view : runtime.service().views()) {
                if (view.name().equals(ENDED)) continue;
                List<Moment> moments = moments(campaign, new Random(SEED));
                boolean isFilled =
                        moments.stream()
                                .anyMatch(
                                        m ->
                                                !ask(campaign, runtime, view, played(campaign, m))
                                                        .isEmpty());
                assertThat(isFilled)
                        .as("%s/%s", runtime.service().name(), view.name())
                        .isEqualTo(!view.name().equals(WENT_WRONG));
            }
    }

    /** The checker must be able to fail: each rebuild lacks one fact here. */
    @Test
    void a_cut_off_by_one_fact_is_noticed(RunningCampaign campaign) {
        campaign.settle();
        ServiceRuntime insight = campaign.platform().services().runtime("insight");
        View<?, ?> timeline =
                insight.service().views().stream()
                        .filter(view -> view.name().equals("timeline"))
                        .findFirst()
                        .orElseThrow();
        List<Fact<?>> facts = Rebuild.facts(insight);
        Random random = new Random(SEED);
        for (Moment moment : moments(campaign, random)) {
            // What is withdrawn counts for every date, but is no line of the time before it.
            List<Fact<?>> cut =
                    new ArrayList<>(Rebuild.cut(facts, moment.asOf(), moment.knownAt()));
            cut.removeIf(fact -> fact.effectiveAt().isAfter(moment.asOf()));
            if (cut.isEmpty()) continue;
            Fact<?> lost = cut.get(random.nextInt(cut.size()));
            List<Fact<?>> left = new ArrayList<>(facts);
            left.removeIf(fact -> fact.id().equals(lost.id()));
            assertThat(differences(campaign, insight, timeline, left, moment))
                    .as("%s without %s", moment, lost)
                    .hasSize(1);
        }
    }

    /**
     * Random moments, most of them exactly when something became true or was recorded, or the least
     * bit before.
     */
    private static List<Moment> moments(RunningCampaign campaign, Random random) {
        List<Fact<?>> facts = Rebuild.facts(campaign.platform().services().runtime("insight"));
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            Fact<?> effective = facts.get(random.nextInt(facts.size()));
            Fact<?> recorded = facts.get(random.nextInt(facts.size()));
            Instant asOf = effective.effectiveAt();
            Instant knownAt = recorded.recordedAt();
            moments.add(
                    switch (i % 4) {
                        case 0 -> new Moment(asOf, knownAt);
                        case 1 -> new Moment(asOf.minusNanos(1_000), knownAt);
                        case 2 -> new Moment(asOf, knownAt.minusMillis(1));
                        default ->
                                new Moment(asOf.plus(Duration.ofDays(random.nextInt(300))), EVER);
                    });
        }
        return moments;
    }

    private static List<String> differences(
            RunningCampaign campaign,
            ServiceRuntime runtime,
            View<?, ?> view,
            List<Fact<?>> facts,
            Moment moment) {
        return Rebuild.differences(
                rebuilt(runtime, view, facts, moment),
                ask(campaign, runtime, view, parameters(moment)));
    }

    private static Map<String, JsonNode> rebuilt(
            ServiceRuntime runtime, View<?, ?> view, List<Fact<?>> facts, Moment moment) {
        return Rebuild.answer(
                view,
                Rebuild.cut(facts, moment.asOf(), moment.knownAt()),
                moment.asOf(),
                Rebuild.Person.of(SECRETARY, runtime),
                runtime.shownJson());
    }

    /** Whatever other tests have recorded since. */
    private static String played(RunningCampaign campaign, Moment moment) {
        return parameters(moment.knownBy(campaign.playedUntil()));
    }

    private static String parameters(Moment moment) {
        return "asOf=" + moment.asOf() + "&knownAt=" + moment.knownAt();
    }

    private static Map<String, JsonNode> ask(
            RunningCampaign campaign, ServiceRuntime runtime, View<?, ?> view, String parameters) {
        return RebuiltViews.asked(campaign.client(), runtime.service(), view, parameters);
    }
}
