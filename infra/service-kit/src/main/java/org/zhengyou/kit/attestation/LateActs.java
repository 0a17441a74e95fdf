package org.zhengyou.kit.attestation;

import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.headsOf;
import static org.zhengyou.kit.view.Audience.leadersOf;
import static org.zhengyou.kit.view.Audience.self;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.attestation.AttestationEvent.ActAttested;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.runtime.EffectiveTime;
import org.zhengyou.kit.runtime.EventMetadata;
import org.zhengyou.kit.validation.Digest;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Order;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;
import org.zhengyou.kit.view.Withdrawal;

/**
 * 补录事项 (P-BACKDATE, P-ENTERED). The acts of this service that were recorded late or entered from a
 * document, and who else stands for them. One row per event; seen by the leaders of the
 * organisation concerned and whoever recorded it, too.
 */
public final class LateActs extends View<LateActs.Row, LateActs.LateAct> {
    private static final Instant ALWAYS =
            EffectiveTime.EARLIEST.atStartOfDay(Given.ZONE).toInstant();

    private final List<Class<?>> own;

    /**
     * One act.
     *
     * @param act what was recorded; nothing for what is not late
     * @param attested by whom it was attested
     */
    public record Row(Timeline<Act> act, Timeline<String> attested) {}

    /** What the envelope of an act says. */
    public record Act(
            String type,
            @Nullable String organization,
            String actor,
            @Nullable String onBehalfOf,
            String authority,
            List<String> clauses,
            LocalDate effectiveOn,
            LocalDate recordedOn,
            long daysLate,
            @Nullable Integer allowedDays,
            String policy,
            String provenance,
            @Nullable String document) {
        /** Copies the list. */
        public Act {
            clauses = List.copyOf(clauses);
        }

        /** The policy by which somebody has to attest it. */
        String clause() {
            return allowedDays != null && daysLate > allowedDays
                    ? Lateness.BACKDATE
                    : Lateness.ENTERED;
        }
    }

    /**
     * 补录事项. What a reader sees of an act. No field holds a personal value.
     *
     * @param type its stored name, {@code <service>.<Event>}
     * @param organization the organisation concerned
     * @param actor who recorded it
     * @param onBehalfOf on whose behalf, if on anybody's
     * @param authority clause, function and appointment on which it rests
     * @param clauses the clauses or policies that it serves
     * @param effectiveOn the day on which it is true
     * @param recordedOn the day on which it was recorded
     * @param daysLate how many days lie between
     * @param allowedDays how many may, by the policy in force on the day of the recording; absent
     *     if any number
     * @param policy that policy with its version
     * @param provenance NATIVE, or ENTERED from a document
     * @param document SHA-256 of the document, if it was
     * @param attestation whether a second person stands for it
     * @param attestedBy who does
     * @param attestedOn since when
     */
    public record LateAct(
            String type,
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    @Nullable String organization,
            @RefersTo(view = "members/members", name = "name") String actor,
            @RefersTo(view = "members/members", name = "name") @Nullable String onBehalfOf,
            String authority,
            List<String> clauses,
            LocalDate effectiveOn,
            LocalDate recordedOn,
            long daysLate,
            @Nullable Integer allowedDays,
            String policy,
            String provenance,
            @Digest @Nullable String document,
            AttestationStatus attestation,
            @RefersTo(view = "members/members", name = "name") @Nullable String attestedBy,
            @Nullable LocalDate attestedOn) {}

    /**
     * The view; its rows are empty.
     *
     * @param own the types of this service's own events
     */
    public LateActs(List<Class<?>> own) {
        super(
                "late-acts",
                Row.class,
                LateAct.class,
                key -> new Row(Timeline.empty(), Timeline.empty()));
        this.own = List.copyOf(own);
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (own.stream().noneMatch(type -> type.isInstance(fact.event()))) return;
        if (fact.event() instanceof ActAttested e)
            rows.update(
                    e.act().value(),
                    row -> new Row(row.act(), row.attested().with(fact.order(), fact.actor())));
        Lateness lateness = Lateness.of(fact);
        if (lateness.needsAttestation(fact))
            rows.update(
                    ActId.of(fact).value(),
                    row ->
                            new Row(
                                    row.act().with(from(fact), act(fact, lateness)),
                                    row.attested()));
    }

    /** From when on it is shown; a withdrawal, whatever date is asked about. */
    private static Order from(Fact<?> fact) {
        return fact.event() instanceof Withdrawal
                ? new Order(ALWAYS, fact.recordedAt(), fact.source(), fact.position())
                : fact.order();
    }

    private static Act act(Fact<?> fact, Lateness lateness) {
        return new Act(
                fact.type(),
                fact.organization().orElse(null),
                fact.actor(),
                fact.metadata().get(EventMetadata.ON_BEHALF_OF),
                fact.metadata().getOrDefault(EventMetadata.AUTHORITY, ""),
                fact.clauses(),
                fact.effectiveOn(),
                Lateness.recordedOn(fact),
                lateness.days(),
                lateness.allowed().chosen(),
                lateness.allowed().cited(),
                lateness.entered() ? EventMetadata.ENTERED : EventMetadata.NATIVE,
                fact.metadata().get(EventMetadata.DOCUMENT));
    }

    @Override
    public Audience audience(Row row) {
        return NARROWEST
                .and(leadersOf(Values.of(row.act(), Act::organization)))
                .and(self(Values.of(row.act(), Act::actor)))
                .and(self(Values.of(row.act(), Act::onBehalfOf)));
    }

    /**
     * A paper may hold what people said: it is opened by heads, not by seats and auditors, and by
     * whoever entered it or spoke in it.
     */
    @Override
    public Audience documents(Row row) {
        return headsOf(Values.of(row.act(), Act::organization))
                .and(self(Values.of(row.act(), Act::actor)))
                .and(self(Values.of(row.act(), Act::onBehalfOf)));
    }

    @Override
    public Index index(Row row) {
        return Index.on("organization", row.act(), Act::organization)
                .and("type", row.act(), Act::type)
                .and("actor", row.act(), Act::actor)
                .and("provenance", row.act(), Act::provenance)
                .and("document", row.act(), Act::document)
                .and("recordedOn", row.act(), Act::recordedOn)
                .and("attestation", List.of(AttestationStatus.values()))
                .and("attestedBy", row.attested());
    }

    @Override
    public @Nullable LateAct answer(String key, Row row, Instant asOf) {
        return row.act().at(asOf).map(act -> shown(act, row, asOf)).orElse(null);
    }

    private static LateAct shown(Act act, Row row, Instant asOf) {
        var attested = row.attested().entryAt(asOf);
        return new LateAct(
                act.type(),
                act.organization(),
                act.actor(),
                act.onBehalfOf(),
                act.authority(),
                act.clauses(),
                act.effectiveOn(),
                act.recordedOn(),
                act.daysLate(),
                act.allowedDays(),
                act.policy(),
                act.provenance(),
                act.document(),
                attested.isPresent() ? AttestationStatus.GIVEN : AttestationStatus.MISSING,
                attested.map(Timeline.Entry::value).orElse(null),
                attested.map(Timeline.Entry::on).orElse(null));
    }
}
