package org.zhengyou.kit.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.json.Json;

class WithdrawalTest {
    private static final Order FIRST = order("2010-10-10", "2010-10-11", 1);
    private static final Order MISTAKE = order("2010-10-12", "2010-10-13", 2);
    private static final Order WITHDRAWN = order("2010-11-20", "2010-10-20", 3);
    private static final Order AGAIN = order("2010-10-12", "2010-10-21", 4);
    private static final Timeline<String> LINE =
            Timeline.<String>empty()
                    .with(FIRST, "first")
                    .with(MISTAKE, "mistake")
                    .without(WITHDRAWN);

    @Test
    void whatever_its_source_recorded_before_is_gone_and_what_comes_after_stands() {
        assertThat(LINE.last()).isEmpty();
        assertThat(LINE.at(at("2010-12-31"))).isEmpty();
        assertThat(LINE.with(AGAIN, "again").at(at("2010-10-31"))).contains("again");
        assertThat(LINE.with(AGAIN, "again").withdrawn(LINE.entries().getLast()))
                .contains(WITHDRAWN);
    }

    @Test
    void it_counts_from_when_it_was_recorded_whatever_date_is_asked_about() {
        Instant before = at("2010-10-20").minusMillis(1);
        assertThat(cut("2010-10-31", before).last()).contains("mistake");
        assertThat(cut("2010-10-11", before).last()).contains("first");
        assertThat(cut("2010-10-31", at("2010-10-20")).last()).isEmpty();
        assertThat(cut("2010-10-11", Instant.MAX).last()).isEmpty();
    }

    @Test
    void it_may_come_before_what_it_withdraws() {
        Timeline<String> other =
                Timeline.<String>empty()
                        .without(WITHDRAWN)
                        .with(MISTAKE, "mistake")
                        .without(WITHDRAWN)
                        .with(FIRST, "first");
        assertThat(other).isEqualTo(LINE);
        assertThat(Timeline.<String>empty().without(WITHDRAWN).and(LINE)).isEqualTo(LINE);
    }

    @Test
    void another_source_withdraws_nothing() {
        Order other = new Order(at("2010-11-20"), at("2010-10-20"), "elsewhere", 9);
        assertThat(Timeline.<String>empty().with(FIRST, "first").without(other).last())
                .contains("first");
    }

    @Test
    void what_was_withdrawn_is_still_among_the_values_it_ever_had() {
        assertThat(Values.of(LINE).ever()).contains("first", "mistake");
        assertThat(Values.of(LINE).now()).isEmpty();
        assertThat(LINE.isEmpty()).isFalse();
    }

    @Test
    void of_several_things_one_is_withdrawn() {
        Ledger<String, String> ledger =
                Ledger.<String, String>empty()
                        .with("a", FIRST, "said")
                        .with("b", FIRST, "said")
                        .without("a", WITHDRAWN);
        assertThat(ledger.at(at("2010-12-31")).keySet()).containsExactly("b");
    }

    @Test
    void a_line_of_which_nothing_was_withdrawn_is_stored_as_ever() {
        record Row(Timeline<String> line) {}
        var json = Json.tolerant();
        String plain = json.writeValueAsString(new Row(Timeline.<String>empty().with(FIRST, "x")));
        assertThat(plain).doesNotContain("withdrawals");
        assertThat(json.readValue(plain, Row.class).line().withdrawals()).isEmpty();
        String stored = json.writeValueAsString(new Row(LINE));
        assertThat(json.readValue(stored, Row.class)).isEqualTo(new Row(LINE));
    }

    private static Timeline<String> cut(String asOf, Instant knownAt) {
        return LINE.within(new Cut(at(asOf), knownAt));
    }

    private static Order order(String effective, String recorded, long position) {
        return new Order(at(effective), at(recorded), "activities", position);
    }

    private static Instant at(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }
}
