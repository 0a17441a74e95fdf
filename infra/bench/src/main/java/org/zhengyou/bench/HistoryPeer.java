package org.zhengyou.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.zhengyou.bench.EnversPeer.Kind;
import org.zhengyou.bench.History.PeerPage;
import org.zhengyou.bench.campaign.University;

/** The peer's pages as of a date, at the sizes of the campaigns. */
final class HistoryPeer {
    private static final String PAGE = "/api/members/members?limit=" + Question.PAGE;
    private static final String AS_OF = "&asOf=2010-10-01T00:00:00Z";

    private final Postgres postgres;
    private final SeededPlatform platform;
    private final Consumer<String> say;
    private final Map<PeerPage, Histogram> pages = new LinkedHashMap<>();

    /** Takes the tokens of this platform. */
    HistoryPeer(Postgres postgres, SeededPlatform platform, Consumer<String> say) {
        this.postgres = postgres;
        this.platform = platform;
        this.say = say;
    }

    /** How long pages took, in microseconds; one answer is enough where it takes long. */
    Map<PeerPage, Histogram> pages(List<University> sizes, double seconds) {
        for (University size : sizes)
            for (Kind kind : Kind.values())
                try (EnversPeer peer = start(kind, size)) {
                    page(peer, new PeerPage(kind, size.members(), true), PAGE, seconds);
                    page(peer, new PeerPage(kind, size.members(), false), PAGE + AS_OF, seconds);
                }
        return pages;
    }

    /** One that is tuned, for commands. */
    EnversPeer again(University size) {
        return start(Kind.TUNED, size);
    }

    private EnversPeer start(Kind kind, University size) {
        return new EnversPeer(postgres, kind, size, platform.issuer());
    }

    private void page(EnversPeer peer, PeerPage which, String path, double seconds) {
        Asker asker = new Asker(peer.port(), platform.world()::token);
        Histogram micros = ClosedLoop.histogram();
        asker.once(path); // the first one of a process is no measure
        Asker.Answer first = asker.once(path);
        if (first.seconds() < seconds) {
            String refused = asker.during(seconds, path, ClosedLoop.histogram()); // warms up
            refused += asker.during(seconds, path, micros);
            if (!refused.isEmpty()) throw new IllegalStateException(path + ": " + refused);
        } else {
            ClosedLoop.record(micros, (long) (1e9 * first.seconds()));
        }
        pages.put(which, micros);
        say.accept(
                "peer, %s: %d rows, p50 %.1f ms %s"
                        .formatted(
                                which,
                                first.body().path("rows").size(),
                                micros.getValueAtPercentile(50) / 1e3,
                                first.refused()));
    }
}
