package org.zhengyou.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProfileTest {
    @Test
    void code_belongs_to_the_innermost_part_of_its_stack() {
        assertThat(
                        owner(
                                "java.util.Arrays",
                                "org.h2.mvstore.MVMap",
                                "org.zhengyou.embedded.mongo.Journal"))
                .isEqualTo("embedded store");
        assertThat(owner("java.util.HashMap", "tools.jackson.Reader", "org.zhengyou.kit.X"))
                .isEqualTo("JSON");
        assertThat(owner("sun.security.provider.SHA2", "org.zhengyou.log.Chain"))
                .isEqualTo("signatures and hashes");
        assertThat(owner("com.ibm.icu.text.Collator", "org.zhengyou.kit.projection.Collation"))
                .isEqualTo("views");
        assertThat(owner("org.zhengyou.kit.decide.Given"))
                .isEqualTo("rules and the rest of the kit");
    }

    @Test
    void code_of_nobody_belongs_to_its_thread() {
        Stream<String> stack = Stream.of("io.netty.channel.nio.NioIoHandler", "java.lang.Thread");

        assertThat(Profile.owner("embedded-mongo-3-1", stack)).isEqualTo("embedded store");
        assertThat(Profile.owner("", Stream.empty())).isEqualTo("the JDK and others");
    }

    @Test
    void threads_of_the_jvm_count_as_the_kernel_counts_them_and_the_rest_by_samples() {
        Profile profile =
                Profile.of(
                        Map.of("C2 CompilerThre", 2.0, "GC Thread#1", 1.0, "http-nio-1-exec", 3.0),
                        Map.of("log", 1, "views", 2),
                        4,
                        0,
                        0.2);

        assertThat(profile.cores()).isEqualTo(1.5);
        assertThat(profile.paused()).isEqualTo(0.05);
        assertThat(profile.shares()).hasSize(4);
        assertThat(profile.shares().get("JIT compiler")).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(profile.shares().get("garbage collector")).isCloseTo(1.0 / 6, within(1e-9));
        assertThat(profile.shares().get("log")).isCloseTo(1.0 / 6, within(1e-9));
        assertThat(profile.shares().get("views")).isCloseTo(1.0 / 3, within(1e-9));
    }

    @Test
    void a_phase_in_which_nothing_ran_has_no_shares() {
        Profile profile = Profile.of(Map.of(), Map.of(), 1, 0, 0);

        assertThat(profile.summary()).isEqualTo("0.0 cores busy");
    }

    @Test
    void a_thread_is_called_whatever_stands_between_the_outer_parentheses() {
        assertThat(ThreadTimes.name("12 (a (b) c) S 1 2")).isEqualTo("a (b) c");
    }

    @Test
    void cpu_of_a_thread_that_was_looked_at_and_has_ended_still_counts() throws Exception {
        ThreadTimes times = new ThreadTimes(ProcessHandle.current().pid());
        Thread busy = new Thread(() -> work(times), "busy-one");
        busy.start();
        busy.join();

        assertThat(times.seconds().get("busy-one")).isPositive();
    }

    /** Until the kernel has counted some of it. */
    private static void work(ThreadTimes times) {
        while (times.seconds().getOrDefault("busy-one", 0.0) == 0) Thread.onSpinWait();
    }

    private static String owner(String... classes) {
        return Profile.owner("http-nio-1", Stream.of(classes));
    }
}
