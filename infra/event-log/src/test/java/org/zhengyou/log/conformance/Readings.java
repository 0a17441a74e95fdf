package org.zhengyou.log.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.zhengyou.log.Condition;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.Criterion;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;

/** Questions to a log, whose answers must be those of the plain definition. */
public final class Readings {
    private Readings() {}

    /** Appends transactions of several events of a few members and branches. */
    public static void fill(Party log, Random random) {
        for (int i = 0; i < 40; i++) {
            List<NewEvent> transaction = new ArrayList<>();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                String member = "member=" + random.nextInt(3);
                transaction.add(Samples.event("{}", member, "branch=" + random.nextInt(2)));
            }
            log.append(transaction, Condition.none());
        }
    }

    /** Random criteria between random positions. */
    public static void questionsAreAnswered(Party log, List<StoredEvent> all, Random random) {
        for (int i = 0; i < 200; i++) {
            Criteria criteria = criteria(random);
            long after = random.nextLong(all.size() + 1);
            long upTo = random.nextLong(all.size() + 1);
            assertThat(log.read(criteria, after, upTo))
                    .isEqualTo(matching(all, criteria, after, upTo));
        }
    }

    /** From any position, of any size. */
    public static void pagesHaveNoGap(Party log, List<StoredEvent> all) {
        for (int after = 0; after <= all.size(); after++) {
            int max = 1 + after % 9;
            assertThat(log.page(after, max))
                    .isEqualTo(all.subList(after, Math.min(all.size(), after + max)));
        }
    }

    /** Appends, and looks at each transaction as it comes. */
    public static List<StoredEvent> live(Party log) {
        List<StoredEvent> live = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            log.append(Samples.events(1 + i % 4, "turn=" + i), Condition.none());
            live.addAll(log.page(live.size(), Integer.MAX_VALUE));
        }
        return live;
    }

    /** Reading again from the start, in pages of any size, gives the same. */
    public static void replaysAre(List<StoredEvent> live, Party log) {
        for (int size : List.of(1, 3, 1_000)) {
            List<StoredEvent> replayed = new ArrayList<>();
            while (replayed.size() < log.head()) {
                replayed.addAll(log.page(replayed.size(), size));
            }
            assertThat(replayed).isEqualTo(live);
        }
    }

    private static Criteria criteria(Random random) {
        List<Criterion> any = new ArrayList<>();
        for (int n = random.nextInt(3); n >= 0; n--) {
            Set<String> tags =
                    switch (random.nextInt(3)) {
                        case 0 -> Set.of();
                        case 1 -> Set.of("member=" + random.nextInt(4));
                        default ->
                                Set.of(
                                        "member=" + random.nextInt(3),
                                        "branch=" + random.nextInt(2));
                    };
            Set<String> types = random.nextBoolean() ? Set.of() : Set.of("sample.Happened");
            any.add(new Criterion(tags, random.nextInt(9) == 0 ? Set.of("other.Type") : types));
        }
        return new Criteria(any);
    }

    private static List<StoredEvent> matching(
            List<StoredEvent> all, Criteria criteria, long after, long upTo) {
        return all.stream()
                .filter(event -> event.position() > after && event.position() <= upTo)
                .filter(event -> criteria.matches(event.type(), event.tags()))
                .toList();
    }
}
