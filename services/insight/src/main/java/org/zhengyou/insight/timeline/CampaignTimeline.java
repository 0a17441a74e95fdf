package org.zhengyou.insight.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.attestation.ActId;
import org.zhengyou.kit.attestation.AttestationEvent.ActAttested;
import org.zhengyou.kit.attestation.AttestationStatus;
import org.zhengyou.kit.attestation.Lateness;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.runtime.EventMetadata;
import org.zhengyou.kit.view.AnyEvent;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 活动历程 (S81, F60, F61, F69). The facts of all services in one history, each with the clauses that
 * it serves and a link to the fact that caused it, all from its envelope: a new event needs nothing
 * here. One row per fact; seen by auditors, those at the committee, and the person it is about,
 * since it names persons by their ids. How well a clause is served, and by whom, is counted over it
 * by {@code clauses} and {@code organization}.
 */
public final class CampaignTimeline extends View<CampaignTimeline.Row, CampaignTimeline.Entry> {
    /**
     * The row of one fact.
     *
     * @param told the fact, null before it is known
     * @param attested by whom it was attested, if by anybody
     */
    public record Row(Timeline<Entry> told, Timeline<String> attested) {}

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
     * @param attestation of what was recorded late or entered from a document, whether a second
     *     person stands for it (P-BACKDATE, P-ENTERED); absent of what needs none
     * @param attestedBy who does
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
            @RefersTo(view = "members/members", name = "name") List<String> persons,
            List<String> clauses,
            @RefersTo(view = "members/members", name = "name") String actor,
            String authority,
            @Nullable String cause,
            @Nullable String correlation,
            String provenance,
            @RefersTo(view = "members/members", name = "name") @Nullable String onBehalfOf,
            @Nullable String document,
            @Nullable AttestationStatus attestation,
            @RefersTo(view = "members/members", name = "name") @Nullable String attestedBy) {
        /** Copies the lists. */
        public Entry {
            persons = List.copyOf(persons);
            clauses = List.copyOf(clauses);
        }

        private Entry attested(@Nullable String by) {
            if (attestation == null || by == null) return this;
            return new Entry(
                    id,
                    source,
                    position,
                    type,
                    effectiveAt,
                    recordedAt,
                    enteredLate,
                    organization,
                    persons,
                    clauses,
                    actor,
                    authority,
                    cause,
                    correlation,
                    provenance,
                    onBehalfOf,
                    document,
                    AttestationStatus.GIVEN,
                    by);
        }
    }

    /** The view; its rows are empty. */
    public CampaignTimeline() {
        super(
                "timeline",
                Row.class,
                Entry.class,
                key -> new Row(Timeline.empty(), Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        switch (fact.event()) {
            case AnyEvent e ->
                    rows.update(
                            ActId.of(fact).value(),
                            row ->
                                    new Row(
                                            row.told().with(fact.order(), entry(fact)),
                                            row.attested()));
            case ActAttested e when e.act().isOf(fact.source()) ->
                    rows.update(
                            e.act().value(),
                            row ->
                                    new Row(
                                            row.told(),
                                            row.attested().with(fact.order(), fact.actor())));
            default -> {}
        }
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
                metadata.get(EventMetadata.DOCUMENT),
                Lateness.of(fact).needsAttestation(fact) ? AttestationStatus.MISSING : null,
                null);
    }

    /** The person it is about, if it is about one alone, auditors and the committee. */
    @Override
    public Audience audience(Row row) {
        return Audience.NARROWEST.and(
                Audience.self(Values.of(row.told(), CampaignTimeline::about)));
    }

    /** Of a fact about several, each would read of the others. */
    private static List<String> about(Entry entry) {
        return entry.persons().size() == 1 ? entry.persons() : List.of();
    }

    @Override
    public Index index(Row row) {
        return Index.on("source", row.told(), Entry::source)
                .and("id", row.told(), Entry::id)
                .and("type", row.told(), Entry::type)
                .and("organization", row.told(), Entry::organization)
                .and("clauses", row.told(), Entry::clauses)
                .and("persons", row.told(), Entry::persons)
                .and("effectiveAt", row.told(), Entry::effectiveAt)
                .and("attestation", attestations(row));
    }

    private static Values attestations(Row row) {
        Values needed = Values.of(row.told(), Entry::attestation);
        return row.attested().isEmpty() ? needed : needed.and(Values.of(AttestationStatus.GIVEN));
    }

    @Override
    public @Nullable Entry answer(String key, Row row, Instant asOf) {
        return row.told()
                .at(asOf)
                .map(entry -> entry.attested(row.attested().at(asOf).orElse(null)))
                .orElse(null);
    }
}
