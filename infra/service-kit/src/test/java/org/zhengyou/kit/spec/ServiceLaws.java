package org.zhengyou.kit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.authority.Directories;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.policy.Deadline;
import org.zhengyou.kit.runtime.CommandTextLaws;
import org.zhengyou.kit.view.Cut;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Order;
import org.zhengyou.kit.view.View;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every law on the texts of a service's commands, and on every view and directory of its page, over
 * histories drawn from the approved samples: any order and repetition gives the same rows; rows
 * survive being stored; a row that is cut is the row of the facts within the cut; its audience and
 * index never promise less than a cut of it needs; what is served has an index, and its rows have
 * addresses; what a deadline looks at says what is due, by facts alone; rows stay small.
 */
public final class ServiceLaws {
    /** How large a stored row may become, in bytes. */
    static final int LARGEST_ROW = 64 * 1024;

    private static final int HISTORIES = 12;
    private static final int EVENTS = 60;
    private static final int MANY = 10_000;
    private static final int CUTS = 25;
    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");
    private static final JsonMapper JSON = Json.tolerant();

    private ServiceLaws() {}

    /** Fails, naming view and seed, if a view or directory of this page breaks a law. */
    public static void check(Service service) {
        check(service, Map.of());
    }

    /**
     * As {@link #check(Service)}.
     *
     * @param growing views whose rows may grow, and the reason why they may
     */
    public static void check(Service service, Map<String, String> growing) {
        CommandTextLaws.check(service);
        assertThat(unindexed(service)).as("views that are served without an index").isEmpty();
        assertThat(withoutDue(service)).as("deadlines whose view finds nothing due").isEmpty();
        for (int seed = 0; seed < HISTORIES; seed++) {
            var facts = SampleHistory.of(service, seed, EVENTS, Population.SMALL);
            for (View<?, ?> view : views(service)) obeys(view, facts, seed);
            for (View<?, ?> view : views(service)) isDueByFacts(view, facts);
            for (View<?, ?> view : service.views()) isAddressed(view, facts);
        }
        var many = SampleHistory.of(service, 1, MANY, Population.UNIVERSITY);
        Set<String> tooLarge = new TreeSet<>();
        for (View<?, ?> view : views(service))
            if (largest(view, many) > LARGEST_ROW) tooLarge.add(view.name());
        assertThat(tooLarge).as("views whose rows grow").isEqualTo(growing.keySet());
    }

    /** A row that is served has an address, which its key must be able to stand in. */
    static void isAddressed(View<?, ?> view, List<Fact<?>> facts) {
        assertThat(ViewLaws.rows(view, facts).keySet())
                .as("keys of " + view.name())
                .allMatch(key -> key.matches("[A-Za-z0-9._-]+"));
    }

    /** Views of which a list would read every row, whatever it is asked for. */
    static List<String> unindexed(Service service) {
        return service.views().stream()
                .filter(ServiceLaws::isUnindexed)
                .map(View::name)
                .sorted()
                .toList();
    }

    private static <R extends Record> boolean isUnindexed(View<R, ?> view) {
        return indexed(view).isEmpty();
    }

    /** Deadlines whose view does not say when rows are due, or does not index it. */
    static List<String> withoutDue(Service service) {
        return service.deadlines().stream()
                .filter(one -> views(service).stream().noneMatch(view -> isDueIndexed(one, view)))
                .map(Deadline::name)
                .toList();
    }

    private static boolean isDueIndexed(Deadline<?> deadline, View<?, ?> view) {
        return view.getClass() == deadline.view()
                && Arrays.stream(view.answerType().getRecordComponents())
                        .filter(one -> one.getName().equals(Deadline.DUE_AT))
                        .anyMatch(one -> one.getType() == Instant.class)
                && indexed(view).contains(Deadline.DUE_AT);
    }

    private static <R extends Record> Set<String> indexed(View<R, ?> view) {
        return view.index(view.empty("")).fields().keySet();
    }

    /** What is due changes with facts, not with the clock: else nobody would notice. */
    static <R extends Record> void isDueByFacts(View<R, ?> view, List<Fact<?>> facts) {
        if (!indexed(view).contains(Deadline.DUE_AT)) return;
        Instant last = facts.stream().map(Fact::effectiveAt).max(Instant::compareTo).orElseThrow();
        ViewLaws.rows(view, facts)
                .forEach(
                        (key, row) ->
                                assertThat(said(view, view.answer(key, row, last), Deadline.DUE_AT))
                                        .as("when row %s of %s is due", key, view.name())
                                        .isEqualTo(
                                                said(
                                                        view,
                                                        view.answer(key, row, FAR_AHEAD),
                                                        Deadline.DUE_AT)));
    }

    private static List<View<?, ?>> views(Service service) {
        return Directories.allViewsOf(service);
    }

    /** All laws but the one on size. */
    static <R extends Record> void obeys(View<R, ?> view, List<Fact<?>> facts, long seed) {
        ViewLaws.isOrderFree(view, facts);
        ViewLaws.survivesStorage(view, facts);
        Random random = new Random(seed);
        List<Order> orders = List.copyOf(SampleHistory.orders(facts));
        for (int i = 0; i < CUTS; i++) {
            Cut cut = cut(orders, random);
            isCut(view, facts, cut, view.name() + ", history " + seed + ", " + cut);
        }
    }

    /** At the very instant of a fact, or just before; with all that is known now, or was then. */
    private static Cut cut(List<Order> orders, Random random) {
        Order one = orders.get(random.nextInt(orders.size()));
        Order other = orders.get(random.nextInt(orders.size()));
        Instant asOf = one.effectiveAt().minusMillis(random.nextInt(2));
        Instant knownAt = other.recordedAt().minusMillis(random.nextInt(2));
        return new Cut(
                random.nextInt(4) == 0 ? FAR_AHEAD : asOf,
                random.nextInt(3) == 0 ? Instant.MAX : knownAt);
    }

    private static <R extends Record> void isCut(
            View<R, ?> view, List<Fact<?>> facts, Cut cut, String where) {
        List<Fact<?>> within = facts.stream().filter(f -> f.isWithin(cut)).toList();
        Map<String, R> expected = ViewLaws.rows(view, within);
        Map<String, R> live = ViewLaws.rows(view, facts);
        live.forEach(
                (key, row) -> {
                    R past = view.cut(row, cut);
                    assertThat(past)
                            .as("row %s of %s", key, where)
                            .isEqualTo(expected.getOrDefault(key, view.empty(key)));
                    isFound(view, key, row, past, cut, where);
                });
        assertThat(live.keySet()).as(where).containsAll(expected.keySet());
    }

    /** Whoever looks by audience or index of the live row finds every cut of it. */
    private static <R extends Record> void isFound(
            View<R, ?> view, String key, R row, R past, Cut cut, String where) {
        assertThat(view.audience(row).tokens())
                .as("audience of row %s of %s", key, where)
                .containsAll(view.audience(past).tokens());
        Record answer = view.answer(key, past, cut.asOf());
        Index index = view.index(row);
        index.fields()
                .forEach(
                        (field, values) ->
                                assertThat(values)
                                        .as("index %s of row %s of %s", field, key, where)
                                        .containsAll(said(view, answer, field)));
    }

    /** The values that the answer has; none for nothing. */
    private static Set<Object> said(View<?, ?> view, @Nullable Record answer, String field) {
        RecordComponent component =
                Arrays.stream(view.answerType().getRecordComponents())
                        .filter(one -> one.getName().equals(field))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(view.name() + " has no " + field));
        if (answer == null) return Set.of();
        component.getAccessor().setAccessible(true);
        try {
            Object value = component.getAccessor().invoke(answer);
            if (value == null) return Set.of();
            return value instanceof Collection<?> many ? new HashSet<>(many) : Set.of(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(view.name() + " does not show " + field, e);
        }
    }

    /** The size of the largest row as it is stored, in bytes. */
    static int largest(View<?, ?> view, List<Fact<?>> facts) {
        return ViewLaws.rows(view, facts).values().stream()
                .mapToInt(
                        row -> JSON.writeValueAsString(row).getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElse(0);
    }
}
