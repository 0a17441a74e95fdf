package org.zhengyou.kit.documents;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.projection.Eventually.eventually;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.documents.papers.PaperCommand.FilePaper;
import org.zhengyou.kit.documents.papers.PaperId;
import org.zhengyou.kit.documents.papers.PaperService;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.projection.LivePart;
import org.zhengyou.kit.projection.TestClock;
import org.zhengyou.kit.runtime.CommandEnvelope;
import org.zhengyou.kit.runtime.RunningService;
import org.zhengyou.kit.runtime.Settings;

/** What becomes of documents with time, by a clock of the test's. */
class DocumentExpiryTest {
    private static final Instant BEGIN = Instant.parse("2010-06-15T00:00:00Z");
    private static final Duration KEPT = Duration.ofHours(24);

    @TempDir Path folder = Path.of("");
    private final TestClock clock = new TestClock(BEGIN);
    private TestStore server;
    private MongoClient client;
    private RunningService running;

    @BeforeEach
    void start() {
        server = new TestStore(folder);
        client = MongoClients.create(server.uri());
        running = service();
    }

    private RunningService service() {
        return RunningService.start(
                PaperService.definition(),
                Settings.from(this::setting),
                client,
                new SimpleMeterRegistry(),
                List.of(LivePart::new, DocumentPart::new),
                clock);
    }

    private @Nullable String setting(String name) {
        return name.equals("ZHENGYOU_MASTER_KEY_FILE") ? masterKey().toString() : null;
    }

    private Path masterKey() {
        return folder.resolve("master.key");
    }

    @AfterEach
    void stop() {
        running.close();
        client.close();
        server.close();
    }

    private DocumentPart part() {
        return (DocumentPart) running.parts().getLast();
    }

    private DocumentStore store() {
        return new DocumentStore(running.database(), masterKey(), KEPT, clock);
    }

    private String stored(String person, String text) {
        Draft draft = store().begin();
        try {
            var body = new ByteArrayInputStream(Samples.pdf(text));
            DocumentType type = Intake.read(body, 1 << 20, draft);
            return store().keep(draft, type, person).digest();
        } catch (IOException e) {
            throw new AssertionError("not stored", e);
        }
    }

    private void named(String digest) {
        running.commands()
                .send(
                        CommandEnvelope.of(
                                new FilePaper(new PaperId("p-1"), "ben", digest, List.of()),
                                new Actor("anna", Set.of())));
    }

    private boolean isThere(String digest) {
        return store().find(digest).flatMap(store()::open).isPresent();
    }

    private long left(String collection) {
        return running.database().getCollection(collection).countDocuments();
    }

    private void after(Duration time) {
        clock.set(BEGIN.plus(time));
        part().expire();
    }

    @Test
    void what_no_fact_names_within_a_day_is_gone_with_its_key_and_every_piece() {
        String digest = stored("anna", "forgotten");
        after(KEPT);
        assertThat(isThere(digest)).isTrue();
        after(KEPT.plusMinutes(2));
        assertThat(isThere(digest)).isFalse();
        for (String one : List.of("documents", "document_keys", "document_chunks"))
            assertThat(left(one)).as(one).isZero();
    }

    @Test
    void what_a_fact_names_in_time_stays_for_ever() {
        String digest = stored("anna", "named");
        clock.set(BEGIN.plus(KEPT));
        named(digest);
        after(Duration.ofDays(3_000));
        assertThat(isThere(digest)).isTrue();
        assertThat(store().waiting("anna", none -> false)).isZero();
    }

    @Test
    void what_is_stored_again_waits_anew() {
        String digest = stored("anna", "again");
        clock.set(BEGIN.plus(KEPT));
        assertThat(stored("ben", "again")).isEqualTo(digest);
        after(KEPT.plusHours(12));
        assertThat(isThere(digest)).isTrue();
        after(KEPT.plus(KEPT).plusMinutes(2));
        assertThat(isThere(digest)).isFalse();
    }

    @Test
    void what_never_arrived_whole_leaves_nothing() throws IOException {
        try (Draft draft = store().begin()) {
            draft.write(Samples.pdf("x".repeat(3 << 20)));
        }
        String kept = stored("anna", "whole");
        assertThat(left("document_chunks")).isGreaterThan(1);
        after(Duration.ofHours(2));
        assertThat(left("document_chunks")).isOne();
        assertThat(left("documents_arriving")).isZero();
        assertThat(isThere(kept)).isTrue();
    }

    @Test
    void whoever_stored_something_large_has_less_room_until_it_is_named() {
        String digest = stored("anna", "x".repeat(200_000));
        assertThat(store().waiting("anna", none -> false)).isGreaterThan(200_000);
        assertThat(store().waiting("ben", none -> false)).isZero();
        stored("ben", "small");
        assertThat(store().waiting("ben", none -> false)).isEqualTo(100_000);
        assertThat(store().waiting("anna", digest::equals)).isZero();
    }

    @Test
    void erased_is_erased_whatever_copies_of_the_sealed_bytes_there_are() {
        String digest = stored("anna", "to be erased");
        named(digest);
        StoredDocument document = store().find(digest).orElseThrow();
        List<Document> copies =
                running.database().getCollection("document_chunks").find().into(new ArrayList<>());
        Document entry =
                running.database()
                        .getCollection("documents")
                        .find(Filters.eq("_id", digest))
                        .first();

        assertThat(part().erase(digest)).isTrue();
        assertThat(part().erase(digest)).isFalse();
        assertThat(isThere(digest)).isFalse();
        assertThat(left("document_keys")).isZero();

        running.database().getCollection("document_chunks").insertMany(copies);
        running.database().getCollection("documents").insertOne(entry);
        assertThat(store().open(document)).isEmpty();
    }

    @Test
    void no_content_passes_for_another_one() throws IOException {
        String mine = stored("anna", "mine");
        String other = stored("anna", "theirs");
        StoredDocument foreign = store().find(other).orElseThrow();
        var entries = running.database().getCollection("documents");
        entries.updateOne(Filters.eq("_id", mine), Updates.set("content", foreign.content()));
        StoredDocument swapped = store().find(mine).orElseThrow();
        assertThatThrownBy(() -> store().open(swapped)).isInstanceOf(IllegalStateException.class);

        var pieces = running.database().getCollection("document_chunks");
        String first = foreign.content() + "/000000";
        Document piece = requireNonNull(pieces.find(Filters.eq("_id", first)).first());
        byte[] bytes = piece.get("bytes", Binary.class).getData().clone();
        bytes[bytes.length - 1] ^= 1;
        pieces.updateOne(Filters.eq("_id", first), Updates.set("bytes", new Binary(bytes)));
        Optional<InputStream> bent = store().open(foreign);
        try (InputStream in = bent.orElseThrow()) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_missing_or_foreign_master_key_is_named_before_anything_is_sealed_under_another()
            throws IOException {
        stored("anna", "sealed");
        running.close();
        Path kept = Files.move(masterKey(), folder.resolve("kept.key"));
        assertThatThrownBy(this::service)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("主密钥文件")
                .hasMessageContaining("ZHENGYOU_MASTER_KEY_FILE");
        assertThat(masterKey()).doesNotExist();
        new DocumentKeys(client.getDatabase("elsewhere").getCollection("keys"), masterKey())
                .keep("c", "d", DocumentKeys.fresh());
        assertThatThrownBy(this::service)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is damaged or another master key");
        Files.delete(masterKey());
        Files.move(kept, masterKey());
        running = service();
        eventually("it runs", running.parts().getFirst()::isReady);
    }
}
