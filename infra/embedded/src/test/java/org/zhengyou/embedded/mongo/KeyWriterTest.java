package org.zhengyou.embedded.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyWriterTest {
    private static final long EXACT = 1L << 53;

    @Test
    void bytes_are_in_the_order_of_the_values_in_either_direction() {
        long seed = System.nanoTime();
        List<@Nullable Object> values = values(new Random(seed));
        for (Object a : values) {
            for (Object b : values) {
                int expected = Integer.signum(BsonOrder.compare(a, b));
                String which = a + " and " + b + ", seed " + seed;
                assertThat(order(up(a), up(b))).as(which).isEqualTo(expected);
                assertThat(order(down(a), down(b))).as("down " + which).isEqualTo(-expected);
            }
        }
    }

    @Test
    void a_second_value_decides_only_between_equal_first_ones() {
        byte[] low = new KeyWriter().add("a").add(2).key();
        assertThat(order(low, new KeyWriter().add("a").add(10).key())).isNegative();
        assertThat(order(low, new KeyWriter().add("a\u0000").add(1).key())).isNegative();
        assertThat(order(low, new KeyWriter().add("a").end().key())).isNegative();
        assertThat(order(new KeyWriter().add("a").end().key(), up("a\u0000"))).isNegative();
    }

    @Test
    void a_text_at_the_end_of_a_key_is_read_back() {
        for (Object value : values(new Random(7))) {
            if (value instanceof String text) {
                byte[] key = new KeyWriter().add("\u0000\u0014团").add(text).key();
                assertThat(KeyReader.lastText(key, up(text).length)).isEqualTo(text);
            }
        }
    }

    private static byte[] up(@Nullable Object value) {
        return new KeyWriter().add(value).key();
    }

    private static byte[] down(@Nullable Object value) {
        return new KeyWriter().addDescending(value).key();
    }

    private static int order(byte[] a, byte[] b) {
        return Integer.signum(Arrays.compareUnsigned(a, b));
    }

    private static List<@Nullable Object> values(Random random) {
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(Arrays.asList(null, Missing.getInstance(), true, false));
        values.addAll(List.of(0, -0.0, 0L, 1, 1L, 1.0, -1, 0.1, Double.NaN, EXACT, EXACT + 1));
        values.addAll(List.of(-EXACT - 1, (double) EXACT, Long.MAX_VALUE, Long.MIN_VALUE));
        values.addAll(List.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        values.addAll(
                List.of("", "a", "a\u0000", "a\u0000b", "a\u0001", "ab", "团", "\uD83D\uDE00"));
        values.addAll(
                List.of("\uFFFD", "é", new BinData(new byte[] {1}), new BinData(new byte[2])));
        values.addAll(List.of(Instant.EPOCH, Instant.ofEpochMilli(-5), new UUID(-1, 3)));
        values.addAll(List.of(new UUID(1, -3), new UUID(1, 3), List.of(), List.of(1), List.of("")));
        values.addAll(List.of(new Document(), new Document("a", 1), new Document("a", "x")));
        values.add(new Document("a", 1).append("b", List.of(1, 2)));
        for (int i = 0; i < 40; i++) {
            values.add(random.nextLong());
            values.add(random.nextDouble() * random.nextInt());
            values.add(random.nextInt(100));
            values.add(Integer.toString(random.nextInt(1000), 36));
        }
        return values;
    }
}
