package org.zhengyou.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.runtime.Rerun.Difference;
import org.zhengyou.kit.runtime.Rerun.Report;
import org.zhengyou.kit.sample.Exhibition;
import org.zhengyou.kit.sample.ExhibitionCommand;
import org.zhengyou.kit.sample.ExhibitionCommand.CloseExhibition;
import org.zhengyou.kit.sample.ExhibitionCommand.OpenExhibition;
import org.zhengyou.kit.sample.ExhibitionEvent;
import org.zhengyou.kit.sample.ExhibitionEvent.ExhibitionOpened;
import org.zhengyou.kit.sample.ExhibitionId;

/** What was decided once is decided again, and comes out the same. */
class RerunTest extends RuntimeTest {
    private static void play(RunningService service) {
        for (String id : List.of("a", "b", "c"))
            service.commands().send(CommandEnvelope.of(open(id, 2), FOUNDER));
        for (String who : List.of("ann", "bob")) service.commands().send(take("a", who, "n" + who));
        service.commands().send(take("b", "cid", "ncid"));
        var close = new CloseExhibition(new ExhibitionId("a"), "over");
        service.commands().send(CommandEnvelope.of(close, FOUNDER));
    }

    @Test
    void every_decision_comes_out_the_same() {
        try (RunningService service = start("spring", Exhibition.decider(), Map.of())) {
            play(service);
            assertThat(Rerun.of(service)).isEqualTo(new Report(7, 0, List.of()));
        }
    }

    @Test
    void rules_that_look_at_a_clock_are_found() {
        try (RunningService service = start("spring", withAClock(), Map.of())) {
            play(service);
            assertThat(Rerun.of(service).differences())
                    .extracting(Difference::command)
                    .containsExactly("OpenExhibition", "OpenExhibition", "OpenExhibition");
        }
    }

    @Test
    void rules_that_changed_are_found() {
        try (RunningService service = start("spring", Exhibition.decider(), Map.of())) {
            play(service);
            Service changed =
                    Service.named("spring").decider(withAClock()).opensPersonalData().build();
            assertThat(Rerun.of(service, changed).differences()).hasSize(3);
        }
    }

    @Test
    void what_was_changed_in_the_log_is_found() {
        try (RunningService service = start("spring", Exhibition.decider(), Map.of())) {
            play(service);
        }
        tamper("spring", 2, "{\"exhibition\":\"b\",\"places\":9,\"titleZh\":\"榜样\"}");
        try (RunningService service = start("spring", Exhibition.decider(), Map.of())) {
            assertThat(Rerun.of(service).differences())
                    .extracting(Difference::position)
                    .containsExactly(2L);
        }
    }

    @Test
    void what_is_sealed_with_a_destroyed_key_is_counted_and_passed_over() {
        try (RunningService service = start("spring", Exhibition.decider(), Map.of())) {
            play(service);
            service.database().getCollection("keys").deleteOne(new Document("_id", "cid"));
        }
        try (RunningService service = start("spring", Exhibition.decider(), Map.of())) {
            Report report = Rerun.of(service);
            assertThat(report.sealed()).isEqualTo(1);
            assertThat(report.decisions()).isEqualTo(6);
        }
    }

    /** A seeded defect: how many places there are depends on when one asks. */
    private static Decider<ExhibitionCommand, ExhibitionEvent, ?> withAClock() {
        return clocked(Exhibition.decider());
    }

    private static <S> Decider<ExhibitionCommand, ExhibitionEvent, S> clocked(
            Decider<ExhibitionCommand, ExhibitionEvent, S> rules) {
        return new Decider<>(
                rules.name(),
                rules.commands(),
                rules.emits(),
                rules.own(),
                rules.rests(),
                (state, command, given) ->
                        command instanceof OpenExhibition open
                                ? opened(rules.decide().decide(state, command, given), open)
                                : rules.decide().decide(state, command, given),
                rules.commandKey(),
                rules.eventKey(),
                rules.boundary(),
                rules.tags(),
                rules.concern());
    }

    private static List<? extends ExhibitionEvent> opened(
            List<? extends ExhibitionEvent> events, OpenExhibition open) {
        int now = (int) (System.nanoTime() & 0xFFFF) + 100;
        return events.isEmpty()
                ? events
                : List.of(new ExhibitionOpened(open.exhibition(), open.titleZh(), now));
    }
}
