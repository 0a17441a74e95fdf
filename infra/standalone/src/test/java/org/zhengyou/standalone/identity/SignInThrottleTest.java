package org.zhengyou.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.zhengyou.standalone.identity.SignInThrottle.Place;

class SignInThrottleTest {
    private static final Place HERE = new Place("10.0.0.1", "");
    private static final Place OWN_BROWSER = new Place("10.0.0.1", "v1.a.b");

    private final AtomicLong nanos = new AtomicLong(1);
    private final SignInThrottle throttle =
            new SignInThrottle(
                    new TimeMeter() {
                        @Override
                        public long currentTimeNanos() {
                            return nanos.get();
                        }

                        @Override
                        public boolean isWallClockBased() {
                            return false;
                        }
                    });

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private long wrong(String account, Place place) {
        return throttle.take(account, place).secondsToWait();
    }

    private void wrong(int times, String account, Place place) {
        for (int i = 0; i < times; i++) assertThat(wrong(account, place)).isZero();
    }

    private static Place elsewhere(int i) {
        return new Place("10.1." + i / 250 + "." + i % 250, "");
    }

    @Test
    void ten_wrong_passwords_are_looked_at_and_then_one_a_minute() {
        wrong(10, "ann", HERE);

        assertThat(wrong("ann", HERE)).isBetween(1L, 61L);
        pass(Duration.ofSeconds(30));
        assertThat(wrong("ann", HERE)).isBetween(1L, 31L);
        pass(Duration.ofSeconds(30));
        wrong(1, "ann", HERE);
        assertThat(wrong("ann", HERE)).isPositive();
    }

    @Test
    void a_right_password_is_not_counted_and_forgives_the_wrong_ones_of_that_place() {
        for (int i = 0; i < 1_000; i++) {
            var one = throttle.take("ann", HERE);
            assertThat(one.secondsToWait()).isZero();
            one.wasRight();
        }
        wrong(9, "ann", HERE);
        throttle.take("ann", HERE).wasRight();
        wrong(10, "ann", HERE);
    }

    @Test
    void many_tries_at_once_are_all_counted_before_the_first_is_answered() {
        long admitted = 0;
        for (int i = 0; i < 100; i++) if (wrong("ann", HERE) == 0) admitted++;

        assertThat(admitted).isEqualTo(SignInThrottle.TRIES);
    }

    @Test
    void who_tries_one_password_on_many_accounts_is_stopped_by_the_address() {
        for (int i = 0; i < SignInThrottle.TRIES_OF_ADDRESS; i++) wrong(1, "person-" + i, HERE);

        assertThat(wrong("somebody else", HERE)).isBetween(1L, 11L);
        wrong(1, "somebody else", elsewhere(1));
    }

    @Test
    void many_addresses_together_do_not_try_an_account_at_will() {
        int admitted = 0;
        for (int round = 0; round < 10; round++)
            for (int i = 0; i < 500; i++) if (wrong("ann", elsewhere(i)) == 0) admitted++;

        assertThat(admitted).isEqualTo(500 + SignInThrottle.TRIES_OF_ACCOUNT);
    }

    @Test
    void nobody_at_other_addresses_keeps_out_who_knows_the_password() {
        for (int round = 0; round < 3; round++)
            for (int i = 0; i < 500; i++) wrong("ann", elsewhere(i));

        for (int i = 0; i < 100; i++) {
            var one = throttle.take("ann", HERE);
            assertThat(one.secondsToWait()).isZero();
            one.wasRight();
        }
    }

    @Test
    void nobody_at_the_same_address_keeps_out_who_has_signed_in_in_this_browser_before() {
        wrong(10, "ann", HERE);
        for (int i = 0; i < 100; i++) wrong("person-" + i, HERE);

        wrong(10, "ann", OWN_BROWSER);
        assertThat(wrong("ann", OWN_BROWSER)).isPositive();
    }

    @Test
    void what_is_refused_takes_nothing() {
        wrong(10, "ann", HERE);
        for (int i = 0; i < 1_000; i++) wrong("ann", HERE);

        for (int i = 0; i < 40; i++) wrong(1, "person-" + i, HERE);
    }
}
