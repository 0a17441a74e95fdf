package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.standalone.client.Recorded;
import tools.jackson.databind.JsonNode;

/**
 * Two processes of one service. Both take commands; one of them publishes, learns and keeps the
 * views. When that one is killed, the other takes over, and nothing is lost or doubled.
 */
class TakeOverTest {
    private static final int MEMBERS = 160;
    private static final int AT_ONCE = 8;
    private static final long SEED = 7;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void when_the_working_process_is_killed_the_other_one_takes_over() {
        try (TwoProcesses members = TwoProcesses.start(folder)) {
            String branch = members.found("DB1");
            List<Recorded> told = registerWhileOneIsKilled(members, branch);
            long head = told.stream().mapToLong(Recorded::position).max().orElseThrow();

            // Views: the other process shows everybody.
            JsonNode roster = members.second("/api/members/branch-roster", "count=branch", head);
            assertThat(roster.path("counts").path(0).path("branch").asString()).isEqualTo(branch);
            assertThat(roster.path("counts").path(0).path("count").asInt()).isEqualTo(MEMBERS);
            // Publishing: consumers learned each event once.
            everythingWasLearnedOnce(members.learned("insight", "timeline", head), head);
            everythingWasLearnedOnce(
                    members.learned("organizations", "organization-tree", head), head);
            // Intake: the other process learns what happened after the death.
            String later = members.found("DB2");
            assertThat(members.register(later, 9_999, true).types())
                    .containsExactly("members.PartyMemberRegistered");
        }
    }

    /** Every member is registered through one of both, or through the other once that is dead. */
    private static List<Recorded> registerWhileOneIsKilled(TwoProcesses members, String branch) {
        int death = MEMBERS / 4 + new Random(SEED).nextInt(MEMBERS / 2);
        AtomicInteger answers = new AtomicInteger();
        ConcurrentLinkedQueue<Recorded> told = new ConcurrentLinkedQueue<>();
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < MEMBERS; i++) {
                int number = i;
                running.add(
                        clients.submit(
                                () -> {
                                    told.add(members.register(branch, number, number % 2 == 0));
                                    if (answers.incrementAndGet() == death) members.killFirst();
                                }));
            }
            for (Future<?> each : running) finish(each);
        }
        assertThat(members.firstIsAlive()).isFalse();
        // Each answer tells of another event: no command was carried out twice.
        assertThat(told.stream().map(Recorded::position).distinct()).hasSize(MEMBERS);
        return List.copyOf(told);
    }

    private static void finish(Future<?> each) {
        try {
            each.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void everythingWasLearnedOnce(ServiceRuntime service, long head) {
        Map<Long, Integer> times = new TreeMap<>();
        Set<String> persons = new TreeSet<>();
        for (StoredEvent fact : StoppedLogs.all(service.inbox())) {
            if (!"members".equals(fact.metadata().get(EventCodec.SOURCE))) continue;
            times.merge(
                    Long.parseLong(fact.metadata().getOrDefault(EventCodec.SOURCE_POSITION, "")),
                    1,
                    Integer::sum);
            persons.add(Http.JSON.readTree(fact.payload()).path("member").asString());
        }
        assertThat(times).hasSize((int) head).containsOnlyKeys(upTo(head));
        assertThat(times.values()).as(service.service().name()).containsOnly(1);
        assertThat(persons).hasSize(MEMBERS);
    }

    private static List<Long> upTo(long head) {
        return java.util.stream.LongStream.rangeClosed(1, head).boxed().toList();
    }
}
