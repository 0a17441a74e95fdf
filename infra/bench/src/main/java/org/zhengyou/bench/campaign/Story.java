package org.zhengyou.bench.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.zhengyou.kit.decide.Given;

/** What happened in one service, told in the order in which it was recorded. */
abstract class Story {
    private static final int LATEST_DAYS = 10;

    private final University university;
    private final Consumer<Act> told;
    private final Random random;

    /** The same seed tells the same story. */
    Story(University university, Consumer<Act> told) {
        this.university = university;
        this.told = told;
        this.random = new Random(university.seed());
    }

    /** Tells all of it. */
    abstract void tell();

    University university() {
        return university;
    }

    /** The secretary says it in the hour in which it became true. */
    void say(String grounds, Instant at, Object... events) {
        Instant hour = at.truncatedTo(ChronoUnit.HOURS);
        told.accept(new Act(university.secretary(), grounds, at, hour, List.of(events)));
    }

    /** The secretary says that it became true earlier. */
    void sayLater(String grounds, Instant effectiveAt, Instant recordedAt, Object... events) {
        Instant hour = recordedAt.truncatedTo(ChronoUnit.HOURS);
        told.accept(new Act(university.secretary(), grounds, effectiveAt, hour, List.of(events)));
    }

    /** The beginning of a day up to ten days before this moment: what is told late. */
    Instant daysBefore(Instant recordedAt) {
        LocalDate day = recordedAt.atZone(Given.ZONE).toLocalDate();
        return start(day.minusDays(random.nextInt(LATEST_DAYS)));
    }

    /** The nth of so many moments that are spread evenly over some days. */
    static Instant spread(LocalDate first, int days, long n, long of) {
        return start(first).plusSeconds(n * days * 86_400L / of);
    }

    /** The beginning of a day. */
    static Instant start(LocalDate day) {
        return day.atStartOfDay(Given.ZONE).toInstant();
    }

    /** A digest of something. */
    String digest(String of, long n) {
        return (university.id(of, n) + university.id(of, ~n)).replace("-", "");
    }
}
