package org.zhengyou.evaluations.reviews;

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
public record Tally(int inFavour, int against, int abstain) {
    private static final int MOST = 100_000;
    private static final Pattern BOTH =
            Pattern.compile("(\\d+)/(\\d+)/(\\d+);(\\d+)/(\\d+)/(\\d+)");

    /** Checks the shape. */
    public Tally {
        check("inFavour", inFavour);
        check("against", against);
        check("abstain", abstain);
    }

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

    private static void check(String field, int count) {
        if (count < 0 || count > MOST)
            throw new IllegalArgumentException(field + " is 0 to " + MOST);
    }
}
