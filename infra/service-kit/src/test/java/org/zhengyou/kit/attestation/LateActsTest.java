package org.zhengyou.kit.attestation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.attestation.AttestationEvent.ActAttested;
import org.zhengyou.kit.attestation.LateActs.LateAct;
import org.zhengyou.kit.runtime.EventMetadata;
import org.zhengyou.kit.sample.ExhibitionEvent;
import org.zhengyou.kit.sample.ExhibitionEvent.ExhibitionOpened;
import org.zhengyou.kit.sample.ExhibitionId;
import org.zhengyou.kit.spec.University;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;

/** Every act is true on 2010-06-01. */
class LateActsTest {
    private static final LateActs VIEW =
            new LateActs(List.of(ExhibitionEvent.class, AttestationEvent.class));
    private static final ActId ACT = new ActId("exhibitions-000000000007");

    private static Fact<?> act(String recordedOn, Map<String, String> said) {
        Map<String, String> metadata = new HashMap<>(said);
        metadata.putIfAbsent(EventMetadata.ACTOR, "han");
        metadata.put(EventMetadata.ORGANIZATION, "college");
        metadata.put(EventMetadata.AUTHORITY, "S57 IMPLEMENT a-3");
        metadata.put(EventMetadata.CLAUSES, "S57");
        var opened = new ExhibitionOpened(new ExhibitionId("e"), "榜样", 3);
        return fact(7, opened, "2010-06-01", recordedOn, metadata);
    }

    private static Fact<?> fact(
            long position, Object event, String on, String recordedOn, Map<String, String> said) {
        return new Fact<>(
                "exhibitions",
                position,
                "id-" + position,
                "exhibitions." + event.getClass().getSimpleName(),
                event,
                day(on),
                day(recordedOn),
                said);
    }

    private static @Nullable LateAct shown(String asOf, Fact<?>... facts) {
        var row = ViewLaws.rows(VIEW, List.of(facts)).get(ACT.value());
        return VIEW.answer(ACT.value(), row == null ? VIEW.empty("") : row, day(asOf));
    }

    private static boolean isLate(String recordedOn, String cited) {
        Map<String, String> said =
                cited.isEmpty() ? Map.of() : Map.of(EventMetadata.BACKDATE, cited);
        return shown("2011-01-01", act(recordedOn, said)) != null;
    }

    @Test
    void an_act_is_late_after_thirty_days_unless_the_committee_said_otherwise() {
        assertThat(isLate("2010-07-01", "")).isFalse();
        assertThat(isLate("2010-07-02", "")).isTrue();
        assertThat(isLate("2010-06-06", "P-BACKDATE@2 5")).isFalse();
        assertThat(isLate("2010-06-07", "P-BACKDATE@2 5")).isTrue();
        assertThat(isLate("2010-06-02", "P-BACKDATE@3 0")).isTrue();
        assertThat(isLate("2010-06-01", "P-BACKDATE@3 0")).isFalse();
        assertThat(isLate("2026-06-01", "P-BACKDATE@1 none")).isFalse();
        // What cites nothing, cites nothing.
        for (String other : List.of("P-BACKDATE@0 9", "P-BACKDATE@1 many", "P-OTHER@1 9", "9"))
            assertThat(isLate("2010-07-02", other)).isTrue();
    }

    @Test
    void a_late_act_is_shown_with_its_office_and_how_late_until_it_is_attested() {
        var late = requireNonNull(shown("2010-12-01", act("2010-09-01", Map.of())));
        assertThat(late.type()).isEqualTo("exhibitions.ExhibitionOpened");
        assertThat(late.actor()).isEqualTo("han");
        assertThat(late.authority()).isEqualTo("S57 IMPLEMENT a-3");
        assertThat(late.effectiveOn()).isEqualTo(LocalDate.parse("2010-06-01"));
        assertThat(late.recordedOn()).isEqualTo(LocalDate.parse("2010-09-01"));
        assertThat(late.daysLate()).isEqualTo(92);
        assertThat(late.allowedDays()).isEqualTo(30);
        assertThat(late.policy()).isEqualTo("P-BACKDATE");
        assertThat(late.attestation()).isEqualTo(AttestationStatus.MISSING);
        assertThat(late.attestedBy()).isNull();
    }

    @Test
    void from_the_attestation_on_it_is_shown_by_whom() {
        Fact<?> late = act("2010-09-01", Map.of(EventMetadata.BACKDATE, "P-BACKDATE@2 60"));
        Fact<?> attested =
                fact(
                        8,
                        new ActAttested(ACT),
                        "2010-09-03",
                        "2010-09-03",
                        Map.of(EventMetadata.ACTOR, "wu"));
        var before = requireNonNull(shown("2010-09-02", late, attested));
        assertThat(before.policy()).isEqualTo("P-BACKDATE@2");
        assertThat(before.attestation()).isEqualTo(AttestationStatus.MISSING);
        var after = requireNonNull(shown("2010-09-03", late, attested));
        assertThat(after.attestation()).isEqualTo(AttestationStatus.GIVEN);
        assertThat(after.attestedBy()).isEqualTo("wu");
        assertThat(after.attestedOn()).isEqualTo(LocalDate.parse("2010-09-03"));
        ViewLaws.isOrderFree(VIEW, List.of(late, attested));
        ViewLaws.survivesStorage(VIEW, List.of(late, attested));
    }

    @Test
    void what_is_entered_from_a_document_is_shown_however_early() {
        Map<String, String> said =
                Map.of(
                        EventMetadata.PROVENANCE, EventMetadata.ENTERED,
                        EventMetadata.ON_BEHALF_OF, "lin",
                        EventMetadata.DOCUMENT, "d1",
                        EventMetadata.BACKDATE, "P-BACKDATE@1 none");
        var entered = requireNonNull(shown("2010-06-01", act("2010-06-01", said)));
        assertThat(entered.provenance()).isEqualTo(EventMetadata.ENTERED);
        assertThat(entered.onBehalfOf()).isEqualTo("lin");
        assertThat(entered.document()).isEqualTo("d1");
        assertThat(entered.allowedDays()).isNull();
    }

    @Test
    void neither_what_the_platform_says_itself_nor_what_others_told_is_late_here() {
        assertThat(shown("2011-01-01", act("2010-09-01", Map.of(EventMetadata.ACTOR, "policy:x"))))
                .isNull();
        List<Fact<?>> foreign = new ArrayList<>();
        for (Object told : University.facts())
            foreign.add(
                    fact(
                            foreign.size() + 1,
                            told,
                            "2010-06-01",
                            "2010-09-01",
                            Map.of("actor", "a")));
        assertThat(ViewLaws.rows(VIEW, foreign)).isEmpty();
    }

    @Test
    void leaders_of_the_organisation_see_it_and_whoever_recorded_it() {
        var row =
                requireNonNull(
                        ViewLaws.rows(VIEW, List.of(act("2010-09-01", Map.of()))).get(ACT.value()));
        var audience = VIEW.audience(row);
        assertThat(audience.admits(University.head("han"))).isTrue();
        assertThat(audience.admits(University.head("wu", new ActId("college")))).isTrue();
        assertThat(audience.admits(University.head("lin", new ActId("branch-1")))).isFalse();
    }

    @Test
    void a_paper_is_opened_by_heads_and_by_whoever_entered_it_or_spoke_in_it() {
        Fact<?> entered =
                act(
                        "2010-06-01",
                        Map.of(
                                EventMetadata.PROVENANCE,
                                EventMetadata.ENTERED,
                                EventMetadata.ON_BEHALF_OF,
                                "lin"));
        var row = requireNonNull(ViewLaws.rows(VIEW, List.of(entered)).get(ACT.value()));
        var opens = VIEW.documents(row);
        assertThat(opens.admits(University.head("han"))).isTrue();
        assertThat(opens.admits(University.head("lin"))).isTrue();
        assertThat(opens.admits(University.head("wu", new ActId("college")))).isTrue();
        var seat = University.seated("bob", new ActId("college"));
        assertThat(VIEW.audience(row).admits(seat)).isTrue();
        assertThat(opens.admits(seat)).isFalse();
    }
}
