package org.zhengyou.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhengyou.bench.History.Asked;

/** Commands to the platform and to its peer, round by round. */
final class HistoryCommands {
    private final HistoryRun.Plan plan;
    private final SeededPlatform platform;
    private final Consumer<String> say;

    HistoryCommands(HistoryRun.Plan plan, SeededPlatform platform, Consumer<String> say) {
        this.plan = plan;
        this.platform = platform;
        this.say = say;
    }

    /** The medians of the platform. */
    Map<Asked, Round> alone() {
        return medians(null);
    }

    /** The medians of both. */
    Map<Asked, Round> beside(EnversPeer peer) {
        return medians(peer);
    }

    private Map<Asked, Round> medians(@Nullable EnversPeer peer) {
        long until = System.nanoTime() + plan.warmUp().toNanos();
        while (System.nanoTime() < until) round(peer);
        Map<Asked, List<Round>> all = new LinkedHashMap<>();
        for (int i = 0; i < plan.rounds(); i++)
            round(peer)
                    .forEach(
                            (asked, round) ->
                                    all.computeIfAbsent(asked, a -> new ArrayList<>()).add(round));
        Map<Asked, Round> medians = new LinkedHashMap<>();
        all.forEach((asked, of) -> medians.put(asked, Round.median(of)));
        return medians;
    }

    /** Every command to the one and then to the other. */
    private Map<Asked, Round> round(@Nullable EnversPeer peer) {
        Map<Asked, Round> round = new LinkedHashMap<>();
        for (Workload workload : Workload.values()) {
            round.put(
                    new Asked(workload, false),
                    platform.load().round(workload, History.CLIENTS, plan.length()));
            if (peer != null)
                round.put(
                        new Asked(workload, true),
                        peer.round(workload, platform.world(), History.CLIENTS, plan.length()));
        }
        round.forEach((asked, seen) -> say.accept(asked + ": " + seen));
        return round;
    }
}
