package org.zhengyou.kit.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterWritten;
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.projection.letters.LetterService;
import org.zhengyou.kit.projection.letters.PersonMoved;

/** Facts by seed: few letters, few people, dates between 2010 and 2012 in any order. */
final class RandomLetters {
    static final Instant FIRST = Instant.parse("2010-01-01T00:00:00Z");
    static final Duration SPAN = Duration.ofDays(1_000);

    private final Random random;
    private long peoplePosition;

    RandomLetters(long seed) {
        random = new Random(seed);
    }

    /** Lets this many facts happen, own and foreign ones mixed. */
    void happen(Facts log, int facts) {
        for (int i = 0; i < facts; i++) {
            LetterId letter = new LetterId("l" + random.nextInt(20));
            switch (random.nextInt(3)) {
                case 0 -> log.happens(written(letter), letter, date());
                case 1 -> log.happens(marked(letter), letter, date());
                default -> moves(log);
            }
        }
    }

    private LetterWritten written(LetterId letter) {
        return new LetterWritten(letter, person(), "text " + random.nextInt(1_000));
    }

    private LetterMarked marked(LetterId letter) {
        return new LetterMarked(letter, "mark " + random.nextInt(5));
    }

    private void moves(Facts log) {
        String person = person();
        log.learns(
                LetterService.PEOPLE,
                ++peoplePosition,
                new PersonMoved(person, "place " + random.nextInt(9)),
                person,
                date(),
                date());
    }

    private String person() {
        return "p" + random.nextInt(8);
    }

    /** Any instant of the span. */
    Instant date() {
        return FIRST.plusMillis(random.nextLong(SPAN.toMillis()));
    }
}
