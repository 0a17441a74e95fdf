package org.zhengyou.standalone;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The verify command on the folder of a played campaign. */
@ExtendWith(RunningCampaign.Shared.class)
class VerifyTest {
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[A-Za-z0-9]");

    private record Verified(int exit, String text) {}

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void an_untouched_folder_is_intact(RunningCampaign campaign) {
        Folders.copy(campaign.stopped(), copy());

        Verified verified = verify(copy());

        assertThat(verified.exit()).as(verified.text()).isZero();
        assertThat(verified.text())
                .contains("All logs are intact")
                .contains("organizations/log", "members/log", "activities/log", "evaluations/log")
                .contains("commendations/log", "commendations/inbox", "insight/inbox")
                .doesNotContain("BROKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"members/log", "activities/log", "commendations/log", "insight/inbox"})
    void a_changed_byte_is_named_with_its_log_and_position(String log, RunningCampaign campaign) {
        Folders.copy(campaign.stopped(), copy());
        long position = changeOneByte(copy(), log, new Random(log.hashCode()));

        Verified verified = verify(copy());

        assertThat(verified.exit()).as(verified.text()).isEqualTo(1);
        assertThat(verified.text())
                .containsPattern(log + " +\\d+ +BROKEN at position " + position + ": CHANGED");
        assertThat(verified.text().lines().filter(line -> line.contains("BROKEN"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{$unset: {n: 1}}", "{$set: {n: 'many'}}", "{$set: {n: 2.5}}"})
    void whatever_became_of_the_last_document_its_position_is_named(
            String change, RunningCampaign campaign) {
        Folders.copy(campaign.stopped(), copy());
        long position = changeLast((log, last) -> log.updateOne(last, Document.parse(change)));

        Verified verified = verify(copy());

        assertThat(verified.exit()).as(verified.text()).isEqualTo(1);
        assertThat(verified.text())
                .containsPattern("members/log +\\d+ +BROKEN at position " + position);
    }

    @Test
    void what_was_put_behind_the_end_is_named(RunningCampaign campaign) {
        Folders.copy(campaign.stopped(), copy());
        changeLast((log, last) -> log.insertOne(new Document("_id", "behind all numbers")));

        Verified verified = verify(copy());

        assertThat(verified.exit()).as(verified.text()).isEqualTo(1);
        assertThat(verified.text())
                .containsPattern("members/log +\\d+ +BROKEN at position \\d+: NOT_READABLE");
    }

    @Test
    void the_heads_are_printed_as_the_options_of_a_later_call(RunningCampaign campaign)
            throws IOException {
        Folders.copy(campaign.stopped(), copy());
        String heads = "@" + kept(verify(copy()));

        assertThat(verify(copy(), heads).exit()).isZero();
    }

    @Test
    void a_cut_off_end_is_named_by_who_kept_the_head(RunningCampaign campaign) throws IOException {
        Folders.copy(campaign.stopped(), copy());
        String heads = "@" + kept(verify(copy()));
        long position = changeLast(MongoCollection::deleteOne);
        Files.delete(HeadsOption.usual(copy()));

        Verified verified = verify(copy(), heads);

        assertThat(verify(copy()).text())
                .as("who received it")
                .containsPattern(
                        "insight/inbox +\\d+ +DISAGREES at position \\d+: from members/log at");
        assertThat(verified.exit()).as(verified.text()).isEqualTo(1);
        assertThat(verified.text())
                .containsPattern(
                        "members/log +\\d+ +BROKEN at position " + position + ": TRUNCATED");
        assertThat(verified.text().lines().filter(line -> line.contains("BROKEN"))).hasSize(1);
    }

    @Test
    void a_log_that_is_gone_is_listed_as_empty_and_named_by_who_kept_a_head(
            RunningCampaign campaign) throws IOException {
        Folders.copy(campaign.stopped(), copy());
        String heads = "@" + kept(verify(copy()));
        changeLast((log, last) -> log.drop());
        Files.delete(HeadsOption.usual(copy()));

        Verified gone = verify(copy());
        Verified known = verify(copy(), heads);

        assertThat(gone.exit()).isEqualTo(1);
        assertThat(gone.text())
                .containsPattern("members/log +0 +empty")
                .contains("but that log has 0 events");
        assertThat(known.exit()).isEqualTo(1);
        assertThat(known.text()).containsPattern("members/log +0 +BROKEN at position 1: TRUNCATED");
    }

    @ParameterizedTest
    @CsvSource({
        "sourcePosition, 1, not what lies in organizations/log at 1",
        "sourcePosition, 999999, but that log has",
        "source, members, from another log than members/log",
        "source, strangers, which has no log here",
        "payload, {}, says other than organizations/log at"
    })
    void what_is_forged_into_an_inbox_fits_its_chain_and_no_log(
            String part, String value, String fault, RunningCampaign campaign) {
        Folders.copy(campaign.stopped(), copy());
        try (StoppedLogs logs = StoppedLogs.in(copy())) {
            logs.forge("insight", "organizations", part, value);
        }

        Verified verified = verify(copy());

        assertThat(verified.exit()).as(verified.text()).isEqualTo(1);
        assertThat(verified.text())
                .containsPattern("insight/inbox +\\d+ +DISAGREES at position \\d+: ")
                .contains(fault)
                .doesNotContain("BROKEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"members/log", "members/log=1", "members/log=x:00", "=1:00", "a/b=1:00"})
    void a_head_that_is_none_is_refused(String head, RunningCampaign campaign) {
        Verified verified = verify(campaign.stopped(), "--head", head);

        assertThat(verified.exit()).isEqualTo(2);
        assertThat(verified.text()).contains(head).doesNotContain("\tat ");
    }

    @Test
    void a_head_of_a_log_that_is_not_there_is_refused(RunningCampaign campaign) {
        String head = "member/log=1:" + "0".repeat(64);
        Verified verified = verify(campaign.stopped(), "--head", head);

        assertThat(verified.exit()).isEqualTo(2);
        assertThat(verified.text()).contains("no log member/log; there are", "members/log");
    }

    @Test
    void a_folder_without_data_is_refused_in_one_line() {
        Verified verified = verify(folder.resolve("nothing"));

        assertThat(verified.exit()).isEqualTo(2);
        assertThat(verified.text()).contains("there is no data in").doesNotContain("\tat ");
    }

    private Path copy() {
        return folder.resolve("copy");
    }

    /** The file with the heads that a verification printed. */
    private Path kept(Verified verified) throws IOException {
        List<String> heads =
                verified.text().lines().filter(line -> line.startsWith("--head ")).toList();
        assertThat(heads).isNotEmpty();
        return Files.write(folder.resolve("heads"), heads);
    }

    private static Verified verify(Path data, String... more) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text, true);
        CommandLine line = Zhengyou.commandLine().setOut(out).setErr(out);
        List<String> words = new ArrayList<>(List.of("verify", "--data", data.toString()));
        words.addAll(List.of(more));
        int exit = line.execute(words.toArray(String[]::new));
        return new Verified(exit, text.toString());
    }

    /**
     * Does something to the log of the members, and to the document at its end.
     *
     * @return where that document begins
     */
    private long changeLast(BiConsumer<MongoCollection<Document>, Document> change) {
        try (StoppedLogs logs = StoppedLogs.in(copy())) {
            MongoCollection<Document> log = logs.database("members").getCollection("log");
            Document last = log.find().sort(descending("_id")).first();
            long position = Objects.requireNonNull(last).getLong("_id");
            change.accept(log, new Document("_id", position));
            return position;
        }
    }

    /** Through the store itself: one letter or digit of one payload becomes another. */
    private static long changeOneByte(Path data, String log, Random random) {
        try (StoppedLogs logs = StoppedLogs.in(data)) {
            String[] name = log.split("/", -1);
            MongoCollection<Document> documents = logs.database(name[0]).getCollection(name[1]);
            List<Document> all = documents.find().into(new ArrayList<>());
            Document chosen = all.get(random.nextInt(all.size()));
            List<Document> events = chosen.getList("e", Document.class);
            int event = random.nextInt(events.size());
            documents.updateOne(
                    eq("_id", chosen.getLong("_id")),
                    set("e." + event + ".p", changed(events.get(event).getString("p"), random)));
            return chosen.getLong("_id");
        }
    }

    private static String changed(String payload, Random random) {
        List<Integer> places = new ArrayList<>();
        Matcher matcher = LETTER_OR_DIGIT.matcher(payload);
        while (matcher.find()) places.add(matcher.start());
        int place = places.get(random.nextInt(places.size()));
        char other = payload.charAt(place) == 'x' ? 'y' : 'x';
        return payload.substring(0, place) + other + payload.substring(place + 1);
    }
}
