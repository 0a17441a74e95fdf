package org.zhengyou.journal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of an event. Nothing of them is a name, a number or a text of anybody: whatever
 * has another form than is said here stands as {@code ?} in the journal.
 *
 * @param account the subject of the token, or a keyed hash of a name that nobody has; null if not
 *     known
 * @param address of the peer
 * @param act command type or template of the path, such as {@code members/commands/RegisterMember};
 *     null if that would be the client's own words
 * @param code refusal or problem code, or the events' types; null for none
 * @param correlation {@code Zhengyou-Correlation-Id}, null for none
 */
public record SecurityNote(
        @Nullable String account,
        @Nullable String address,
        @Nullable String act,
        @Nullable String code,
        @Nullable String correlation) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:/*,%-]{1,160}");

    @Override
    public String toString() {
        return "account="
                + word(account)
                + " address="
                + word(address)
                + " act="
                + word(act)
                + " code="
                + word(code)
                + " correlation="
                + word(correlation);
    }

    private static String word(@Nullable String text) {
        if (text == null) return "-";
        return WORD.matcher(text).matches() ? text : "?";
    }
}
