package org.zhengyou.insight.timeline;

import org.jspecify.annotations.Nullable;
import org.zhengyou.insight.facts.Told;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * 活动历程 (S81, F60, F61, F69). The facts of all services in one history, each with the clauses that
 * authorise it and a link to the fact that caused it. One row per fact; seen by auditors and those
 * at the committee, since it names persons by their ids.
 */
public final class CampaignTimeline extends View<CampaignTimeline.Row, CampaignTimeline.Entry> {
    /**
     * The row of one fact.
     *
     * @param told the fact, null before it is known
     */
    public record Row(Timeline<Entry> told) {}

    /**
     * What a reader sees of a fact. No field holds a personal value.
     *
     * @param id the fact's id
     * @param source the service whose log holds it
     * @param position its position there
     * @param type its stored name, {@code <service>.<Event>}
     * @param effectiveAt when it is true
     * @param recordedAt when it was recorded
     * @param enteredLate whether it was recorded on a later day than it is true
     * @param organization the organisation it concerns, if there is one
     * @param persons ids of the persons it is about
     * @param clauses the clauses or policies that authorise such an event
     * @param actor who did it: a person's id, or {@code policy:<name>}
     * @param authority clause, function and appointment on which it rests
     * @param cause id of the fact that led to it, if one did
     * @param correlation the conversation it belongs to, if it says so
     */
    public record Entry(
            String id,
            String source,
            long position,
            String type,
            Instant effectiveAt,
            Instant recordedAt,
            boolean enteredLate,
            @Nullable String organization,
            List<String> persons,
            List<String> clauses,
            String actor,
            String authority,
            @Nullable String cause,
            @Nullable String correlation) {
        /** Copies the lists. */
        public Entry {
            persons = List.copyOf(persons);
            clauses = List.copyOf(clauses);
        }
    }

    /** The view; its rows are empty. */
    public CampaignTimeline() {
        super("timeline", Row.class, Entry.class, key -> new Row(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (fact.event() instanceof Told told)
            rows.update(
                    key(fact), row -> new Row(row.told().with(fact.order(), entry(fact, told))));
    }

    /** Keys in order of source and position. */
    static String key(Fact<?> fact) {
        return String.format(Locale.ROOT, "%s-%012d", fact.source(), fact.position());
    }

    private static Entry entry(Fact<?> fact, Told told) {
        Map<String, String> metadata = fact.metadata();
        return new Entry(
                fact.id(),
                fact.source(),
                fact.position(),
                fact.type(),
                fact.effectiveAt(),
                fact.recordedAt(),
                fact.recordedAt().atZone(Given.ZONE).toLocalDate().isAfter(fact.effectiveOn()),
                told.organization(),
                told.persons(),
                Clauses.of(fact.type()),
                fact.actor(),
                metadata.getOrDefault("authority", ""),
                metadata.get("causation"),
                metadata.get("correlation"));
    }

    @Override
    public Index index(Row row) {
        return Index.on("source", row.told(), Entry::source)
                .and("type", row.told(), Entry::type)
                .and("organization", row.told(), Entry::organization)
                .and("persons", row.told(), Entry::persons)
                .and("effectiveAt", row.told(), Entry::effectiveAt);
    }

    @Override
    public @Nullable Entry answer(String key, Row row, Instant asOf) {
        return row.told().at(asOf).orElse(null);
    }
}
