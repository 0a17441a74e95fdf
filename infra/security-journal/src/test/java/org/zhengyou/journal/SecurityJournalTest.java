package org.zhengyou.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.journal.SecurityEvent.SIGNED_IN;
import static org.zhengyou.journal.SecurityEvent.SIGN_IN_FAILED;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SecurityJournalTest {
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(SecurityJournal.LOGGER);
    private static final SecurityNote NOTE =
            new SecurityNote("e46d0b72", "127.0.0.1", "login", null, "c-1");

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final List<Runnable> later = new ArrayList<>();
    private Instant now = Instant.parse("2011-07-01T02:00:00Z");
    private final SecurityJournal journal = new SecurityJournal("identity", () -> now, later::add);

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

    private void note(SecurityEvent event, int times) {
        for (int i = 0; i < times; i++) journal.note(event, NOTE);
    }

    @Test
    void a_line_says_what_when_who_where_and_nothing_else() {
        note(SIGNED_IN, 1);

        assertThat(written())
                .containsExactly(
                        "event=SIGNED_IN door=identity time=2011-07-01T02:00:00Z account=e46d0b72"
                                + " address=127.0.0.1 act=login code=- correlation=c-1");
    }

    @Test
    void a_word_that_may_be_somebody_s_own_is_not_written() {
        for (String word : List.of("张三", "a b", "x\nevent=SIGNED_IN", "", "a=b", "x".repeat(161)))
            journal.note(SIGNED_IN, new SecurityNote(word, word, word, word, word));

        assertThat(written())
                .hasSize(6)
                .allSatisfy(
                        line ->
                                assertThat(line)
                                        .endsWith(
                                                "account=? address=? act=? code=? correlation=?"));
    }

    @Test
    void a_flood_is_counted_and_told_in_one_line_when_its_minute_is_over() {
        note(SIGN_IN_FAILED, 1_000);
        assertThat(written()).hasSize(60);
        assertThat(later).hasSize(1);

        now = now.plusSeconds(60);
        later.getFirst().run();
        later.getFirst().run();

        assertThat(written()).hasSize(61);
        assertThat(written().getLast())
                .isEqualTo(
                        "event=SIGN_IN_FAILED door=identity from=2011-07-01T02:00:00Z"
                                + " until=2011-07-01T02:01:00Z more=940");
    }

    @Test
    void the_next_minute_begins_with_what_the_last_one_left_out() {
        note(SIGN_IN_FAILED, 100);
        now = now.plusSeconds(61);
        note(SIGN_IN_FAILED, 1);
        later.forEach(Runnable::run);

        assertThat(written()).hasSize(62);
        assertThat(written().get(60)).endsWith("more=40");
        assertThat(written().get(61)).contains("time=2011-07-01T02:01:01Z");
    }

    @Test
    void a_flood_of_one_kind_hides_no_other() {
        note(SIGN_IN_FAILED, 1_000);
        note(SIGNED_IN, 1);

        assertThat(written().getLast()).startsWith("event=SIGNED_IN ");
    }
}
