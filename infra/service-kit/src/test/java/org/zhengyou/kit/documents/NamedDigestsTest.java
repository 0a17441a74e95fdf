package org.zhengyou.kit.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.view.AnyEvent;

class NamedDigestsTest {
    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);

    private record Figures(int count, String scanDigest) {}

    private record Counted(
            String titleZh,
            @Nullable String rollDigest,
            List<Figures> tallies,
            Map<String, Figures> byUnit) {}

    private record Endless(@Nullable Endless next, String name) {}

    @Test
    void digests_are_found_wherever_a_fact_names_them_and_by_where() {
        Object event =
                new Counted(
                        TWO,
                        ONE,
                        List.of(new Figures(1, TWO), new Figures(2, "kept elsewhere")),
                        Map.of("u", new Figures(1, ONE)));
        assertThat(NamedDigests.places(event))
                .containsEntry("rollDigest", ONE)
                .containsEntry("tallies[0].scanDigest", TWO)
                .hasSize(3);
        assertThat(NamedDigests.in(event)).isEqualTo(Set.of(ONE, TWO));
    }

    @Test
    void what_names_none_names_none() {
        assertThat(NamedDigests.in(new Counted(ONE, null, List.of(), Map.of()))).isEmpty();
        assertThat(NamedDigests.in(new Endless(new Endless(null, ONE), TWO))).isEmpty();
        assertThat(NamedDigests.in(new AnyEvent())).isEmpty();
    }
}
