package org.zhengyou.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.sample.Exhibition;
import org.zhengyou.log.Criteria;

class RequestKeysTest extends RuntimeTest {
    @Test
    void who_guesses_a_key_cannot_find_it_in_a_log_with_personal_data() {
        String guess = "importing 张三, number 100001";
        CommandEnvelope command = CommandEnvelope.of(open("e1", 1), FOUNDER).once(guess);
        try (RunningService service = start("guessed", Exhibition.decider(), Map.of())) {
            service.commands().send(command);
            List<String> tags =
                    service.log().read(Criteria.all(), 0, service.log().head()).stream()
                            .flatMap(event -> event.tags().stream())
                            .filter(tag -> tag.startsWith("request="))
                            .toList();

            assertThat(tags)
                    .hasSize(1)
                    .doesNotContain("request=" + RequestKeys.sha256("founder\n" + guess));
            assertThat(service.commands().send(command).repeated()).isTrue();
        }
    }
}
