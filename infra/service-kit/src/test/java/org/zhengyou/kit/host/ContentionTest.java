package org.zhengyou.kit.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.host.TestHost.Answer;
import org.zhengyou.kit.sample.ExhibitionService;

class ContentionTest extends HttpTest {
    private static final int CALLERS = 64;

    @Test
    void of_64_callers_for_one_place_exactly_one_wins() throws Exception {
        host.send("OpenExhibition", setup, open("c1", 1));
        assertThat(outcomes(i -> host.send("TakePlace", token(i), take("c1", name(i), "c1-" + i))))
                .isEqualTo(Map.of("200", 1, "ROUND_CLOSED", CALLERS - 1));
    }

    @Test
    void many_on_one_entity_all_get_through() throws Exception {
        host.send("OpenExhibition", setup, open("c2", CALLERS));
        assertThat(outcomes(i -> host.send("TakePlace", token(i), take("c2", name(i), "c2-" + i))))
                .isEqualTo(Map.of("200", CALLERS));
    }

    @Test
    void of_64_claims_of_one_number_for_64_entities_exactly_one_wins() throws Exception {
        for (int i = 0; i < CALLERS; i++) host.send("OpenExhibition", setup, open("d" + i, 1));
        assertThat(outcomes(i -> host.send("TakePlace", token(i), take("d" + i, name(i), "one"))))
                .isEqualTo(Map.of("200", 1, "ALREADY_ON_RECORD", CALLERS - 1));
    }

    @Test
    void two_processes_on_one_log_decide_as_one() throws Exception {
        host.send("OpenExhibition", setup, open("e1", CALLERS / 2));
        try (TestHost other =
                TestHost.start(ExhibitionService.definition(), store, issuer, folder, Map.of())) {
            Map<String, Integer> outcomes =
                    outcomes(
                            i ->
                                    (i % 2 == 0 ? host : other)
                                            .send(
                                                    "TakePlace",
                                                    token(i),
                                                    take("e1", name(i), "e1-" + i)));
            assertThat(outcomes).isEqualTo(Map.of("200", CALLERS / 2, "ROUND_CLOSED", CALLERS / 2));
        }
    }

    private interface Caller {
        Answer call(int index);
    }

    private static Map<String, Integer> outcomes(Caller caller) throws Exception {
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            int index = i;
            calls.add(() -> caller.call(index));
        }
        Map<String, Integer> outcomes = new TreeMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> future : threads.invokeAll(calls)) {
                Answer answer = future.get();
                outcomes.merge(answer.status() == 200 ? "200" : answer.problem(), 1, Integer::sum);
            }
        }
        return outcomes;
    }

    private static String token(int i) {
        return issuer.token(name(i));
    }

    private static String name(int i) {
        return "visitor-" + i;
    }
}
