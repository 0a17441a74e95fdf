package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
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
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.projection.letters.LetterService;
import org.zhengyou.log.ChainHead;
import org.zhengyou.log.LogVerifier;
import org.zhengyou.log.VerifyReport;
import tools.jackson.databind.JsonNode;

/** 日志末位: what somebody keeps to prove later that nothing was changed. */
class HeadsTest {
    private static final Instant THEN = Instant.parse("2010-06-15T00:00:00Z");
    private static final String HEADS = "/letters/heads";

    @TempDir Path folder = Path.of("");
    private TestStore store;
    private TestIssuer issuer;
    private LettersHost host;

    @BeforeEach
    void start() {
        store = new TestStore(folder);
        issuer = TestIssuer.start();
        host = LettersHost.start(store, issuer, folder, LetterService.page().build());
    }

    @AfterEach
    void stop() {
        host.close();
        issuer.close();
        store.close();
    }

    private static ChainHead head(JsonNode said) {
        return ChainHead.of(said.path("position").longValue(), said.path("hash").stringValue());
    }

    @Test
    void the_heads_are_those_that_verification_finds() {
        LetterId letter = new LetterId("a");
        for (String mark : new String[] {"1", "2", "3"})
            host.facts().happens(new LetterMarked(letter, mark), letter, THEN);
        JsonNode heads = host.get("anna", Actor.AUDITOR, HEADS).json();

        assertThat(heads.path("service").stringValue()).isEqualTo("letters");
        VerifyReport report =
                LogVerifier.verify(host.runtime().database().getCollection("log"), position -> {});
        assertThat(report)
                .isInstanceOfSatisfying(
                        VerifyReport.Intact.class,
                        intact -> assertThat(head(heads.path("log"))).isEqualTo(intact.head()));
        assertThat(head(heads.path("log")).position()).isEqualTo(3);
        assertThat(head(heads.path("inbox")).position()).isZero();
    }

    @Test
    void auditors_operators_and_the_committee_may_ask_and_nobody_else() {
        learn(1, new OrganizationEstablished("dw", "PARTY_COMMITTEE", null, null, "党委", ""));
        learn(2, new OrganizationEstablished("a", "GENERAL_BRANCH", null, "dw", "总支", ""));
        learn(3, new OfficeAppointmentMade("a-1", "dw", "SECRETARY", "gao"));
        learn(4, new OfficeAppointmentMade("a-2", "a", "SECRETARY", "han"));
        host.facts().areSeen();

        assertThat(host.get("anna", Actor.AUDITOR, HEADS).status()).isEqualTo(200);
        assertThat(host.get("otto", Actor.OPERATOR, HEADS).status()).isEqualTo(200);
        assertThat(host.get("gao", "NONE", HEADS).status()).isEqualTo(200);
        Answer refused = host.get("han", "NONE", HEADS);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("code").stringValue()).isEqualTo("NOT_PERMITTED");
        assertThat(host.get("ben", "NONE", HEADS).status()).isEqualTo(403);
    }

    private void learn(long position, Object event) {
        host.facts().learns("organizations", position, event, "o-" + position, THEN, THEN);
    }
}
