package org.zhengyou.kit.projection;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.springframework.util.LinkedMultiValueMap;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.projection.Parcels.Kind;
import org.zhengyou.kit.projection.Parcels.Row;
import org.zhengyou.kit.projection.Parcels.Said;
import org.zhengyou.kit.streaming.Lease;
import org.zhengyou.kit.view.Order;
import org.zhengyou.kit.view.Reader;
import org.zhengyou.log.axon.LogTokenStore;

/** Measures the first page of lists of a view with many rows. Argument: rows. */
final class ListLoad {
    private static final int BATCH = 500;
    private static final int TIMES = 40;
    private static final Instant FIRST = Instant.parse("2010-01-01T00:00:00Z");
    private static final List<Kind> KINDS = List.of(Kind.values());

    private ListLoad() {}

    private record Asking(boolean isAuditor, Set<String> led) implements Reader {
        @Override
        public String person() {
            return "somebody";
        }

        @Override
        public boolean isAtCommittee() {
            return false;
        }

        @Override
        public boolean holds(OfficeFunction function, String organization) {
            return led.contains(organization);
        }

        Set<String> terms() {
            return isAuditor
                    ? Set.of(Terms.EVERYBODY, Terms.AUDITORS)
                    : Set.of(Terms.EVERYBODY, Terms.organization("o7"), Terms.organization("o8"));
        }
    }

    /** Prints milliseconds of the first pages. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("lists");
        try (TestStore store = new TestStore(folder);
                var client = MongoClients.create(store.uri())) {
            var database = client.getDatabase("lists");
            Duration time = Duration.ofMinutes(9);
            var tokens =
                    new LogTokenStore(
                            database.getCollection("tokens"), "one", time, Clock.systemUTC());
            RowStore rows = new RowStore(database.getCollection("rows"));
            rows.createIndex();
            Table<Row> table =
                    new Table<>(
                            "parcels_1",
                            new Parcels(),
                            rows,
                            Json.tolerant(),
                            new Lease(tokens, "worker", time),
                            Clock.systemUTC());
            fill(table, rows, Integer.parseInt(args[0]));
            for (String past : List.of("", "2010-06-15")) {
                measure(table, past);
            }
        }
    }

    private static void fill(Table<Row> table, RowStore rows, int count) {
        Random random = new Random(1);
        long start = FoldLoad.cpu();
        for (int i = 0; i < count; i += BATCH) {
            Map<String, RowIndex.Value> values = new HashMap<>();
            List<Document> documents = new ArrayList<>();
            for (int j = i; j < Math.min(count, i + BATCH); j++)
                documents.add(table.document(row(j, random), values));
            rows.write(values.keySet(), documents);
            table.written(values.values());
        }
        System.out.printf(
                "%d rows written, %.0f us of CPU each, store and all%n",
                count, (FoldLoad.cpu() - start) / 1e3 / count);
    }

    private static StoredRow<Row> row(int number, Random random) {
        StoredRow<Row> row = StoredRow.empty(new Parcels(), "k" + number);
        Row said = row.row();
        Instant last = FIRST;
        for (int i = 0; i < 2; i++) {
            last = FIRST.plus(random.nextInt(300) + 300L * i, ChronoUnit.DAYS);
            Said one =
                    new Said(
                            "o" + random.nextInt(1_000),
                            KINDS.get(i + (random.nextInt(10) == 0 ? 1 : 0)),
                            random.nextInt(1_000),
                            LocalDate.of(2010, 1, 1).plusDays(random.nextInt(700)),
                            "第" + number + "号",
                            List.of("m" + random.nextInt(5)),
                            "r" + random.nextInt(9),
                            Personal.of("p", "x"));
            said = said.with(new Order(last, last, "post", number), one);
        }
        long micros = StoredRow.micros(last);
        return new StoredRow<>(row.key(), 1, said, 0, micros, micros, row.facts());
    }

    private static void measure(Table<Row> table, String asOf) {
        Asking auditor = new Asking(true, Set.of());
        Asking leader = new Asking(false, Set.of("o7", "o8"));
        for (String[] said :
                new String[][] {
                    {},
                    {"sort", "title"},
                    {"sort", "-weight"},
                    {"sort", "kind"},
                    {"filter", "kind:SLOW"},
                    {"filter", "at:o17", "sort", "-due"},
                    {"filter", "weight:100..120"},
                    {"filter", "weight:100..120", "filter", "kind:BULKY", "sort", "title"},
                    {"filter", "title:~9999"},
                    {"sort", "sender"},
                    {"filter", "sender:x"},
                }) {
            time(table, asOf, auditor, "auditor", said);
            time(table, asOf, leader, "leader", said);
        }
    }

    private static void time(
            Table<Row> table, String asOf, Asking reader, String who, String... words) {
        var said = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < words.length; i += 2) said.add(words[i], words[i + 1]);
        if (!asOf.isEmpty()) said.add("asOf", asOf);
        Fields fields = new Fields(table.view());
        long[] took = new long[TIMES];
        long[] cpu = new long[TIMES];
        int rows = 0;
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            long busy = FoldLoad.cpu();
            Question question =
                    QuestionReader.read(
                            "post", "parcels", Set.of(), said, false, fields, Clock.systemUTC());
            Check<Row> check = new Check<>(table.view(), fields, question, reader);
            Asked<Row> asked =
                    new Asked<>(
                            table,
                            question,
                            fields,
                            check,
                            reader.terms(),
                            TimeLimit.in(Duration.ofMinutes(1)));
            rows = asked.page().rows().size();
            took[i] = System.nanoTime() - start;
            cpu[i] = FoldLoad.cpu() - busy;
        }
        Arrays.sort(took);
        Arrays.sort(cpu);
        System.out.printf(
                "%-10s %-7s %-60s %4d rows, %6.1f ms, worst %6.1f ms; CPU %6.1f ms%n",
                asOf.isEmpty() ? "now" : asOf,
                who,
                said,
                rows,
                took[TIMES / 2] / 1e6,
                took[TIMES - 1] / 1e6,
                cpu[TIMES / 2] / 1e6);
    }
}
