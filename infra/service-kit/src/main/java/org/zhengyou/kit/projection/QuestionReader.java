package org.zhengyou.kit.projection;

import static org.zhengyou.kit.projection.QuestionParameters.DEFAULT_LIMIT;
import static org.zhengyou.kit.projection.QuestionParameters.MOST_COUNTED_FIELDS;
import static org.zhengyou.kit.projection.QuestionParameters.MOST_KEYS;
import static org.zhengyou.kit.projection.QuestionParameters.MOST_ROWS;
import static org.zhengyou.kit.projection.QuestionParameters.PLACE;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.http.FieldError;
import org.zhengyou.kit.http.Problem;
import org.zhengyou.kit.http.ProblemException;

/** Reads the parameters of a question and names every one that is wrong. */
final class QuestionReader {
    private static final Set<String> REPEATABLE = Set.of("after", "filter");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private final String service;
    private final String view;
    private final Set<String> sources;
    private final MultiValueMap<String, String> all;
    private final MultiValueMap<String, String> said = new LinkedMultiValueMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    private QuestionReader(
            String service, String view, Set<String> sources, MultiValueMap<String, String> all) {
        this.service = service;
        this.view = view;
        this.sources = sources;
        this.all = all;
    }

    /**
     * Reads a question.
     *
     * @param view whose rows it is about
     * @param sources services whose positions it may name besides this one
     * @param one whether it is for one row, by its key
     * @param fields what rows may be filtered and sorted by
     * @throws ProblemException {@code MALFORMED_REQUEST} with all that is wrong
     */
    static Question read(
            String service,
            String view,
            Set<String> sources,
            MultiValueMap<String, String> said,
            boolean one,
            Fields fields,
            Clock clock) {
        QuestionReader reader = new QuestionReader(service, view, sources, said);
        Question question = reader.read(QuestionParameters.names(one), fields, clock);
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
        return new Question(
                asOf == null ? clock.instant().truncatedTo(ChronoUnit.MICROS) : asOf,
                asOf == null,
                instant("knownAt"),
                after(),
                rows(fields));
    }

    private Question.Rows rows(Fields fields) {
        String sort = Objects.requireNonNullElse(sort(fields), Fields.KEY);
        boolean descending = sort.startsWith("-");
        String field = descending ? sort.substring(1) : sort;
        List<String> keys = keys();
        if (said.containsKey("keys")) refuseBeside("keys", "next", "limit", "count");
        if (said.containsKey("count")) refuseBeside("count", "sort", "next", "limit");
        List<Filter> filters = filters(fields);
        return new Question.Rows(
                filters,
                keys.isEmpty() ? named(filters) : keys,
                field.equals(Fields.KEY) ? null : field,
                descending,
                next(),
                keys.isEmpty() ? number("limit", DEFAULT_LIMIT, 1, MOST_ROWS) : MOST_ROWS,
                count(fields),
                mark());
    }

    /** A filter by key names the rows. */
    private static List<String> named(List<Filter> filters) {
        return filters.stream()
                .filter(one -> one.field().equals(Fields.KEY))
                .filter(Filter.AnyOf.class::isInstance)
                .findFirst()
                .map(one -> List.copyOf(((Filter.AnyOf) one).texts()))
                .orElse(List.of());
    }

    private void refuseBeside(String name, String... others) {
        for (String other : others)
            if (said.containsKey(other)) wrong(other, "cannot be said together with " + name);
    }

    /** Of everything that decides which rows there are and in which order. */
    private String mark() {
        StringBuilder text = new StringBuilder(service + '/' + view);
        for (String name : List.of("asOf", "knownAt", "filter", "sort"))
            text.append('\n').append(name).append(said.getOrDefault(name, List.of()));
        return Cursor.mark(text.toString());
    }

    private @Nullable Cursor next() {
        String text = said.getFirst("next");
        if (text == null) return null;
        try {
            Cursor cursor = Cursor.read(text);
            if (cursor.question().equals(mark())) return cursor;
            wrong(
                    "next",
                    "belongs to another question: asOf, knownAt, filter and sort must be as they"
                            + " were");
        } catch (IllegalArgumentException e) {
            wrong("next", "must be what the answer before says as next");
        }
        return null;
    }

    private List<String> keys() {
        List<String> keys = parts("keys");
        if (keys.size() > MOST_KEYS) wrong("keys", "must be " + MOST_KEYS + " at most");
        else if (keys.contains("")) wrong("keys", "must be keys separated by commas");
        return keys;
    }

    private List<String> count(Fields fields) {
        List<String> count = parts("count");
        if (count.size() > MOST_COUNTED_FIELDS || !count.stream().allMatch(fields::has))
            wrong(
                    "count",
                    "must be one or " + MOST_COUNTED_FIELDS + " fields; there are " + fields);
        return count;
    }

    private List<String> parts(String name) {
        String text = said.getFirst(name);
        if (text == null) return List.of();
        try {
            return FilterReader.split(text);
        } catch (IllegalArgumentException e) {
            wrong(name, "must be separated by commas, with \\ before one that is meant as such");
            return List.of();
        }
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

    private List<Filter> filters(Fields fields) {
        List<Filter> filters = new ArrayList<>();
        for (String text : said.getOrDefault("filter", List.of())) {
            int end = text.indexOf(':');
            String field = text.substring(0, Math.max(0, end));
            if (end < 1) wrong("filter", FilterReader.FORMS);
            else if (!fields.has(field))
                wrong("filter", "there is no such field; there are " + fields);
            else filter(field, text.substring(end + 1), fields).ifPresent(filters::add);
        }
        return filters;
    }

    private Optional<Filter> filter(String field, String text, Fields fields) {
        try {
            return Optional.of(FilterReader.read(field, text, fields.type(field)));
        } catch (IllegalArgumentException e) {
            wrong("filter", field + ": " + e.getMessage());
            return Optional.empty();
        }
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
