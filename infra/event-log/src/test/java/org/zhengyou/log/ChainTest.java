package org.zhengyou.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
