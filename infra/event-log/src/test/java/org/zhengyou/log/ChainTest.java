package org.zhengyou.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.zhengyou.log.conformance.Samples;

/** The stored hashes are for ever: golden-chain.json was computed by another program. */
class ChainTest {
    private static final JsonWriterSettings EXACT =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    @Test
    void leaves_and_hashes_are_those_of_the_golden_vector() throws IOException {
        byte[] previous = Chain.genesis();
        for (Document transaction : golden().getList("transactions", Document.class)) {
            List<byte[]> leaves = new ArrayList<>();
            for (Document event : transaction.getList("events", Document.class)) {
                leaves.add(Chain.leaf(event(event)));
                assertThat(hex(leaves.getLast())).isEqualTo(event.getString("leaf"));
            }
            previous = Chain.next(previous, leaves);
            assertThat(hex(previous)).isEqualTo(transaction.getString("hash"));
        }
    }

    @Test
    void what_is_written_has_the_hash_that_a_reader_computes() {
        NewEvent event = Samples.event("{\"文\":\"😀\"}", "member=m1", "number=7");
        Transaction written =
                new Pending(List.of(event), Condition.none(), Limits.defaults(), true)
                        .behind(Head.EMPTY, 1_234);
        Transaction read = Transaction.of(RawBsonDocument.parse(written.document().toJson(EXACT)));
        assertThat(read.events()).isEqualTo(written.events());
        assertThat(Chain.next(Chain.genesis(), read.events())).isEqualTo(written.hash());
    }

    @Test
    void a_time_that_could_not_be_hashed_is_no_time() {
        Transaction written =
                new Pending(Samples.events(1), Condition.none(), Limits.defaults(), true)
                        .behind(Head.EMPTY, 1_234);
        Document document = Document.parse(written.document().toJson(EXACT));
        document.getList("e", Document.class).getFirst().put("f", Long.MIN_VALUE);
        RawBsonDocument changed = RawBsonDocument.parse(document.toJson(EXACT));
        assertThatThrownBy(() -> Transaction.of(changed)).isInstanceOf(CorruptLogException.class);
    }

    @Test
    void every_field_counts() {
        StoredEvent event = event(golden("e-1"));
        assertThat(
                        List.of(
                                hex(Chain.leaf(event)),
                                hex(Chain.leaf(event.at(2))),
                                hex(Chain.leaf(retyped(event, "1", event.type() + "1"))),
                                hex(Chain.leaf(retyped(event, "11", event.type())))))
                .doesNotHaveDuplicates();
    }

    @Test
    void canonical_bytes_are_what_the_leaf_is_the_hash_of_and_give_the_event_back()
            throws Exception {
        Random random = new Random(2010);
        for (int i = 0; i < 2_000; i++) {
            StoredEvent event = random(random);
            byte[] bytes = Chain.bytes(event);
            assertThat(Chain.parse(bytes)).isEqualTo(event);
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((byte) 0);
            assertThat(sha256.digest(bytes)).isEqualTo(Chain.leaf(event));
        }
    }

    @Test
    void whatever_is_parsed_has_exactly_the_bytes_it_was_parsed_from() {
        Random random = new Random(2011);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = Chain.bytes(random(random));
            byte[] changed = changed(bytes, random);
            try {
                assertThat(Chain.bytes(Chain.parse(changed))).isEqualTo(changed);
            } catch (IllegalArgumentException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(5_000);
    }

    @Test
    void what_is_not_canonical_is_refused() {
        byte[] two = Chain.bytes(tagged("a=1", "b=1"));
        notParsed(replaced(two, "a=1", "c=1"), "canonical"); // out of order
        notParsed(replaced(two, "b=1", "a=1"), "canonical"); // twice
        notParsed(replaced(two, "a=1", "a=\u00FF"), "UTF-8");
        notParsed(replaced(two, "a=1", "aaa"), "key=value");
        notParsed(Arrays.copyOf(two, two.length - 1), "field");
        notParsed(Arrays.copyOf(two, two.length + 1), "one event");
        notParsed(Arrays.copyOf(two, 7), "breaks off");
        notParsed(Chain.bytes(tagged("a=1").at(0)), "position");
    }

    private static void notParsed(byte[] bytes, String reason) {
        assertThatThrownBy(() -> Chain.parse(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    private static StoredEvent tagged(String... tags) {
        return StoredEvent.of(Samples.event("{}", tags), 1, Instant.EPOCH);
    }

    private static byte[] replaced(byte[] bytes, String text, String other) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        return all.replace(text, other).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] changed(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    private static StoredEvent random(Random random) {
        Map<String, String> metadata = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            metadata.put("k" + text(random), text(random));
        }
        Set<String> tags = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add("k=" + text(random));
        }
        return new StoredEvent(
                1 + (random.nextLong() >>> 1) / 2,
                Instant.ofEpochMilli(random.nextLong()),
                "i" + text(random),
                "t" + text(random),
                "v" + text(random),
                Chain.instant(random.nextLong() / 2),
                tags,
                metadata,
                text(random));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(
                    List.of(0x41, 0x7A, 0x151, 0x4E89, 0x1F600).get(random.nextInt(5)));
        }
        return text.toString();
    }

    private static StoredEvent retyped(StoredEvent event, String version, String type) {
        return new StoredEvent(
                event.position(),
                event.recordedAt(),
                event.id(),
                type,
                version,
                event.effectiveAt(),
                event.tags(),
                event.metadata(),
                event.payload());
    }

    private static Document golden(String id) {
        try {
            return golden().getList("transactions", Document.class).stream()
                    .flatMap(one -> one.getList("events", Document.class).stream())
                    .filter(event -> id.equals(event.getString("id")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Document golden() throws IOException {
        try (InputStream in = ChainTest.class.getResourceAsStream("golden-chain.json")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return Document.parse(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static StoredEvent event(Document event) {
        Map<String, String> metadata = new HashMap<>();
        event.get("metadata", Document.class)
                .forEach((key, value) -> metadata.put(key, (String) value));
        return new StoredEvent(
                event.getInteger("position"),
                Instant.parse(event.getString("recordedAt")),
                event.getString("id"),
                event.getString("type"),
                event.getString("version"),
                Instant.parse(event.getString("effectiveAt")),
                Set.copyOf(event.getList("tags", String.class)),
                metadata,
                event.getString("payload"));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
