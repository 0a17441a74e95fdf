package org.zhengyou.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.ROLL_CLOSED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.decide.RefusalCode;
import org.zhengyou.kit.decide.Undisclosed;
import org.zhengyou.kit.sample.ExhibitionId;
import org.zhengyou.kit.validation.InvalidCommandException;
import org.zhengyou.log.StoredEvent;

/** A refusal may leave a fact: a lock that takes two wrong codes, and the right one. */
class AttemptTest extends RuntimeTest {
    private static final String RIGHT = "0618";

    sealed interface LockCommand {
        ExhibitionId lock();

        @Undisclosed(outcome = true)
        record TryCode(ExhibitionId lock, String code) implements LockCommand {}
    }

    sealed interface LockEvent {
        ExhibitionId lock();

        record LockOpened(ExhibitionId lock) implements LockEvent {}

        record WrongCodeTried(ExhibitionId lock) implements LockEvent {}
    }

    private static Decider<LockCommand, LockEvent, Integer> lock() {
        return Decider.of("lock", LockCommand.class, LockEvent.class)
                .about(LockCommand::lock, LockEvent::lock)
                .decides(
                        0,
                        AttemptTest::decide,
                        (wrong, told) ->
                                told.event() instanceof LockEvent.WrongCodeTried
                                        ? wrong + 1
                                        : wrong)
                .concerning(event -> Concern.ofCommittee("S1"));
    }

    private static List<LockEvent> decide(Integer wrong, LockCommand command, Given given) {
        given.authority().requireSelf(given.actor().person(), "S1");
        if (wrong == 2) throw refuse(ROLL_CLOSED, "S1", "two codes were wrong");
        return switch (command) {
            case LockCommand.TryCode c when c.code().equals(RIGHT) ->
                    List.of(new LockEvent.LockOpened(c.lock()));
            case LockCommand.TryCode c ->
                    throw refuse(NOT_ON_RECORD, "S1", "this code is wrong: think again")
                            .leaving(new LockEvent.WrongCodeTried(c.lock()));
        };
    }

    private static CommandEnvelope code(String code) {
        return CommandEnvelope.of(
                new LockCommand.TryCode(new ExhibitionId("l"), code), new Actor("ann", Set.of()));
    }

    private static void isRefused(ThrowingCallable act, RefusalCode code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static List<String> types(RunningService service) {
        return service.log().page(0, 100).stream().map(StoredEvent::type).toList();
    }

    @Test
    void an_attempt_is_refused_and_on_record_and_counts_for_the_next() {
        try (RunningService service = start("locks", lock(), Map.of())) {
            for (String wrong : List.of("1", "2"))
                isRefused(() -> service.commands().send(code(wrong)), NOT_ON_RECORD);
            assertThat(types(service))
                    .containsExactly("locks.WrongCodeTried", "locks.WrongCodeTried");
            isRefused(() -> service.commands().send(code(RIGHT)), ROLL_CLOSED);
            assertThat(types(service)).hasSize(2);
        }
    }

    @Test
    void the_same_attempt_under_the_same_key_is_refused_again_and_leaves_nothing_more() {
        try (RunningService service = start("locks", lock(), Map.of())) {
            for (int i = 0; i < 3; i++)
                assertThatThrownBy(() -> service.commands().send(code("1").once("k")))
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                no -> {
                                    assertThat(no.code()).isEqualTo(NOT_ON_RECORD);
                                    assertThat(no.clause()).isEqualTo("S1");
                                    assertThat(no.reason())
                                            .isEqualTo("this code is wrong: think again");
                                });
            assertThat(types(service)).hasSize(1);
            assertThat(service.commands().send(code(RIGHT).once("j")).types())
                    .containsExactly("locks.LockOpened");
        }
    }

    @Test
    void nobody_finds_out_beforehand() {
        try (RunningService service = start("locks", lock(), Map.of())) {
            for (String any : List.of("1", RIGHT))
                assertThatThrownBy(() -> service.commands().preview(code(any)))
                        .isInstanceOf(InvalidCommandException.class)
                        .hasMessageContaining("preview");
            assertThat(types(service)).isEmpty();
        }
    }

    @Test
    void an_attempt_that_is_decided_again_comes_out_the_same() {
        try (RunningService service = start("locks", lock(), Map.of())) {
            isRefused(() -> service.commands().send(code("1")), NOT_ON_RECORD);
            service.commands().send(code(RIGHT));
            assertThat(Rerun.of(service)).isEqualTo(new Rerun.Report(2, 0, List.of()));
        }
    }
}
