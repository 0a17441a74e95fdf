package org.zhengyou.kit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.MemoryRows;
import org.zhengyou.kit.view.View;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What every view must obey: any order and any repetition of the facts gives the same rows, and
 * rows survive being stored.
 */
public final class ViewLaws {
    private static final int SHUFFLES = 200;
    private static final JsonMapper JSON = Json.tolerant();

    private ViewLaws() {}

    /** One fact per event, a day apart, at positions from 1, all of one source. */
    public static List<Fact<?>> facts(String source, String firstDay, Object... events) {
        Instant first = DeciderScenario.day(firstDay);
        List<Fact<?>> facts = new ArrayList<>();
        for (int i = 0; i < events.length; i++)
            facts.add(
                    new Fact<>(
                            source,
                            i + 1,
                            source + "-" + (i + 1),
                            source + "." + events[i].getClass().getSimpleName(),
                            events[i],
                            first.plusSeconds(86_400L * i),
                            first.plusSeconds(86_400L * i + 60),
                            Map.of("actor", "someone")));
        return facts;
    }

    /** The rows after these facts. */
    public static <R extends Record> Map<String, R> rows(View<R, ?> view, List<Fact<?>> facts) {
        MemoryRows<R> rows = new MemoryRows<>(view);
        facts.forEach(rows::fold);
        return rows.all();
    }

    /** Fails, naming the seed, if an order or a repetition of the facts changes a row. */
    public static <R extends Record> void isOrderFree(View<R, ?> view, List<Fact<?>> facts) {
        String expected = json(rows(view, facts));
        for (int seed = 0; seed < SHUFFLES; seed++) {
            Random random = new Random(seed);
            List<Fact<?>> shuffled = new ArrayList<>(facts);
            Collections.shuffle(shuffled, random);
            for (Fact<?> fact : facts) if (random.nextInt(4) == 0) shuffled.add(fact);
            assertThat(json(rows(view, shuffled)))
                    .as("%s, shuffled with seed %s", view.name(), seed)
                    .isEqualTo(expected);
        }
    }

    /** Fails if a row does not come back from its stored form as it was. */
    public static <R extends Record> void survivesStorage(View<R, ?> view, List<Fact<?>> facts) {
        rows(view, facts)
                .forEach(
                        (key, row) -> {
                            String stored = JSON.writeValueAsString(row);
                            R back = JSON.readValue(stored, view.rowType());
                            assertThat(JSON.writeValueAsString(back)).isEqualTo(stored);
                            assertThat(back).isEqualTo(row);
                        });
    }

    private static String json(Map<String, ?> rows) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(rows);
    }
}
