package org.zhengyou.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.sample.Exhibition;
import org.zhengyou.kit.sample.ExhibitionCommand.CloseExhibition;
import org.zhengyou.kit.sample.ExhibitionId;

class StateCacheTest extends RuntimeTest {
    private static final int COMMANDS = 600;
    private static final int EXHIBITIONS = 12;
    private static final int VISITORS = 25;
    private static final long SEED = 20_100_615;

    @Test
    void answers_are_the_same_with_any_cache_and_after_a_restart() {
        List<String> without = play("without", "0");
        List<String> tiny = play("tiny", "3");
        List<String> large = play("large", "50000");

        assertThat(tiny).isEqualTo(without);
        assertThat(large).isEqualTo(without);
        assertThat(without).anyMatch(outcome -> outcome.contains("PlaceTaken"));
        assertThat(without).anyMatch(outcome -> outcome.contains("ALREADY_ON_RECORD"));
        assertThat(without).anyMatch(outcome -> outcome.contains("ROUND_CLOSED"));
        assertThat(without).anyMatch(outcome -> outcome.endsWith("[]"));
    }

    private List<String> play(String name, String cached) {
        Map<String, String> properties = Map.of("ZHENGYOU_CACHED_STATES", cached);
        Random random = new Random(SEED);
        List<String> outcomes = new ArrayList<>();
        for (int part = 0; part < 2; part++)
            try (RunningService service = start(name, Exhibition.decider(), properties)) {
                for (int i = 0; i < COMMANDS / 2; i++)
                    outcomes.add(outcome(service, any(random)).replace(name + ".", ""));
            }
        return outcomes;
    }

    private static CommandEnvelope any(Random random) {
        String id = "e" + random.nextInt(EXHIBITIONS);
        String visitor = "v" + random.nextInt(VISITORS);
        return switch (random.nextInt(20)) {
            case 0 -> CommandEnvelope.of(new CloseExhibition(new ExhibitionId(id), "x"), FOUNDER);
            case 1, 2, 3 -> CommandEnvelope.of(open(id, 1 + random.nextInt(4)), FOUNDER);
            default -> take(id, visitor, "n" + random.nextInt(VISITORS));
        };
    }

    private static String outcome(RunningService service, CommandEnvelope command) {
        try {
            CommandResult result = service.commands().send(command);
            return result.position() + " " + result.types();
        } catch (Refusal refusal) {
            return refusal.code() + " " + refusal.reason();
        }
    }
}
