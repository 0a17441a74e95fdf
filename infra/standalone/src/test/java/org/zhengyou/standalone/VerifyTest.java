package org.zhengyou.standalone;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void a_folder_without_data_is_refused_in_one_line() {
        Verified verified = verify(folder.resolve("nothing"));

        assertThat(verified.exit()).isEqualTo(2);
        assertThat(verified.text()).contains("there is no data in").doesNotContain("\tat ");
    }

    private Path copy() {
        return folder.resolve("copy");
    }

    private static Verified verify(Path data) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text, true);
        CommandLine line = Zhengyou.commandLine().setOut(out).setErr(out);
        int exit = line.execute("verify", "--data", data.toString());
        return new Verified(exit, text.toString());
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
