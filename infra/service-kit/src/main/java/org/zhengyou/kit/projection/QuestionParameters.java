package org.zhengyou.kit.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhengyou.kit.http.Parameter;

/** What may be asked of views. */
public final class QuestionParameters {
    static final int DEFAULT_LIMIT = 100;
    static final int MOST_ROWS = 1_000;
    static final int MOST_KEYS = 200;
    static final int MOST_COUNTED_FIELDS = 2;

    /** A position in the log of the service that is asked, or of the one that is named. */
    static final Pattern PLACE = Pattern.compile("(?:([a-z][a-z-]{0,39}):)?([0-9]{1,18})");

    private static final List<Parameter> OF_ONE =
            List.of(
                    instant(
                            "asOf",
                            "What was true then: ISO instant, or date (its end). Default now."),
                    instant("knownAt", "What was known then: ISO instant, or date (its end)."),
                    Parameter.query(
                                    "after",
                                    "position, or service:position, the view must have seen.")
                            .formed(PLACE)
                            .repeated());

    private static final Set<String> NAMES_OF_ONE = names(OF_ONE);
    private static final Set<String> NAMES_OF_MANY = names(ofMany(Set.of(Fields.KEY)));

    private QuestionParameters() {}

    /** What may be asked of one row. */
    public static List<Parameter> ofOne() {
        return OF_ONE;
    }

    /** Of a list of rows with these fields. */
    static List<Parameter> ofMany(Set<String> fields) {
        List<Parameter> all = new ArrayList<>(OF_ONE);
        String any = "(?:" + String.join("|", fields) + ")";
        all.add(
                Parameter.query(
                                "filter",
                                "field:value; field:one,other (any of them); field: (nothing);"
                                        + " field:from..to, field:from.., field:..to; field:~text"
                                        + " (contains, or sounds so in pinyin). A backslash takes"
                                        + " the next character as such. Repeatable: all must hold.")
                        .begun(Pattern.compile(any + ":"))
                        .repeated());
        all.add(
                Parameter.query("sort", "field, or -field for descending.")
                        .formed(Pattern.compile("-?" + any)));
        all.add(
                Parameter.query(
                        "next",
                        "What the answer before said as next; the rest of the question as before."
                                + " A page may be short; the last one has no next."));
        all.add(
                Parameter.number(
                        "limit", 1, MOST_ROWS, "Rows to return; default " + DEFAULT_LIMIT + "."));
        all.add(
                Parameter.query(
                        "keys",
                        "Rows with these keys, separated by commas, " + MOST_KEYS + " at most."));
        all.add(
                Parameter.query(
                                "count",
                                "Counts rows by one or two fields instead of returning them.")
                        .formed(Pattern.compile(any + "(?:," + any + ")?")));
        return all;
    }

    /** What they are called. */
    static Set<String> names(boolean one) {
        return one ? NAMES_OF_ONE : NAMES_OF_MANY;
    }

    private static Set<String> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).collect(Collectors.toUnmodifiableSet());
    }

    private static Parameter instant(String name, String text) {
        return Parameter.query(name, text).anyOf("date", "date-time");
    }
}
