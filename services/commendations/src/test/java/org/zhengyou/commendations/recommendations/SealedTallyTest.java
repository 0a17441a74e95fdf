package org.zhengyou.commendations.recommendations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.commendations.recommendations.Ballots.ATTEST;
import static org.zhengyou.commendations.recommendations.Ballots.CLOSE;
import static org.zhengyou.commendations.recommendations.Ballots.CLOSED;
import static org.zhengyou.commendations.recommendations.Ballots.ENTER;
import static org.zhengyou.commendations.recommendations.Ballots.TALLY;
import static org.zhengyou.commendations.recommendations.Ballots.attested;
import static org.zhengyou.commendations.recommendations.Ballots.ballot;
import static org.zhengyou.commendations.recommendations.Ballots.entered;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.WU;

import org.junit.jupiter.api.Test;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyEntered;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.personal.Personal;

/** Nothing of a count is known before the close. */
class SealedTallyTest {
    @Test
    void nothing_of_the_count_lies_in_clear_before_the_close() {
        String stored = Json.tolerant().writeValueAsString(entered(HAN, TALLY));
        assertThat(stored).contains("\"tally\":null").doesNotContain("30");
    }

    @Test
    void what_is_sealed_has_the_same_length_whatever_was_counted() {
        assertThat(new Tally(100_000, 0, 100_000).written()).hasSameSizeAs(TALLY.written());
        assertThat(Tally.read(TALLY.written())).contains(TALLY);
        assertThat(Tally.read("30/5")).isEmpty();
    }

    @Test
    void an_entry_from_before_counts_were_sealed_counts_as_it_did() {
        var old =
                Json.tolerant()
                        .readValue(
                                """
                                {"recommendation": "ballot", "round": "round", "unit": "college",
                                 "nomination": "nomination-ann", "by": "han", "scanDigest": "scan",
                                 "tally": {"inFavour": 30, "against": 5, "abstain": 2}}
                                """,
                                RecommendationTallyEntered.class);
        assertThat(old).isEqualTo(entered(HAN, TALLY, null));
        ballot().given(old).by(HAN).when(ENTER).thenNothing();
        ballot().given(old).by(WU).when(ATTEST).thenEvents(attested());
        ballot().given(old, attested()).by(HAN).when(CLOSE).thenEvents(CLOSED);
    }

    @Test
    void a_count_that_nobody_can_open_any_more_is_entered_again() {
        var lost = entered(HAN, null, new Personal(HAN, null));
        ballot().given(lost)
                .by(WU)
                .when(ATTEST)
                .thenRefused(OUT_OF_SCOPE, "P-PAPER-TALLY", "again");
        ballot().given(lost, attested()).by(HAN).when(CLOSE).thenRefused(OUT_OF_SCOPE);
        ballot().given(lost, attested()).by(HAN).when(ENTER).thenEvents(entered(HAN, TALLY));
    }
}
