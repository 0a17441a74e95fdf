package org.zhengyou.kit.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.decide.Actor;

/** What a service writes into the security journal. */
class JournalHttpTest extends HttpTest {
    private final JournalLines journal = new JournalLines();

    @AfterEach
    void listenNoMore() {
        journal.close();
    }

    @Test
    void a_token_that_is_refused_is_a_line_without_the_token_or_the_stranger_s_words() {
        host.send(
                host.request("/exhibitions/%E5%BC%A0%E4%B8%89?name=ann")
                        .header("Authorization", "Bearer abc.def.ghi")
                        .header("Zhengyou-Correlation-Id", "visit-1"));

        assertThat(journal.written())
                .singleElement()
                .asString()
                .startsWith("event=TOKEN_REFUSED door=services time=2")
                .endsWith("account=- address=127.0.0.1 act=- code=- correlation=visit-1");
    }

    @Test
    void who_may_not_is_a_line_with_person_and_command_and_nothing_of_the_body() {
        String token = issuer.token("inspector", Actor.AUDITOR);
        host.send("OpenExhibition", token, open("j1", 1));

        assertThat(journal.written())
                .singleElement()
                .asString()
                .startsWith("event=ACCESS_REFUSED ")
                .contains(
                        " account=inspector address=127.0.0.1"
                                + " act=exhibitions/commands/OpenExhibition code=NOT_PERMITTED")
                .doesNotContain("j1", "榜样");
    }

    @Test
    void who_may_not_read_the_measurements_is_a_line_as_well() {
        host.send(host.request("/prometheus").header("Authorization", "Bearer " + setup));

        assertThat(journal.written())
                .singleElement()
                .asString()
                .contains("account=founder ", " act=prometheus code=NOT_PERMITTED");
    }

    @Test
    void what_is_allowed_or_asked_without_a_token_is_no_line() {
        host.send("OpenExhibition", setup, open("j2", 1));
        host.send(host.request("/exhibitions/me"));

        assertThat(journal.written()).isEmpty();
    }
}
