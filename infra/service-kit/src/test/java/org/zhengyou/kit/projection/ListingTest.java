package org.zhengyou.kit.projection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.LinkedMultiValueMap;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.personal.PersonalKeys;
import org.zhengyou.kit.projection.Parcels.Kind;
import org.zhengyou.kit.projection.Parcels.Row;
import org.zhengyou.kit.projection.Parcels.Said;
import org.zhengyou.kit.streaming.Lease;
import org.zhengyou.kit.view.Cut;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Order;
import org.zhengyou.kit.view.Reader;
import org.zhengyou.log.axon.LogTokenStore;
import tools.jackson.databind.json.JsonMapper;

/** Random questions to random rows, answered by the store and by looking at every row. */
class ListingTest {
    private static final Instant NOW = Instant.parse("2012-07-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int QUESTIONS = 200;
    private static final List<String> TITLES =
            List.of("第2支部", "第10支部", "张三", "李四", "王五", "重庆", "单位", "b", "A", "a,b", "x..y", "𠮷野");

    @TempDir Path folder = Path.of("");
    private final Random random = new Random(20120701);
    private final Map<String, StoredRow<Row>> rows = new TreeMap<>();
    private TestStore server;
    private MongoClient client;
    private Lease lease;
    private RowStore store;
    private Parcels view = new Parcels();
    private Table<Row> table;
    private int position;

    @BeforeEach
    void open() {
        server = new TestStore(folder);
        client = MongoClients.create(server.uri());
        var database = client.getDatabase("lists");
        var tokens = new LogTokenStore(database.getCollection("tokens"), "one", LONG, CLOCK);
        lease = new Lease(tokens, "worker", LONG);
        store = new RowStore(database.getCollection("rows"));
        store.createIndex();
        use(view);
    }

    private void use(Parcels parcels) {
        view = parcels;
        var keys = client.getDatabase("lists").getCollection("personal_keys");
        JsonMapper json = Json.stored(new PersonalKeys(keys, folder.resolve("master.json")));
        table = new Table<>("parcels_1", view, store, json, lease, CLOCK);
        table.clear();
        rows.clear();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private void fill(int count, int facts) {
        for (int i = 0; i < count; i++) rows.put(key(i), StoredRow.empty(view, key(i)));
        change(facts);
    }

    private static String key(int i) {
        return i % 50 == 7 ? "𠮷" + i : "k" + i;
    }

    /** So many facts about any rows, written in one batch. */
    private Set<String> change(int facts) {
        List<String> keys = List.copyOf(rows.keySet());
        Map<String, StoredRow<Row>> changed = new LinkedHashMap<>();
        for (int i = 0; i < facts; i++) {
            String key = any(keys);
            changed.put(key, changed(changed.getOrDefault(key, row(key))));
        }
        Map<String, RowIndex.Value> values = new HashMap<>();
        List<org.bson.Document> documents = new ArrayList<>();
        changed.replaceAll((key, row) -> row.written());
        changed.values().forEach(row -> documents.add(table.document(row, values)));
        assertThat(store.write(values.keySet(), documents)).isEmpty();
        table.written(values.values());
        rows.putAll(changed);
        return changed.keySet();
    }

    private StoredRow<Row> row(String key) {
        return requireNonNull(rows.get(key));
    }

    private StoredRow<Row> changed(StoredRow<Row> row) {
        Instant effective = date();
        Instant recorded = effective.plus(random.nextInt(90), ChronoUnit.DAYS);
        Order order = new Order(effective, recorded, "post", ++position);
        return new StoredRow<>(
                row.key(),
                row.version(),
                row.row().with(order, said()),
                row.size(),
                Math.max(row.effective(), StoredRow.micros(effective)),
                Math.max(row.recorded(), StoredRow.micros(recorded)),
                row.facts());
    }

    /** Some lie after the moment of asking. */
    private Instant date() {
        return Instant.parse("2010-01-01T00:00:00Z").plus(random.nextInt(930), ChronoUnit.DAYS);
    }

    private Said said() {
        return new Said(
                "o" + random.nextInt(12),
                any(List.of(Kind.values())),
                random.nextInt(40) - 5,
                random.nextInt(4) == 0 ? null : due(),
                random.nextInt(5) == 0 ? null : any(TITLES) + random.nextInt(15),
                marks(),
                "r" + random.nextInt(9),
                Personal.of("p", any(TITLES)));
    }

    private LocalDate due() {
        return LocalDate.of(2010, 1, 1).plusDays(random.nextInt(700));
    }

    private List<String> marks() {
        List<String> marks = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) marks.add("m" + random.nextInt(5));
        return marks;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Who asks: an auditor, the owner of some rows, the leader of some organisations. */
    private record Asking(String person, boolean isAuditor, Set<String> led) implements Reader {
        @Override
        public boolean isAtCommittee() {
            return false;
        }

        @Override
        public boolean holds(OfficeFunction function, String organization) {
            return led.contains(organization);
        }

        Set<String> terms() {
            Set<String> terms = new HashSet<>(Set.of(Terms.EVERYBODY, Terms.person(person)));
            if (isAuditor) terms.add(Terms.AUDITORS);
            led.forEach(one -> terms.add(Terms.organization(one)));
            return terms;
        }
    }

    private Asking anybody() {
        return switch (random.nextInt(3)) {
            case 0 -> new Asking("nobody", true, Set.of());
            case 1 -> new Asking("p" + random.nextInt(10), false, Set.of());
            default -> new Asking("nobody", false, Set.of("o1", "o" + (2 + random.nextInt(10))));
        };
    }

    /** A question in words, and what the words mean. */
    private record Words(
            LinkedMultiValueMap<String, String> said,
            List<Predicate<Parcels.Shown>> filters,
            Comparator<Map.Entry<String, Parcels.Shown>> order) {}

    private Words words() {
        var said = new LinkedMultiValueMap<String, String>();
        List<Predicate<Parcels.Shown>> filters = new ArrayList<>();
        if (random.nextInt(2) == 0) said.add("asOf", date().toString());
        if (random.nextInt(3) == 0) said.add("knownAt", date().toString());
        for (int i = random.nextInt(3); i > 0; i--) filter(said, filters);
        return new Words(said, filters, order(said));
    }

    private void filter(
            LinkedMultiValueMap<String, String> said, List<Predicate<Parcels.Shown>> filters) {
        int from = random.nextInt(40) - 5;
        Kind kind = any(List.of(Kind.values()));
        LocalDate due = due();
        String title = any(TITLES) + random.nextInt(15);
        Filtering one =
                switch (random.nextInt(10)) {
                    case 0 -> new Filtering("kind:" + kind, s -> s.kind() == kind);
                    case 1 -> new Filtering("kind:SLOW,FAST", s -> s.kind() != Kind.BULKY);
                    case 2 ->
                            new Filtering(
                                    "weight:" + from + ".." + (from + 9),
                                    s -> s.weight() >= from && s.weight() <= from + 9);
                    case 3 ->
                            new Filtering(
                                    "due:" + due + "..",
                                    s -> s.due() != null && !s.due().isBefore(due));
                    case 4 -> new Filtering("due:", s -> s.due() == null);
                    case 5 ->
                            new Filtering(
                                    "title:" + title.replace(",", "\\,").replace("..", "\\.."),
                                    s -> title.equals(s.title()));
                    case 6 ->
                            new Filtering(
                                    "title:~支部1",
                                    s -> s.title() != null && s.title().contains("支部1"));
                    case 7 ->
                            new Filtering(
                                    "marks:m1,m2",
                                    s -> s.marks().contains("m1") || s.marks().contains("m2"));
                    case 8 ->
                            new Filtering(
                                    "remark:r1,r2", s -> Set.of("r1", "r2").contains(s.remark()));
                    default ->
                            new Filtering(
                                    "at:o1,o5,o7", s -> Set.of("o1", "o5", "o7").contains(s.at()));
                };
        said.add("filter", one.text());
        filters.add(one.test());
    }

    private record Filtering(String text, Predicate<Parcels.Shown> test) {}

    private Comparator<Map.Entry<String, Parcels.Shown>> order(
            LinkedMultiValueMap<String, String> said) {
        boolean down = random.nextBoolean();
        Collator people = Collator.getInstance(ULocale.forLanguageTag("zh-u-co-pinyin-kn-true"));
        Comparator<String> texts = people::compare;
        return switch (random.nextInt(8)) {
            case 0 -> by(said, "kind", down, Parcels.Shown::kind, Comparator.naturalOrder());
            case 1 -> by(said, "weight", down, Parcels.Shown::weight, Comparator.naturalOrder());
            case 2 -> by(said, "due", down, Parcels.Shown::due, Comparator.naturalOrder());
            case 3 -> by(said, "title", down, Parcels.Shown::title, texts);
            case 4 -> by(said, "remark", down, Parcels.Shown::remark, texts);
            case 5 -> by(said, "sender", down, s -> s.sender().text(), texts);
            case 6 -> {
                said.add("sort", "-key");
                yield Map.Entry.<String, Parcels.Shown>comparingByKey(ListingTest::keys).reversed();
            }
            default -> Map.Entry.comparingByKey(ListingTest::keys);
        };
    }

    /** Keys with characters beyond the first 65,536 come first. */
    private static int keys(String a, String b) {
        return StoredText.encode(a).compareTo(StoredText.encode(b));
    }

    private static <T> Comparator<Map.Entry<String, Parcels.Shown>> by(
            LinkedMultiValueMap<String, String> said,
            String field,
            boolean down,
            Function<Parcels.Shown, @Nullable T> value,
            Comparator<? super T> order) {
        said.add("sort", down ? "-" + field : field);
        Comparator<T> direction = (a, b) -> down ? order.compare(b, a) : order.compare(a, b);
        Comparator<@Nullable T> nothingLast = Comparator.nullsLast(direction);
        return Comparator.comparing(
                        (Map.Entry<String, Parcels.Shown> one) ->
                                new Held<>(value.apply(one.getValue())),
                        (a, b) -> nothingLast.compare(a.value(), b.value()))
                .thenComparing(Map.Entry.comparingByKey(ListingTest::keys));
    }

    private record Held<T>(@Nullable T value) {}

    /** What every row says, one after the other. */
    private List<String> naive(Words words, Reader reader) {
        Question question = question(words.said(), null, 1);
        Cut cut = question.cut();
        List<Map.Entry<String, Parcels.Shown>> found = new ArrayList<>();
        rows.forEach(
                (key, stored) -> {
                    Row row = view.cut(stored.row(), cut);
                    if (row.said().isEmpty() || !view.audience(row).admits(reader)) return;
                    Parcels.Shown shown = view.answer(key, row, question.asOf());
                    if (shown != null && words.filters().stream().allMatch(f -> f.test(shown)))
                        found.add(Map.entry(key, shown));
                });
        found.sort(words.order());
        return found.stream().map(Map.Entry::getKey).toList();
    }

    private Question question(
            LinkedMultiValueMap<String, String> said, @Nullable String next, int limit) {
        var all = new LinkedMultiValueMap<>(said);
        all.add("limit", String.valueOf(limit));
        if (next != null) all.add("next", next);
        return QuestionReader.read(
                "post", view.name(), Set.of(), all, false, new Fields(view), CLOCK);
    }

    private Asked<Row> ask(Question question, Asking reader) {
        Fields fields = new Fields(view);
        return new Asked<>(
                table,
                question,
                fields,
                new Check<>(view, fields, question, reader),
                reader.terms(),
                TimeLimit.in(LONG));
    }

    /** The keys on all pages; {@code between} happens after each. */
    private List<String> walk(Words words, Asking reader, int limit, Runnable between) {
        List<String> keys = new ArrayList<>();
        String next = null;
        do {
            Asked<Row> asked = ask(question(words.said(), next, limit), reader);
            Page page = asked.page();
            assertThat(page.rows().size()).isLessThanOrEqualTo(limit);
            page.rows().forEach(row -> keys.add(row.key()));
            next = asked.next(page.next());
            between.run();
        } while (next != null);
        return keys;
    }

    @Test
    void any_question_is_answered_as_by_looking_at_every_row() {
        fill(1_000, 2_800);
        for (int i = 0; i < QUESTIONS; i++) {
            Words words = words();
            Asking reader = anybody();
            int limit = any(List.of(3, 40, 1_000));
            if (limit == 3 && i % 10 != 0) limit = 25;
            assertThat(walk(words, reader, limit, () -> {}))
                    .as("%d: %s by %s, %d at once", i, words.said(), reader, limit)
                    .isEqualTo(naive(words, reader));
        }
    }

    @Test
    void rows_that_do_not_change_are_answered_once_and_in_order_while_others_do() {
        fill(900, 2_000);
        for (int i = 0; i < 30; i++) {
            Words words = words();
            Asking reader = anybody();
            List<String> before = naive(words, reader);
            Set<String> touched = new HashSet<>();
            List<String> walked = walk(words, reader, 30, () -> touched.addAll(change(5)));
            List<String> still = before.stream().filter(key -> !touched.contains(key)).toList();
            walked.removeIf(touched::contains);
            assertThat(walked).as("%d: %s by %s", i, words.said(), reader).isEqualTo(still);
        }
    }

    @Test
    void rows_are_found_by_personal_values_as_by_looking_at_every_row() {
        fill(900, 2_000);
        for (int i = 0; i < QUESTIONS / 4; i++) {
            Words words = words();
            String sender = any(TITLES);
            boolean isPart = random.nextBoolean();
            String part = sender.substring(0, sender.offsetByCodePoints(0, 1));
            String whole = sender.replace(",", "\\,").replace("..", "\\..");
            words.said().add("filter", "sender:" + (isPart ? "~" + part : whole));
            words.filters().add(shown -> isSaid(shown.sender(), isPart ? part : sender, isPart));
            Asking reader = anybody();
            assertThat(walk(words, reader, 40, () -> {}))
                    .as("%d: %s by %s", i, words.said(), reader)
                    .isEqualTo(naive(words, reader));
            change(3);
        }
    }

    private static boolean isSaid(Personal sender, String wanted, boolean isPart) {
        return isPart
                ? Pinyin.matches(requireNonNull(sender.text()), wanted)
                : wanted.equals(sender.text());
    }

    @Test
    void what_was_opened_is_known_until_its_row_is_written_again() {
        fill(700, 1_500);
        var said = new LinkedMultiValueMap<String, String>();
        said.add("sort", "sender");
        ask(question(said, null, 10), new Asking("nobody", true, Set.of())).page();
        Cut now = question(said, null, 10).cut();
        List<StoredRow<Row>> told =
                rows.values().stream()
                        .filter(row -> row.version() > 0 && row.isWithin(now))
                        .toList();
        assertThat(told).hasSizeGreaterThan(100).allMatch(row -> isOpened(row.key()));
        Set<String> changed = change(20);
        assertThat(changed).noneMatch(this::isOpened);
    }

    private boolean isOpened(String key) {
        return table.opened().of(key, row(key).version()) != null;
    }

    @Test
    void no_more_is_kept_opened_than_there_is_room_for() {
        OpenedPlaces places = new OpenedPlaces();
        for (int i = 0; i <= OpenedPlaces.MOST_ROWS; i++) places.keep("k" + i, 1, Map.of());
        assertThat(places.of("k0", 1)).isNotNull();
        assertThat(places.of("k" + OpenedPlaces.MOST_ROWS, 1)).isNull();
        places.keep("k0", 2, Map.of());
        assertThat(places.of("k0", 1)).isNull();
        assertThat(places.of("k0", 2)).isNotNull();
    }

    @Test
    void rows_are_counted_as_by_looking_at_every_row() {
        fill(800, 2_000);
        for (int i = 0; i < 60; i++) {
            Words words = words();
            words.said().remove("sort");
            Asking reader = anybody();
            String by = any(List.of("kind,due", "due,kind", "kind"));
            boolean withDue = by.contains("due");
            Map<String, Long> expected = new TreeMap<>();
            for (String key : naive(words, reader)) {
                Question question = question(words.said(), null, 1);
                Row row = view.cut(row(key).row(), question.cut());
                Parcels.Shown shown = requireNonNull(view.answer(key, row, question.asOf()));
                boolean isNotDue = withDue && shown.due() == null;
                expected.merge(shown.kind() + "/" + isNotDue, 1L, Long::sum);
            }
            words.said().add("count", by);
            boolean kindFirst = by.startsWith("kind");
            Question question =
                    QuestionReader.read(
                            "post",
                            view.name(),
                            Set.of(),
                            words.said(),
                            false,
                            new Fields(view),
                            CLOCK);
            Map<String, Long> counted = new TreeMap<>();
            ask(question, reader)
                    .counts()
                    .forEach(
                            (places, count) -> {
                                String kind = places.get(kindFirst ? 0 : 1);
                                boolean isNotDue =
                                        withDue && places.get(kindFirst ? 1 : 0).isEmpty();
                                counted.merge(
                                        Collation.text(kind) + "/" + isNotDue, count, Long::sum);
                            });
            assertThat(counted).as("%d: %s by %s", i, words.said(), reader).isEqualTo(expected);
        }
    }

    /** An index without former values: whatever it loses must be noticed. */
    @Test
    void an_index_that_forgets_what_was_is_noticed() {
        use(
                new Parcels() {
                    @Override
                    public Index index(Row row) {
                        Index index = Index.NONE;
                        for (var field : super.index(row).fields().entrySet())
                            index = index.and(field.getKey(), (Object) null);
                        return index;
                    }
                });
        fill(600, 2_000);
        assertThat(differs()).isTrue();
    }

    /** A row that the store does not find by its terms. */
    @Test
    void rows_without_terms_are_noticed() {
        fill(600, 1_500);
        assertThat(differs()).isFalse();
        client.getDatabase("lists")
                .getCollection("rows")
                .updateMany(
                        new org.bson.Document("x", "kind!FAST"),
                        new org.bson.Document("$set", new org.bson.Document("x", List.of())));
        assertThat(differs()).isTrue();
    }

    private boolean differs() {
        for (int i = 0; i < 40; i++) {
            Words words = words();
            Asking reader = anybody();
            if (!walk(words, reader, 100, () -> {}).equals(naive(words, reader))) return true;
        }
        return false;
    }
}
