package org.zhengyou.commendations.recommendations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 推荐票数 (S83). The counted papers for one nomination.
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

    private static final Pattern WRITTEN = Pattern.compile("(\\d+)/(\\d+)/(\\d+)");

    /** How many papers were counted. */
    public int sum() {
        return inFavour + against + abstain;
    }

    /**
     * As one text, to be sealed until the recommendation is closed; always of the same length, for
     * that of a sealed text can be seen.
     */
    String written() {
        return String.format(Locale.ROOT, "%06d/%06d/%06d", inFavour, against, abstain);
    }

    /** The tally from such a text; nothing if it is none. */
    static Optional<Tally> read(String text) {
        Matcher m = WRITTEN.matcher(text);
        return m.matches()
                ? Optional.of(new Tally(number(m, 1), number(m, 2), number(m, 3)))
                : Optional.empty();
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
