package org.zhengyou.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.personal.PersonalKeys;
import org.zhengyou.kit.sample.Exhibition;
import org.zhengyou.kit.sample.ExhibitionCommand.CloseExhibition;
import org.zhengyou.kit.sample.ExhibitionCommand.OpenExhibition;
import org.zhengyou.kit.sample.ExhibitionCommand.TakePlace;
import org.zhengyou.kit.sample.ExhibitionId;
import org.zhengyou.kit.sample.FoldedKnowledge;
import org.zhengyou.kit.view.View;
import org.zhengyou.log.StoredEvent;

/** What an event says besides its own fields. */
class EnvelopeTest extends RuntimeTest {
    private static List<StoredEvent> events(RunningService service) {
        return service.log().page(0, 100);
    }

    private static CommandText text(RunningService service) {
        return new CommandText(service.personalKeys());
    }

    @Test
    void an_event_says_what_it_concerns_and_on_what_it_was_decided() {
        try (RunningService service = start("spring", Exhibition.decider(), Map.of())) {
            service.commands().send(CommandEnvelope.of(open("a", 1), FOUNDER));
            service.commands().send(take("a", "ann", "100001"));
            assertThat(events(service).getLast().metadata())
                    .containsEntry(EventMetadata.CLAUSES, "S57")
                    .containsEntry(EventMetadata.PERSONS, "ann")
                    .containsEntry(EventMetadata.PROVENANCE, EventMetadata.NATIVE)
                    .containsKey(EventMetadata.BASIS)
                    .doesNotContainKeys(
                            EventMetadata.DECISION, EventMetadata.ROLE, EventMetadata.DOCUMENT);
            assertThat(events(service).getFirst().metadata())
                    .containsEntry(EventMetadata.ROLE, "SETUP");
        }
    }

    @Test
    void the_command_lies_in_the_log_sealed_and_dies_with_the_key_of_whom_it_is_about() {
        CommandEnvelope take = take("a", "ann", "100001");
        try (RunningService service = start("spring", Exhibition.decider(), Map.of())) {
            service.commands().send(CommandEnvelope.of(open("a", 1), FOUNDER));
            service.commands().send(take);
            List<StoredEvent> decision = events(service).subList(1, 2);
            assertThat(decision.getFirst().toString()).doesNotContain("100001");
            assertThat(decision.getFirst().metadata())
                    .containsEntry(EventMetadata.COMMAND, "TakePlace");
            String read = text(service).read(decision).orElseThrow();
            assertThat(text(service).command(read, TakePlace.class)).isEqualTo(take.command());

            service.database().getCollection("keys").deleteOne(new org.bson.Document("_id", "ann"));
            PersonalKeys without =
                    new PersonalKeys(
                            service.database().getCollection("keys"), folder.resolve("master.key"));
            assertThat(new CommandText(Optional.of(without)).read(decision)).isEmpty();
        }
    }

    @Test
    void the_events_of_one_decision_are_numbered_and_share_its_command() {
        try (RunningService service = start("spring", Exhibition.decider(), Map.of())) {
            service.commands().send(CommandEnvelope.of(open("a", 1), FOUNDER));
            var close = new CloseExhibition(new ExhibitionId("a"), "over");
            service.commands().send(CommandEnvelope.of(close, FOUNDER));
            List<StoredEvent> decision = events(service).subList(1, 3);
            assertThat(decision)
                    .extracting(event -> event.metadata().get(EventMetadata.DECISION))
                    .containsExactly("1/2", "2/2");
            assertThat(text(service).read(decision)).contains(text(service).plain(close));
        }
    }

    @Test
    void a_long_command_is_compressed_and_cut_evenly() {
        CommandText clear = new CommandText(Optional.empty());
        var open =
                new OpenExhibition(
                        new ExhibitionId("a"),
                        IntStream.range(0, 3_000).mapToObj(i -> "党" + i).toList().toString(),
                        5,
                        org.zhengyou.kit.sample.ExhibitionCommand.Form.FILM,
                        List.of(),
                        java.util.Set.of(),
                        Map.of(),
                        null);
        List<Map<String, String>> metadata = new ArrayList<>();
        for (int i = 0; i < 3; i++) metadata.add(new java.util.HashMap<>());
        clear.stamp(metadata, open, "founder", List.of());
        assertThat(metadata)
                .allSatisfy(
                        one ->
                                assertThat(
                                                one.getOrDefault(EventMetadata.COMMAND_TEXT, "")
                                                        .length())
                                        .isBetween(1_000, clear.plain(open).length() / 3));
        List<StoredEvent> stored = metadata.stream().map(EnvelopeTest::stored).toList();
        assertThat(clear.command(clear.read(stored).orElseThrow(), OpenExhibition.class))
                .isEqualTo(open);
    }

    private static StoredEvent stored(Map<String, String> metadata) {
        var now = java.time.Instant.EPOCH;
        return new StoredEvent(1, now, "i", "t", "1", now, java.util.Set.of(), metadata, "{}");
    }

    @Test
    void who_meets_a_row_that_is_not_announced_yet_decides_again() {
        AtomicInteger asked = new AtomicInteger();
        try (RunningService service =
                start("spring", Exhibition.decider(), Map.of(), early(asked, 3))) {
            service.commands().send(CommandEnvelope.of(open("a", 1), FOUNDER));
            assertThat(asked).hasValue(4);
            assertThat(events(service).getFirst().metadata())
                    .containsEntry(EventMetadata.BASIS, "4:7");
        }
    }

    @Test
    void what_is_never_announced_is_not_decided_on() {
        try (RunningService service =
                start("spring", Exhibition.decider(), Map.of(), early(new AtomicInteger(), 1000))) {
            CommandEnvelope open = CommandEnvelope.of(open("a", 1), FOUNDER);
            assertThatThrownBy(() -> service.commands().send(open))
                    .isInstanceOf(TimeLimitExceededException.class);
            assertThat(events(service)).isEmpty();
        }
    }

    /** Knowledge of which the rows are ahead of what is announced, so many times. */
    private static PartFactory early(AtomicInteger asked, int times) {
        return runtime ->
                new FoldedKnowledge(runtime) {
                    @Override
                    public Looking looking(Basis atLeast) {
                        int time = asked.incrementAndGet();
                        Looking folded = super.looking(atLeast);
                        return new Looking() {
                            @Override
                            public Basis basis() {
                                return new Basis(time, 7);
                            }

                            @Override
                            public Basis met() {
                                return new Basis(time <= times ? time + 1 : time, 7);
                            }

                            @Override
                            public <R extends Record> R look(
                                    Class<? extends View<R, ?>> view, String key) {
                                return folded.look(view, key);
                            }
                        };
                    }
                };
    }

    @Test
    void what_would_not_fit_an_entry_is_refused_and_nothing_is_recorded() {
        try (RunningService service = start("spring", Exhibition.decider(), Map.of())) {
            service.commands().send(CommandEnvelope.of(open("a", 1), FOUNDER));
            StringBuilder text = new StringBuilder();
            var random = new java.util.Random(1);
            for (int i = 0; i < 70_000; i++) text.append((char) ('a' + random.nextInt(26)));
            var close = new CloseExhibition(new ExhibitionId("a"), text.toString());
            assertThatThrownBy(() -> service.commands().send(CommandEnvelope.of(close, FOUNDER)))
                    .isInstanceOf(org.zhengyou.log.LogLimitExceededException.class)
                    .hasMessageContaining("spring.ExhibitionClosed");
            assertThat(service.log().head()).isEqualTo(1);
            assertThat(service.commands().send(take("a", "ann", "1")).types()).hasSize(1);
        }
    }
}
