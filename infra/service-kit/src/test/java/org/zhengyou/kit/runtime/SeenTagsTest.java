package org.zhengyou.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zhengyou.kit.sample.Exhibition;
import org.zhengyou.log.EventLog;

@Timeout(30)
class SeenTagsTest extends RuntimeTest {
    private static final int ENTITIES = 50;

    @Test
    void a_tag_that_was_appended_is_seen_and_another_is_not() {
        try (RunningService service = start("spring", Exhibition.decider(), Map.of())) {
            for (int i = 0; i < ENTITIES; i++) open(service, i);
            try (SeenTags seen = new SeenTags(service.log())) {
                awaitEnd(seen, service.log());
                for (int i = 0; i < ENTITIES; i++)
                    assertThat(seen.unseen("exhibition=e" + i)).isFalse();
                assertThat(seen.unseen("exhibition=e" + ENTITIES)).isTrue();

                open(service, ENTITIES);
                assertThat(seen.known()).isEqualTo(service.log().head());
                assertThat(seen.unseen("exhibition=e" + ENTITIES)).isFalse();
            }
        }
    }

    @Test
    void what_is_found_does_not_depend_on_having_read_the_log_through() {
        try (RunningService first = start("spring", Exhibition.decider(), Map.of())) {
            open(first, 1);
        }
        try (RunningService second = start("spring", Exhibition.decider(), Map.of())) {
            assertThat(second.commands().send(CommandEnvelope.of(open("e1", 1), FOUNDER)).types())
                    .isEmpty();
            assertThat(second.commands().send(take("e1", "ann", "1")).types()).hasSize(1);
        }
    }

    private static void open(RunningService service, int i) {
        service.commands().send(CommandEnvelope.of(open("e" + i, 1), FOUNDER));
    }

    private static void awaitEnd(SeenTags seen, EventLog log) {
        while (seen.known() < log.head()) Thread.onSpinWait();
    }
}
