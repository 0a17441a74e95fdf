package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.host.TestIssuer;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.projection.LettersHost.Answer;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterWritten;
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.projection.letters.LetterService;
import org.zhengyou.log.Chain;
import org.zhengyou.log.ChainHead;
import org.zhengyou.log.StoredEvent;
import tools.jackson.databind.JsonNode;

/** 核验: whoever asks can compute the log anew, and is shown no content that is not for them. */
class LogRoutesTest {
    private static final Instant THEN = Instant.parse("2010-06-15T00:00:00Z");
    private static final Instant LATER = Instant.parse("2010-07-15T00:00:00Z");
    private static final LetterId A = new LetterId("a");
    private static final LetterId B = new LetterId("b");

    @TempDir Path folder = Path.of("");
    private TestStore store;
    private TestIssuer issuer;
    private LettersHost host;

    @BeforeEach
    void start() {
        store = new TestStore(folder);
        issuer = TestIssuer.start();
        host = LettersHost.start(store, issuer, folder, LetterService.page().build());
        host.facts().happens(new LetterWritten(A, "ben", "dear ben"), A, THEN);
        host.facts().happens(new LetterWritten(B, "eve", "dear eve"), B, THEN);
        host.facts().happens(new LetterMarked(A, "read"), A, LATER);
        host.facts().areSeen();
    }

    @AfterEach
    void stop() {
        host.close();
        issuer.close();
        store.close();
    }

    private Answer facts(String person, String... more) {
        List<String> query = new ArrayList<>(List.of("view", "letter-board", "key", "a"));
        query.addAll(List.of(more));
        return host.get(person, "NONE", "/letters/log/facts", query.toArray(String[]::new));
    }

    private static List<Long> positions(Answer answer) {
        List<Long> positions = new ArrayList<>();
        answer.json()
                .path("facts")
                .forEach(
                        fact -> {
                            assertThat(fact.path("source").stringValue()).isEqualTo("letters");
                            positions.add(fact.path("position").longValue());
                        });
        return positions;
    }

    @Test
    void who_may_see_a_row_is_told_of_which_facts_it_is_made_and_nobody_else() {
        assertThat(positions(facts("ben"))).containsExactly(1L, 3L);
        assertThat(positions(facts("ben", "asOf", "2010-06-30"))).containsExactly(1L);
        assertThat(facts("eve").status()).isEqualTo(404);
        assertThat(
                        host.get("ben", "NONE", "/letters/log/facts", "view", "none", "key", "a")
                                .status())
                .isEqualTo(404);
        assertThat(host.get("ben", "NONE", "/letters/log/facts", "view", "letter-board").wrong())
                .containsExactly("key");
    }

    @Test
    void an_auditor_gets_the_bytes_that_were_hashed() {
        JsonNode entries =
                host.get("anna", Actor.AUDITOR, "/letters/log/entries", "position", "3").json();
        JsonNode entry = entries.path("entries").path(0);

        StoredEvent parsed =
                Chain.parse(Base64.getDecoder().decode(entry.path("bytes").stringValue()));
        assertThat(parsed).isEqualTo(host.runtime().log().page(2, 1).getFirst());
        assertThat(entry.path("leaf").stringValue()).isEqualTo(Chain.leafHex(parsed));
        assertThat(entry.path("id").stringValue()).isEqualTo(parsed.id());
        assertThat(entries.path("identity").stringValue())
                .isEqualTo(host.runtime().log().identity().orElseThrow());
    }

    @Test
    void content_is_hidden_from_the_committee_where_it_may_not_see_the_rows() {
        learn(1, new OrganizationEstablished("dw", "PARTY_COMMITTEE", null, null, "党委", ""));
        learn(2, new OfficeAppointmentMade("a-1", "dw", "SECRETARY", "gao"));
        host.facts().areSeen();
        Answer answer = host.get("gao", "NONE", "/letters/log/entries", "position", "1");

        JsonNode entry = answer.json().path("entries").path(0);
        assertThat(entry.path("bytes").isNull()).isTrue();
        assertThat(entry.path("leaf").stringValue())
                .isEqualTo(Chain.leafHex(host.runtime().log().page(0, 1).getFirst()));
        for (String path : List.of("/letters/log/entries", "/letters/log/chain"))
            assertThat(host.get("ben", "NONE", path, "position", "1").status()).isEqualTo(403);
    }

    private void learn(long position, Object event) {
        host.facts().learns("organizations", position, event, "o-" + position, THEN, THEN);
    }

    @Test
    void the_links_lead_from_any_position_to_the_head() {
        JsonNode part =
                host.get("anna", Actor.AUDITOR, "/letters/log/chain", "position", "2").json();

        byte[] hash = HexFormat.of().parseHex(part.path("previous").stringValue());
        long position = 0;
        for (JsonNode link : part.path("transactions")) {
            List<byte[]> leaves = new ArrayList<>();
            for (JsonNode leaf : link.path("leaves"))
                leaves.add(HexFormat.of().parseHex(leaf.stringValue()));
            hash = Chain.next(hash, leaves);
            assertThat(HexFormat.of().formatHex(hash)).isEqualTo(link.path("hash").stringValue());
            position = link.path("position").longValue() + leaves.size() - 1;
        }
        assertThat(part.path("transactions").path(0).path("position").longValue()).isEqualTo(2);
        assertThat(new ChainHead(position, hash)).isEqualTo(host.runtime().log().chainHead());
    }

    @Test
    void a_place_that_is_none_or_lies_beyond_the_head_is_refused() {
        for (String path : List.of("/letters/log/entries", "/letters/log/chain")) {
            assertThat(host.get("anna", Actor.AUDITOR, path, "position", "4").status())
                    .isEqualTo(404);
            assertThat(host.get("anna", Actor.AUDITOR, path, "position", "x").wrong())
                    .containsExactly("position");
            assertThat(host.get("anna", Actor.AUDITOR, path).wrong()).containsExactly("position");
            assertThat(
                            host.get("anna", Actor.AUDITOR, path, "position", "1", "colour", "red")
                                    .wrong())
                    .containsExactly("colour");
        }
    }
}
