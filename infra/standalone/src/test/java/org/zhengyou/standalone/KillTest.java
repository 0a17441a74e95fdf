package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.standalone.client.Recorded;

/** A short torture of the platform; the long one is {@code ./zhengyou torture platform}. */
@ExtendWith(RunningCampaign.Shared.class)
class KillTest {
    private static final long SEED = 9;
    private static final int KILLS = 10;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void killed_at_random_moments_of_the_demonstration_the_platform_loses_and_doubles_nothing(
            RunningCampaign undisturbed) {
        Deaths deaths = Deaths.of(SEED, KILLS, undisturbed.steps());

        KillCampaign.Result result = KillCampaign.play(folder, deaths, copyOf(undisturbed));

        assertThat(result.faults()).isEmpty();
        assertThat(result.kills()).isEqualTo(KILLS);
        assertThat(result.told()).isGreaterThan(200);
    }

    /** The checker must be able to fail: a client that was told what is not there is noticed. */
    @Test
    void an_answer_that_is_not_in_the_log_is_noticed(RunningCampaign campaign) {
        Recorded lie = new Recorded("members", "x", 3, List.of("members.MembershipEnded"), false);
        Recorded beyond =
                new Recorded(
                        "members", "x", 1L << 40, List.of("members.PartyMemberRegistered"), false);
        Path copy = copyOf(campaign);

        assertThat(Aftermath.faults(copy, whole(campaign), List.of(lie, beyond)))
                .containsExactly("told and not there: " + lie, "told and not there: " + beyond);
    }

    /** Likewise one event that is gone, however well the chain fits without it. */
    @Test
    void an_event_that_is_gone_is_noticed(RunningCampaign campaign) {
        Path copy = copyOf(campaign);
        Recorded gone;
        try (StoppedLogs logs = StoppedLogs.in(copy)) {
            StoredEvent last = logs.log("commendations").getLast();
            gone = new Recorded("commendations", "x", last.position(), List.of(last.type()), false);
            var log = logs.database("commendations").getCollection("log");
            Document end = log.find().sort(Sorts.descending("_id")).first();
            log.deleteOne(new Document("_id", Objects.requireNonNull(end).get("_id")));
        }

        assertThat(Aftermath.faults(copy, whole(campaign), List.of(gone)))
                .contains("told and not there: " + gone)
                .anyMatch(fault -> fault.startsWith("verify ends with 1"))
                .anyMatch(fault -> fault.startsWith("recorded"))
                .anyMatch(fault -> fault.startsWith("did not happen here"));
    }

    private Path copyOf(RunningCampaign campaign) {
        Path copy = folder.resolve("copy");
        Folders.copy(campaign.stopped(), copy);
        return copy;
    }

    private Path whole(RunningCampaign campaign) {
        Path whole = folder.resolve("whole");
        Folders.copy(campaign.stopped(), whole);
        return whole;
    }
}
