package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.client.Recorded;
import org.zhengyou.standalone.demo.SignedIn;
import org.zhengyou.standalone.identity.DemoPeople;

/**
 * {@code kill -9} in the middle of the demonstration, and going on. What the client was told is the
 * oracle: all of it is there, once, and nothing else is.
 */
@ExtendWith(RunningCampaign.Shared.class)
class KillTest {
    private static final long SEED = 9;
    private static final int KILLS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void killed_in_the_middle_of_the_demonstration_the_platform_loses_and_doubles_nothing(
            RunningCampaign undisturbed) {
        PlatformOptions options = PlatformOptions.onFreePorts(folder.resolve("data"));
        Queue<Recorded> told = new ConcurrentLinkedQueue<>();
        try (MortalPlatform platform =
                new MortalPlatform(options, folder, moments(undisturbed.steps()))) {
            PlatformClient client = client(options, told, platform);
            List<String> heads = RunningCampaign.play(client, platform);
            assertThat(platform.deaths()).isEqualTo(KILLS);
            RunningCampaign.settle(client, heads); // as it was where nobody was killed
            platform.stop();
        }

        assertThat(verify(options.data())).isZero();
        try (StoppedLogs logs = StoppedLogs.in(options.data());
                StoppedLogs whole = StoppedLogs.in(copyOf(undisturbed))) {
            everythingToldIsThere(logs, told);
            assertThat(logs.counts()).isEqualTo(whole.counts());
            assertThat(logs.learned()).isEqualTo(whole.learned());
            for (Service service : Platform.allServices()) nothingWasLearnedTwice(logs, service);
        }
        History disturbed = History.in(options.data());
        History whole = History.in(copyOf(undisturbed));
        assertThat(disturbed.without(whole)).isEmpty();
        assertThat(whole.without(disturbed)).isEmpty();
    }

    /** The checker must be able to fail: a client that was told what is not there is noticed. */
    @Test
    void an_answer_that_is_not_in_the_log_is_noticed(RunningCampaign campaign) {
        Recorded lie = new Recorded("members", "x", 3, List.of("members.MembershipEnded"), false);
        Recorded beyond =
                new Recorded(
                        "members", "x", 1L << 40, List.of("members.PartyMemberRegistered"), false);
        try (StoppedLogs logs = StoppedLogs.in(copyOf(campaign))) {
            for (Recorded wrong : List.of(lie, beyond))
                assertThat(missing(logs, List.of(wrong))).containsExactly(wrong);
        }
    }

    private Path copyOf(RunningCampaign campaign) {
        Path copy = folder.resolve("undisturbed");
        if (!copy.toFile().exists()) Folders.copy(campaign.stopped(), copy);
        return copy;
    }

    private static int verify(Path data) {
        return Zhengyou.commandLine().execute("verify", "--data", data.toString());
    }

    /** Seeded, different moments, each told by how many steps were done. */
    private static Set<Integer> moments(int steps) {
        Random random = new Random(SEED);
        Set<Integer> moments = new TreeSet<>();
        while (moments.size() < KILLS) moments.add(1 + random.nextInt(steps - 2));
        return moments;
    }

    private static PlatformClient client(
            PlatformOptions options, Queue<Recorded> told, MortalPlatform platform) {
        // Signing in is not tried again, so everybody has a token before the first death.
        platform.awaitReady();
        SignedIn tokens = new SignedIn(options.issuer(), options.data());
        for (DemoPeople person : DemoPeople.values()) tokens.apply(person.subject());
        return new PlatformClient(options.gatewayUrl(), tokens, PATIENCE, told::add);
    }

    private static void everythingToldIsThere(StoppedLogs logs, Queue<Recorded> told) {
        assertThat(told).hasSizeGreaterThan(200);
        assertThat(missing(logs, List.copyOf(told))).isEmpty();
    }

    /** The answers whose events do not lie at their position. */
    private static List<Recorded> missing(StoppedLogs logs, List<Recorded> told) {
        return told.stream()
                .collect(java.util.stream.Collectors.groupingBy(Recorded::service))
                .entrySet()
                .stream()
                .flatMap(
                        entry -> {
                            List<StoredEvent> log = logs.log(entry.getKey());
                            return entry.getValue().stream().filter(one -> !isThere(log, one));
                        })
                .toList();
    }

    private static boolean isThere(List<StoredEvent> log, Recorded told) {
        long first = told.position() - told.types().size() + 1;
        if (told.position() > log.size()) return false;
        for (int i = 0; i < told.types().size(); i++)
            if (!log.get((int) first - 1 + i).type().equals(told.types().get(i))) return false;
        return true;
    }

    private static void nothingWasLearnedTwice(StoppedLogs logs, Service service) {
        Set<String> places = new HashSet<>();
        for (StoredEvent fact : logs.inbox(service.name())) {
            Map<String, String> metadata = fact.metadata();
            String place =
                    metadata.get(EventCodec.SOURCE)
                            + ':'
                            + metadata.get(EventCodec.SOURCE_POSITION);
            assertThat(places.add(place)).as("%s learned %s", service.name(), place).isTrue();
        }
    }
}
