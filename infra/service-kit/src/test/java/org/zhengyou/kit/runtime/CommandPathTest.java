package org.zhengyou.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.decide.RefusalCode;
import org.zhengyou.kit.sample.Exhibition;
import org.zhengyou.kit.sample.ExhibitionCommand;
import org.zhengyou.kit.sample.ExhibitionEvent;
import org.zhengyou.kit.validation.InvalidCommandException;
import org.zhengyou.log.Condition;
import org.zhengyou.log.NewEvent;

class CommandPathTest extends RuntimeTest {
    @Test
    void a_dry_run_tells_what_would_happen_and_records_nothing() {
        try (RunningService service = start("spring", Exhibition.decider(), Map.of())) {
            CommandEnvelope open = CommandEnvelope.of(open("a", 1), FOUNDER);

            Preview would = service.commands().preview(open.once("key"));
            assertThat(would.events())
                    .extracting(Preview.Happening::type)
                    .containsExactly("spring.ExhibitionOpened");
            assertThat(would.events().getFirst().event())
                    .isInstanceOf(ExhibitionEvent.ExhibitionOpened.class);
            assertThat(service.log().head()).isZero();
            assertThatThrownBy(() -> service.commands().preview(take("a", "ann", "1")))
                    .isInstanceOf(Refusal.class);

            CommandResult did = service.commands().send(open.once("key"));
            assertThat(did)
                    .isEqualTo(new CommandResult(1, List.of("spring.ExhibitionOpened"), false));
        }
    }

    @Test
    void a_command_without_effect_says_up_to_where_it_looked() {
        try (RunningService service = start("spring", Exhibition.decider(), Map.of())) {
            service.commands().send(CommandEnvelope.of(open("a", 1), FOUNDER));
            service.commands().send(CommandEnvelope.of(open("b", 1), FOUNDER));

            assertThat(service.commands().send(CommandEnvelope.of(open("a", 1), FOUNDER)))
                    .isEqualTo(new CommandResult(2, List.of(), false));
        }
    }

    @Test
    void a_policys_command_carries_its_cause() {
        try (RunningService service = start("spring", Exhibition.decider(), Map.of())) {
            Actor policy = new Actor("policy:when-then", Set.of());
            Instant at = Instant.parse("2010-06-15T08:00:00Z");
            service.commands()
                    .send(
                            CommandEnvelope.of(open("a", 1), policy)
                                    .effective(at)
                                    .once("when-then 42")
                                    .becauseOf("conversation", "event-42"));

            var event = service.log().page(0, 1).getFirst();
            assertThat(event.effectiveAt()).isEqualTo(at);
            assertThat(event.metadata())
                    .containsEntry(EventMetadata.ACTOR, "policy:when-then")
                    .containsEntry(EventMetadata.CORRELATION, "conversation")
                    .containsEntry(EventMetadata.CAUSATION, "event-42");
        }
    }

    @Test
    void what_is_no_command_of_the_service_is_a_mistake_of_the_caller() {
        try (RunningService service = start("spring", Exhibition.decider(), Map.of())) {
            assertThatThrownBy(() -> service.commands().send(CommandEnvelope.of("open!", FOUNDER)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(
                            () ->
                                    service.commands()
                                            .send(
                                                    CommandEnvelope.of(open("a", 1), FOUNDER)
                                                            .effective(
                                                                    Instant.EPOCH.minusSeconds(
                                                                            2_000_000_000))))
                    .isInstanceOf(InvalidCommandException.class)
                    .hasMessageContaining("1921");
            assertThatThrownBy(
                            () ->
                                    service.commands()
                                            .send(CommandEnvelope.of(open("a", 0), FOUNDER)))
                    .isInstanceOf(InvalidCommandException.class)
                    .hasMessageContaining("places");
        }
    }

    @Test
    void who_always_comes_too_late_is_told_so_in_the_end() {
        var running = new AtomicReference<RunningService>();
        var decisions = new AtomicInteger();
        var overtaken =
                overtaken(
                        () -> {
                            int n = decisions.incrementAndGet();
                            RunningService service = running.get();
                            if (service != null && n > 1) somebodyElse(service, n);
                        });
        try (RunningService service = start("spring", overtaken, Map.of())) {
            service.commands().send(CommandEnvelope.of(open("a", 9), FOUNDER));
            running.set(service);

            assertThatThrownBy(() -> service.commands().send(take("a", "ann", "1")))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal ->
                                    assertThat(refusal.code())
                                            .isEqualTo(RefusalCode.CONCURRENT_CHANGE));
            assertThat(decisions.get()).isGreaterThan(10);
        }
    }

    /** The same rules, and something that happens while they are applied. */
    private static Decider<ExhibitionCommand, ExhibitionEvent, ?> overtaken(Runnable meanwhile) {
        return overtaken(Exhibition.decider(), meanwhile);
    }

    private static <S> Decider<ExhibitionCommand, ExhibitionEvent, S> overtaken(
            Decider<ExhibitionCommand, ExhibitionEvent, S> rules, Runnable meanwhile) {
        return new Decider<>(
                rules.name(),
                rules.commands(),
                rules.emits(),
                rules.own(),
                rules.rests(),
                (state, command, given) -> {
                    meanwhile.run();
                    return rules.decide().decide(state, command, given);
                },
                rules.commandKey(),
                rules.eventKey(),
                rules.boundary(),
                rules.tags(),
                rules.concern());
    }

    private static void somebodyElse(RunningService service, int n) {
        service.log()
                .append(
                        List.of(
                                new NewEvent(
                                        "elsewhere-" + n,
                                        "spring.ExhibitionOpened",
                                        "1",
                                        Instant.parse("2010-06-15T08:00:00Z"),
                                        Set.of("exhibition=a"),
                                        Map.of(),
                                        "{\"exhibition\":\"a\",\"titleZh\":\"x\",\"places\":9}")),
                        Condition.none());
    }
}
