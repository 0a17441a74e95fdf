package org.zhengyou.evaluations.reviews;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 评议票数 (S114). The counted papers of one side, members or masses.
 *
 * @param inFavour papers in favour, 0 or more
 * @param against papers against, 0 or more
 * @param abstain papers that abstain, 0 or more
 */
public record Tally(
        @Min(0) @Max(Tally.MOST) int inFavour,
        @Min(0) @Max(Tally.MOST) int against,
        @Min(0) @Max(Tally.MOST) int abstain) {
    /** The most papers of one kind. */
    static final int MOST = 100_000;

    private static final Pattern BOTH =
            Pattern.compile("(\\d+)/(\\d+)/(\\d+);(\\d+)/(\\d+)/(\\d+)");

    /** How many papers were counted. */
    public int sum() {
        return inFavour + against + abstain;
    }

    /** Both sides as one text, to be sealed until the appraisal is closed. */
    static String written(Tally members, Tally masses) {
        return members.written() + ";" + masses.written();
    }

    /** Members' and masses' tallies from such a text; nothing if it is none. */
    static Optional<Sides> read(String text) {
        Matcher m = BOTH.matcher(text);
        return m.matches() ? Optional.of(new Sides(side(m, 1), side(m, 4))) : Optional.empty();
    }

    /** The tallies of both sides, kept apart (F29). */
    record Sides(Tally members, Tally masses) {}

    private static Tally side(Matcher m, int from) {
        return new Tally(number(m, from), number(m, from + 1), number(m, from + 2));
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private String written() {
        return inFavour + "/" + against + "/" + abstain;
    }
}
