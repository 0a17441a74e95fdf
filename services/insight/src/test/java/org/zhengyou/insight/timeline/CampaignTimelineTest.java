package org.zhengyou.insight.timeline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.DeciderScenario.day;
import static org.zhengyou.kit.spec.University.auditor;
import static org.zhengyou.kit.spec.University.committee;
import static org.zhengyou.kit.spec.University.head;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.insight.InsightService;
import org.zhengyou.insight.timeline.CampaignTimeline.Entry;
import org.zhengyou.insight.timeline.CampaignTimeline.Row;
import org.zhengyou.kit.attestation.ActId;
import org.zhengyou.kit.attestation.AttestationEvent.ActAttested;
import org.zhengyou.kit.attestation.AttestationStatus;
import org.zhengyou.kit.authority.AppointmentFacts;
import org.zhengyou.kit.authority.MemberFacts.MemberTransferred;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.AnyEvent;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Reader;

class CampaignTimelineTest {
    private static final CampaignTimeline VIEW = new CampaignTimeline();
    private static final Fact<?> LAUNCHED =
            fact("activities", 1, "CampaignLaunched", "2010-06-01", Map.of("organization", "c"));
    private static final Fact<?> MOVED =
            fact(
                    "members",
                    7,
                    "MemberTransferred",
                    "2010-06-05",
                    Map.of(
                            "organization", "b-2",
                            "persons", "ann",
                            "causation", "a-1",
                            "correlation", "c-1",
                            "provenance", "ENTERED",
                            "onbehalfof", "bob",
                            "document", "d-1"));
    private static final List<Fact<?>> FACTS = List.of(LAUNCHED, MOVED);

    private static Fact<?> fact(
            String source, long position, String type, String recorded, Map<String, String> said) {
        Map<String, String> metadata = new HashMap<>(said);
        metadata.put("actor", "someone");
        metadata.put("clauses", "S2 P-ONE");
        return new Fact<>(
                source,
                position,
                source + "-" + position,
                source + "." + type,
                new AnyEvent(),
                day("2010-06-01"),
                day(recorded),
                metadata);
    }

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_history() {
        ViewLaws.isOrderFree(VIEW, FACTS);
        ViewLaws.survivesStorage(VIEW, FACTS);
    }

    @Test
    void every_fact_has_one_row_in_order_of_source_and_position() {
        assertThat(ViewLaws.rows(VIEW, FACTS).keySet())
                .containsExactly("activities-000000000001", "members-000000000007");
    }

    @Test
    void a_row_says_what_happened_when_by_whom_on_which_clause() {
        Entry launched = entry("activities-000000000001", "2010-06-01");
        assertThat(launched.type()).isEqualTo("activities.CampaignLaunched");
        assertThat(launched.organization()).isEqualTo("c");
        assertThat(launched.persons()).isEmpty();
        assertThat(launched.clauses()).containsExactly("S2", "P-ONE");
        assertThat(launched.actor()).isEqualTo("someone");
        assertThat(launched.effectiveAt()).isEqualTo(day("2010-06-01"));
        assertThat(launched.enteredLate()).isFalse();
        assertThat(launched.cause()).isNull();
        assertThat(launched.provenance()).isEqualTo("NATIVE");
    }

    @Test
    void a_fact_is_told_from_its_effective_day_on() {
        assertThat(answer("activities-000000000001", "2010-05-31")).isNull();
        assertThat(answer("activities-000000000001", "2010-06-01")).isNotNull();
        assertThat(answer("activities-000000000099", "2010-06-01")).isNull();
    }

    @Test
    void what_was_entered_later_than_it_was_true_is_marked_and_linked_to_its_cause() {
        Entry told = entry("members-000000000007", "2010-06-05");
        assertThat(told.enteredLate()).isTrue();
        assertThat(told.persons()).containsExactly("ann");
        assertThat(told.cause()).isEqualTo("a-1");
        assertThat(told.correlation()).isEqualTo("c-1");
        assertThat(told.provenance()).isEqualTo("ENTERED");
        assertThat(told.onBehalfOf()).isEqualTo("bob");
        assertThat(told.document()).isEqualTo("d-1");
    }

    @Test
    void what_waits_for_a_second_person_says_so_until_it_is_attested_by_its_own_service() {
        Fact<?> attested = attested("members");
        assertThat(entry("activities-000000000001", "2010-06-01").attestation()).isNull();
        Entry before = requireNonNull(moved("2010-06-05", MOVED, attested));
        assertThat(before.attestation()).isEqualTo(AttestationStatus.MISSING);
        Entry after = requireNonNull(moved("2010-06-06", MOVED, attested));
        assertThat(after.attestation()).isEqualTo(AttestationStatus.GIVEN);
        assertThat(after.attestedBy()).isEqualTo("han");
        Entry other = requireNonNull(moved("2010-06-06", MOVED, attested("activities")));
        assertThat(other.attestation()).isEqualTo(AttestationStatus.MISSING);
        ViewLaws.isOrderFree(VIEW, List.of(MOVED, attested));
        ViewLaws.survivesStorage(VIEW, List.of(MOVED, attested));
    }

    private static Fact<?> attested(String source) {
        return new Fact<>(
                source,
                8,
                source + "-8",
                source + ".ActAttested",
                new ActAttested(new ActId("members-000000000007")),
                day("2010-06-06"),
                day("2010-06-06"),
                Map.of("actor", "han"));
    }

    private static @Nullable Entry moved(String date, Fact<?>... facts) {
        String key = "members-000000000007";
        var row = requireNonNull(ViewLaws.rows(VIEW, List.of(facts)).get(key));
        return VIEW.answer(key, row, day(date));
    }

    @Test
    void facts_that_are_read_for_their_fields_are_not_told_twice() {
        var established =
                new AppointmentFacts.OrganizationEstablished("c", "BRANCH", null, null, "党", "P");
        assertThat(ViewLaws.rows(VIEW, ViewLaws.facts("organizations", "2010-06-01", established)))
                .isEmpty();
        var moved = new MemberTransferred("ann", "b-1", "b-2");
        assertThat(ViewLaws.rows(VIEW, ViewLaws.facts("members", "2010-06-01", moved))).isEmpty();
    }

    @Test
    void an_event_that_nobody_here_has_heard_of_is_read_once_by_its_envelope() {
        EventNames names = EventNames.of(InsightService.definition());
        assertThat(names.readers("activities.InventedTomorrow")).containsExactly(AnyEvent.class);
        assertThat(names.readers("members.MemberTransferred"))
                .containsExactlyInAnyOrder(MemberTransferred.class, AnyEvent.class);
        assertThat(names.readers("elsewhere.Anything")).isEmpty();
    }

    @Test
    void whoever_a_fact_is_about_reads_it_if_it_is_about_nobody_else() {
        Fact<?> both = fact("activities", 9, "Met", "2010-06-06", Map.of("persons", "ann bob"));
        assertThat(reads(head("ann"), MOVED)).isTrue();
        assertThat(reads(head("bob"), MOVED)).isFalse();
        assertThat(reads(head("someone"), MOVED)).isFalse();
        assertThat(reads(head("ann"), both)).isFalse();
        assertThat(reads(head("ann"), LAUNCHED)).isFalse();
        assertThat(reads(auditor(), both)).isTrue();
        assertThat(reads(committee(), both)).isTrue();
    }

    private static boolean reads(Reader reader, Fact<?> fact) {
        Row row = ViewLaws.rows(VIEW, List.of(fact)).values().iterator().next();
        return VIEW.audience(row).admits(reader);
    }

    private static Entry entry(String key, String date) {
        return requireNonNull(answer(key, date));
    }

    private static @Nullable Entry answer(String key, String date) {
        var row = ViewLaws.rows(VIEW, FACTS).get(key);
        return VIEW.answer(key, row == null ? VIEW.empty(key) : row, day(date));
    }
}
