package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.embedded.mongo.Durability;
import org.zhengyou.embedded.mongo.EmbeddedMongo;
import org.zhengyou.log.ChainHead;
import org.zhengyou.log.Condition;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;

/** A platform that was stopped cleanly, and a store that was changed before the next start. */
@ExtendWith(RunningCampaign.Shared.class)
class KeptHeadsTest {
    private record Verified(int exit, String text) {}

    @TempDir Path folder = Path.of("");
    private PlatformOptions options = PlatformOptions.at(folder);

    @BeforeEach
    void copy(RunningCampaign campaign) {
        options = PlatformOptions.onFreePorts(folder.resolve("data"));
        Folders.copy(campaign.stopped(), options.data());
    }

    /** What a start, which is not let go on, finds to be lost. */
    private Map<String, String> lostAfter(Consumer<StoppedLogs> change) {
        try (StoppedLogs logs = StoppedLogs.in(options.data())) {
            change.accept(logs);
            return KeptHeads.open(options.heads(), options.keys(), logs.client())
                    .lost(logs.client());
        }
    }

    private Verified verify(String... more) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text, true);
        String[] words =
                Stream.concat(
                                Stream.of("verify", "--data", options.data().toString()),
                                Stream.of(more))
                        .toArray(String[]::new);
        return new Verified(
                Zhengyou.commandLine().setOut(out).setErr(out).execute(words), text.toString());
    }

    @Test
    void after_a_clean_stop_the_end_of_every_log_is_kept_as_verify_finds_it() {
        HeadsNote note = KeptHeads.read(options.heads(), options.keys());
        Verified verified = verify();

        assertThat(lostAfter(logs -> {})).isEmpty();
        assertThat(verified.exit()).as(verified.text()).isZero();
        assertThat(verified.text()).contains("Kept heads 链头存档: signed 签名有效");
        assertThat(verified.text().lines().filter(line -> line.startsWith("--head ")))
                .hasSizeGreaterThan(8)
                .containsExactlyInAnyOrderElementsOf(
                        note.heads().values().stream()
                                .map(one -> "--head " + one.known())
                                .toList());
        assertThat(note.heads().values())
                .allSatisfy(one -> assertThat(verified.text()).contains("标识 " + one.identity()));
    }

    @Test
    void a_store_that_lost_an_end_is_not_served_though_no_broker_knows() {
        var _ = lostAfter(KeptHeadsTest::cutOff);
        Folders.delete(options.data().resolve("kafka"));

        assertThatThrownBy(() -> Platform.start(options))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("日志与已知的链头或已发布的事件不符")
                .hasMessageContaining("/log=")
                .hasMessageContaining("--republish");
    }

    @Test
    void an_emptied_store_is_not_served() {
        Map<String, String> lost =
                lostAfter(
                        logs ->
                                Platform.allServices()
                                        .forEach(one -> logs.database(one.name()).drop()));

        assertThat(lost)
                .containsKeys("organizations/log", "members/log", "insight/inbox")
                .allSatisfy((log, fault) -> assertThat(fault).startsWith("0 < "));
        Verified verified = verify();
        assertThat(verified.exit()).isEqualTo(1);
        assertThat(verified.text())
                .containsPattern("members/log +0 +BROKEN at position 1: TRUNCATED");
    }

    private static void cutOff(StoppedLogs logs) {
        List<StoredEvent> events = logs.log("activities");
        logs.database("activities")
                .getCollection("log")
                .deleteOne(new Document("_id", events.getLast().position()));
    }

    @Test
    void a_log_that_was_cut_off_is_named_with_what_is_missing() {
        Map<String, String> lost = lostAfter(KeptHeadsTest::cutOff);

        assertThat(lost).containsOnlyKeys("activities/log");
        assertThat(lost.get("activities/log")).matches("\\d+ < \\d+");
    }

    @Test
    void another_log_in_its_place_is_told_apart_from_a_rewritten_one() {
        Map<String, String> lost =
                lostAfter(
                        logs -> {
                            int many = logs.log("activities").size() + 1;
                            logs.database("activities").getCollection("log").drop();
                            append(logs, "activities", many);
                        });

        assertThat(lost).containsOnlyKeys("activities/log");
        assertThat(lost.get("activities/log")).startsWith("另一份日志 another log");
    }

    private static void append(StoppedLogs logs, String service, int many) {
        LogOptions alone = LogOptions.defaults().polling(Duration.ZERO);
        try (EventLog log = EventLog.open(logs.database(service).getCollection("log"), alone)) {
            for (int i = 0; i < many; i++)
                log.append(
                        List.of(
                                new NewEvent(
                                        "other-" + i,
                                        "activities.DirectiveRegistered",
                                        "1",
                                        Instant.EPOCH,
                                        Set.of(),
                                        Map.of(),
                                        "{}")),
                        Condition.none());
        }
    }

    @Test
    void what_was_rewritten_with_hashes_that_fit_is_named_which_the_chain_alone_does_not()
            throws IOException {
        assertThat(lostAfter(logs -> logs.rewriteLast("activities", "{}")))
                .containsOnlyKeys("activities/log")
                .containsValue("改写 rewritten ≤ " + lastKnown("activities/log"));
        Verified verified = verify();
        assertThat(verified.exit()).isEqualTo(1);
        assertThat(verified.text())
                .containsPattern(
                        "activities/log +\\d+ +BROKEN at position "
                                + lastKnown("activities/log")
                                + ": CHANGED");
        Files.delete(options.heads());
        assertThat(verify().text()).doesNotContain("BROKEN");
    }

    private HeadsNote.Kept lastKept(String log) {
        return Objects.requireNonNull(
                KeptHeads.read(options.heads(), options.keys()).heads().get(log));
    }

    private long lastKnown(String log) {
        return lastKept(log).head().position();
    }

    @Test
    void kept_heads_that_are_missing_or_of_somebody_else_are_not_done_without() throws IOException {
        Path file = options.heads();
        String note = Files.readString(file);

        Files.writeString(file, note.replaceFirst("=(\\d)", "=9$1"));
        refused("not signed by this platform");
        assertThat(verify()).satisfies(v -> assertThat(v.exit()).isEqualTo(1));
        Files.writeString(file, "");
        refused("not signed by this platform");
        Files.delete(file);
        refused("are missing, though there was something here");
        assertThat(file).doesNotExist();
        assertThat(verify().text()).contains("MISSING 缺失", "NOT intact");

        Files.writeString(file, note);
        Files.delete(options.keys().folder().resolve("heads.key"));
        refused("heads.key is missing");
    }

    private void refused(String why) {
        assertThatThrownBy(() -> lostAfter(logs -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("--republish");
    }

    @Test
    void an_older_head_never_takes_the_place_of_a_newer_one() {
        HeadsNote.Kept one = lastKept("members/log");
        long position = one.head().position();
        try (StoppedLogs logs = StoppedLogs.in(options.data())) {
            KeptHeads kept = KeptHeads.open(options.heads(), options.keys(), logs.client());
            kept.keep(List.of(at(one, 1)));
            assertThat(lastKept("members/log")).isEqualTo(one);
            kept.keep(List.of(at(one, position + 5)));
            kept.keep(List.of(at(one, position + 4)));
        }

        assertThat(lastKept("members/log").head().position()).isEqualTo(position + 5);
    }

    private static HeadsNote.Kept at(HeadsNote.Kept one, long position) {
        ChainHead head = new ChainHead(position, one.head().hash());
        return new HeadsNote.Kept(new KnownHead(one.log(), head), one.identity());
    }

    @Test
    void heads_kept_elsewhere_find_a_folder_that_was_put_back_as_a_whole(RunningCampaign campaign)
            throws IOException {
        Path elsewhere = folder.resolve("elsewhere/heads.txt");
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.move(options.heads(), elsewhere);
        try (StoppedLogs logs = StoppedLogs.in(options.data())) {
            append(logs, "activities", 1);
            KeptHeads.beginAnew(elsewhere, options.keys(), logs.client());
        }
        Verified recorded = verify("--heads", elsewhere.toString());
        Folders.delete(options.data().resolve("mongo"));
        Folders.copy(campaign.stopped().resolve("mongo"), options.data().resolve("mongo"));
        Verified putBack = verify("--heads=" + elsewhere);

        assertThat(recorded.text()).doesNotContain("BROKEN", "MISSING");
        assertThat(putBack.exit()).isEqualTo(1);
        assertThat(putBack.text())
                .containsPattern("activities/log +\\d+ +BROKEN at position \\d+: TRUNCATED");
        try (Stream<Path> kept = Files.list(folder.resolve("elsewhere"))) {
            assertThat(kept).as("what was kept before is put aside").hasSize(2);
        }
    }

    @Test
    void a_new_platform_begins_to_keep_heads_and_an_empty_folder_with_a_key_is_none() {
        Path other = folder.resolve("other");
        PlatformOptions fresh = PlatformOptions.at(other);
        try (EmbeddedMongo mongo =
                        EmbeddedMongo.start(other.resolve("mongo"), 0, Durability.COMMIT);
                var client = MongoClients.create(mongo.connectionString())) {
            KeptHeads begun = KeptHeads.open(fresh.heads(), fresh.keys(), client);
            assertThat(begun.lost(client)).isEmpty();
            assertThat(fresh.heads()).content(StandardCharsets.UTF_8).contains("— zhengyou.heads ");
            Folders.delete(fresh.heads());
            assertThatThrownBy(() -> KeptHeads.open(fresh.heads(), fresh.keys(), client))
                    .hasMessageContaining("are missing");
        }
    }
}
