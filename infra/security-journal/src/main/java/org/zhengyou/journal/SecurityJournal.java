package org.zhengyou.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 安全日志. One line for each thing that whoever guards the platform wants to know of (ASVS V16), on a
 * logger of its own, {@value #LOGGER}:
 *
 * <pre>{@code
 * event=SIGN_IN_FAILED door=identity time=2011-07-01T02:00:00Z account=… address=127.0.0.1 act=login code=- correlation=-
 * }</pre>
 *
 * <p>A flood does not fill the disk: of each kind {@value #MOST_LINES} lines are written a minute.
 * What comes beyond is counted, and one line at the end of that minute says how much it was: {@code
 * event=… door=… from=… until=… more=940}. Each kind is counted for itself, so that no flood of one
 * hides another.
 */
public final class SecurityJournal {
    /** The name of its logger. */
    public static final String LOGGER = "zhengyou.security";

    /** Lines of one kind within a minute. */
    static final int MOST_LINES = 60;

    static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private final String door;
    private final InstantSource clock;
    private final Executor aMinuteLater;
    private final Map<SecurityEvent, Minute> minutes = new EnumMap<>(SecurityEvent.class);

    /** One kind within the minute that began then. */
    private static final class Minute {
        private final Instant from;
        private int lines;
        private long more;

        Minute(Instant from) {
            this.from = from;
        }
    }

    SecurityJournal(String door, InstantSource clock, Executor aMinuteLater) {
        this.door = door;
        this.clock = clock;
        this.aMinuteLater = aMinuteLater;
    }

    /**
     * The journal of one door.
     *
     * @param door {@code gateway}, {@code identity} or {@code services}
     */
    public static SecurityJournal of(String door) {
        return new SecurityJournal(
                door,
                InstantSource.system(),
                CompletableFuture.delayedExecutor(MINUTE.toSeconds(), TimeUnit.SECONDS));
    }

    /** Writes a line, or counts it. */
    public void note(SecurityEvent event, SecurityNote note) {
        Instant now = clock.instant();
        if (mayWrite(event, now)) LOG.info("event={} door={} time={} {}", event, door, now, note);
    }

    private synchronized boolean mayWrite(SecurityEvent event, Instant now) {
        Minute minute = minutes.get(event);
        if (minute == null || !now.isBefore(minute.from.plus(MINUTE))) {
            if (minute != null) sumUp(event, minute);
            minute = new Minute(now);
            minutes.put(event, minute);
        }
        if (minute.lines < MOST_LINES) {
            minute.lines++;
            return true;
        }
        if (minute.more++ == 0) {
            Minute full = minute;
            aMinuteLater.execute(() -> sumUp(event, full));
        }
        return false;
    }

    /** Said once for each minute: by whoever comes next, or later if nobody does. */
    private synchronized void sumUp(SecurityEvent event, Minute minute) {
        if (minute.more == 0) return;
        LOG.info(
                "event={} door={} from={} until={} more={}",
                event,
                door,
                minute.from,
                clock.instant(),
                minute.more);
        minute.more = 0;
    }
}
