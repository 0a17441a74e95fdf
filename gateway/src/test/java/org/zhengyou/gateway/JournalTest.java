package org.zhengyou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.zhengyou.journal.SecurityJournal;

/** What the gateway writes into the security journal. */
class JournalTest {
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(SecurityJournal.LOGGER);

    @SuppressWarnings("NullAway.Init")
    private static House house;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeAll
    static void start() {
        house = House.with(Map.of());
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @BeforeEach
    void listen() {
        lines.start();
        LOGGER.setLevel(Level.INFO);
        LOGGER.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        LOGGER.detachAppender(lines);
    }

    private List<String> written() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void a_token_that_is_refused_is_a_line_with_the_address_and_without_the_token() {
        house.send(
                house.to("/api/members/roster/%E5%BC%A0?name=ann")
                        .header("Authorization", "Bearer abc.def.ghi"));

        assertThat(written())
                .singleElement()
                .asString()
                .startsWith("event=TOKEN_REFUSED door=gateway time=2")
                .endsWith("account=- address=127.0.0.1 act=members/* code=- correlation=-");
    }

    @Test
    void what_a_service_refuses_is_a_line_with_person_and_address() {
        house.send(
                house.as("ann", "/api/members/commands/status/403")
                        .header("Zhengyou-Correlation-Id", "visit-1"));

        assertThat(written())
                .singleElement()
                .asString()
                .startsWith("event=ACCESS_REFUSED ")
                .endsWith(
                        "account=ann address=127.0.0.1 act=members/commands/* code=-"
                                + " correlation=visit-1");
    }

    @Test
    void a_sign_in_that_fails_is_a_line() {
        house.send(house.to("/login/oauth2/code/zhengyou?code=x&state=y"));

        assertThat(written()).singleElement().asString().startsWith("event=SIGN_IN_FAILED ");
    }

    @Test
    void what_is_answered_and_who_brings_no_token_is_no_line() {
        house.get("ann", "/api/members/roster");
        house.send(house.to("/api/members/roster"));

        assertThat(written()).isEmpty();
    }
}
