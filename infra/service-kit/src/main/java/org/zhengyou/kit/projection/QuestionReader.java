package org.zhengyou.kit.projection;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.http.FieldError;
import org.zhengyou.kit.http.Problem;
import org.zhengyou.kit.http.ProblemException;

/** Reads the parameters of a question and names every one that is wrong. */
final class QuestionReader {
    private static final Set<String> OF_ONE = Set.of("asOf", "knownAt", "after");
    private static final Set<String> OF_MANY =
            Set.of("asOf", "knownAt", "after", "filter", "sort", "skip", "limit");
    private static final Set<String> REPEATABLE = Set.of("after", "filter");
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST_ROWS = 1_000;
    private static final Pattern PLACE = Pattern.compile("(?:([a-z][a-z-]{0,39}):)?([0-9]{1,18})");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private final String service;
    private final Set<String> sources;
    private final MultiValueMap<String, String> all;
    private final MultiValueMap<String, String> said = new LinkedMultiValueMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    private QuestionReader(String service, Set<String> sources, MultiValueMap<String, String> all) {
        this.service = service;
        this.sources = sources;
        this.all = all;
    }

    /**
     * Reads a question.
     *
     * @param sources services whose positions it may name besides this one
     * @param one whether it is for one row, by its key
     * @param fields what rows may be filtered and sorted by
     * @throws ProblemException {@code MALFORMED_REQUEST} with all that is wrong
     */
    static Question read(
            String service,
            Set<String> sources,
            MultiValueMap<String, String> said,
            boolean one,
            Fields fields,
            Clock clock) {
        QuestionReader reader = new QuestionReader(service, sources, said);
        Question question = reader.read(one ? OF_ONE : OF_MANY, fields, clock);
        if (!reader.errors.isEmpty()) throw new ProblemException(Problem.malformed(reader.errors));
        return question;
    }

    private Question read(Set<String> known, Fields fields, Clock clock) {
        all.forEach(
                (name, values) -> {
                    if (!known.contains(name))
                        wrong(shortened(name), "is no parameter of this question");
                    else if (values.size() > 1 && !REPEATABLE.contains(name))
                        wrong(name, "must be given once");
                    else said.put(name, values);
                });
        Instant asOf = instant("asOf");
        String sort = sort(fields);
        return new Question(
                asOf == null ? clock.instant().truncatedTo(ChronoUnit.MICROS) : asOf,
                asOf == null,
                instant("knownAt"),
                after(),
                filters(fields),
                sort == null || !sort.startsWith("-") ? sort : sort.substring(1),
                sort != null && sort.startsWith("-"),
                number("skip", 0, 0, Integer.MAX_VALUE),
                number("limit", DEFAULT_LIMIT, 1, MOST_ROWS));
    }

    private void wrong(String field, String reason) {
        if (errors.size() < 100) errors.add(new FieldError(field, reason));
    }

    private static String shortened(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }

    /** An instant, or the last microsecond of a date at the university. */
    private @Nullable Instant instant(String name) {
        String text = said.getFirst(name);
        if (text == null) return null;
        try {
            Instant read = text.length() == 10 ? endOf(LocalDate.parse(text)) : Instant.parse(text);
            if (read.isBefore(EARLIEST) || read.isAfter(LATEST)) throw new DateTimeException(text);
            return read.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            wrong(
                    name,
                    "must be an ISO instant such as 2010-06-15T08:00:00Z, or a date such as"
                            + " 2010-06-15, which means its end");
            return null;
        }
    }

    private static Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(Given.ZONE).toInstant().minus(1, ChronoUnit.MICROS);
    }

    private List<Question.Place> after() {
        List<Question.Place> places = new ArrayList<>();
        for (String text : said.getOrDefault("after", List.of())) {
            Matcher place = PLACE.matcher(text);
            if (!place.matches()) {
                wrong("after", "must be a position such as 42, or service:position");
                continue;
            }
            String source = place.group(1) == null ? service : place.group(1);
            if (source.equals(service) || sources.contains(source))
                places.add(new Question.Place(source, Long.parseLong(place.group(2))));
        }
        return places;
    }

    private List<Question.Filter> filters(Fields fields) {
        List<Question.Filter> filters = new ArrayList<>();
        for (String text : said.getOrDefault("filter", List.of())) {
            int end = text.indexOf(':');
            if (end < 1) wrong("filter", "must be field:value");
            else if (!fields.has(text.substring(0, end)))
                wrong("filter", "there is no such field; there are " + fields);
            else filters.add(new Question.Filter(text.substring(0, end), text.substring(end + 1)));
        }
        return filters;
    }

    private @Nullable String sort(Fields fields) {
        String text = said.getFirst("sort");
        if (text == null) return null;
        if (fields.has(text.startsWith("-") ? text.substring(1) : text)) return text;
        wrong("sort", "must be a field, or -field for descending; there are " + fields);
        return null;
    }

    private int number(String name, int otherwise, int least, int most) {
        String text = said.getFirst(name);
        if (text == null) return otherwise;
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            // said below, as for a number out of bounds
        }
        wrong(name, "must be a whole number from " + least + " to " + most);
        return otherwise;
    }
}
