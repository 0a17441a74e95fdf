package org.zhengyou.insight.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.runtime.EventMetadata;
import org.zhengyou.kit.view.AnyEvent;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

/**
 * 活动历程 (S81, F60, F61, F69). The facts of all services in one history, each with the clauses that
 * it serves and a link to the fact that caused it, all from its envelope: a new event needs nothing
 * here. One row per fact; seen by auditors and those at the committee, since it names persons by
 * their ids. How well a clause is served, and by whom, is counted over it by {@code clauses} and
 * {@code organization}.
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
     * @param organization the organisation it concerns, as its own service says
     * @param persons ids of the persons it is about
     * @param clauses the clauses or policies that it serves, as its own service says
     * @param actor who did it: a person's id, or {@code policy:<name>}
     * @param authority clause, function and appointment on which it rests
     * @param cause id of the fact that led to it, if one did
     * @param correlation the conversation it belongs to, if it says so
     * @param provenance NATIVE, or ENTERED from a document (P-ENTERED)
     * @param onBehalfOf id of the person on whose behalf the actor acted, if on anybody's
     * @param document SHA-256 of the document it was entered from, if it was
     */
    public record Entry(
            String id,
            String source,
            long position,
            String type,
            Instant effectiveAt,
            Instant recordedAt,
            boolean enteredLate,
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    @Nullable String organization,
            List<String> persons,
            List<String> clauses,
            String actor,
            String authority,
            @Nullable String cause,
            @Nullable String correlation,
            String provenance,
            @Nullable String onBehalfOf,
            @Nullable String document) {
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
        if (fact.event() instanceof AnyEvent)
            rows.update(key(fact), row -> new Row(row.told().with(fact.order(), entry(fact))));
    }

    /** Keys in order of source and position. */
    static String key(Fact<?> fact) {
        return String.format(Locale.ROOT, "%s-%012d", fact.source(), fact.position());
    }

    private static Entry entry(Fact<?> fact) {
        Map<String, String> metadata = fact.metadata();
        return new Entry(
                fact.id(),
                fact.source(),
                fact.position(),
                fact.type(),
                fact.effectiveAt(),
                fact.recordedAt(),
                fact.recordedAt().atZone(Given.ZONE).toLocalDate().isAfter(fact.effectiveOn()),
                fact.organization().orElse(null),
                fact.persons(),
                fact.clauses(),
                fact.actor(),
                metadata.getOrDefault(EventMetadata.AUTHORITY, ""),
                metadata.get(EventMetadata.CAUSATION),
                metadata.get(EventMetadata.CORRELATION),
                metadata.getOrDefault(EventMetadata.PROVENANCE, EventMetadata.NATIVE),
                metadata.get(EventMetadata.ON_BEHALF_OF),
                metadata.get(EventMetadata.DOCUMENT));
    }

    @Override
    public Index index(Row row) {
        return Index.on("source", row.told(), Entry::source)
                .and("type", row.told(), Entry::type)
                .and("organization", row.told(), Entry::organization)
                .and("clauses", row.told(), Entry::clauses)
                .and("persons", row.told(), Entry::persons)
                .and("effectiveAt", row.told(), Entry::effectiveAt);
    }

    @Override
    public @Nullable Entry answer(String key, Row row, Instant asOf) {
        return row.told().at(asOf).orElse(null);
    }
}
