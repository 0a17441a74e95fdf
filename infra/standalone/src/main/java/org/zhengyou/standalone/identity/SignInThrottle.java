package org.zhengyou.standalone.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How often passwords may be tried. Counted are wrong ones only; a try is taken before the password
 * is looked at and given back when it was right, so that many at once gain nothing.
 *
 * <ul>
 *   <li>One account from one place: {@value #TRIES}, then one a minute.
 *   <li>One address, whatever the account: {@value #TRIES_OF_ADDRESS}, then one every ten seconds.
 *   <li>One account, from all places together: {@value #TRIES_OF_ACCOUNT}, then one a minute. The
 *       first try from a place that has not been wrong about this account within an hour does not
 *       count.
 * </ul>
 *
 * <p>A place is an address, or a browser in which this account has signed in before ({@link
 * KnownBrowsers}). Such a browser has the first limit only, for itself. So nobody locks out anybody
 * for ever: in their own browser people do not notice a stranger's tries at all; from another
 * address whoever knows the password comes in with the first try, however many strangers try at the
 * same time; only who shares an address with a stranger, and has never signed in there, waits while
 * the stranger goes on. Nor does a stranger learn whether an account exists: what is not one is
 * counted, and costs, the same.
 *
 * <p>Held in memory, at most {@value #REMEMBERED} of each kind, each until an hour after its last
 * try. Accounts are keyed hashes, whatever the length of what was typed.
 */
final class SignInThrottle {
    static final int TRIES = 10;
    static final int TRIES_OF_ADDRESS = 50;
    static final int TRIES_OF_ACCOUNT = 100;

    private static final Duration ANOTHER = Duration.ofMinutes(1);
    private static final Duration ANOTHER_OF_ADDRESS = Duration.ofSeconds(10);
    private static final Duration ANOTHER_OF_ACCOUNT = Duration.ofMinutes(1);
    private static final int REMEMBERED = 50_000;
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final TimeMeter clock;
    private final Cache<Pair, Bucket> pairs;
    private final Cache<String, Bucket> addresses;
    private final Cache<String, Bucket> accounts;

    /**
     * Where a try comes from.
     *
     * @param address of the peer
     * @param browser what a known browser shows, or empty
     */
    record Place(String address, String browser) {
        boolean isKnown() {
            return !browser.isEmpty();
        }
    }

    private record Pair(String account, String place) {}

    SignInThrottle(TimeMeter clock) {
        this.clock = clock;
        this.pairs = remembered();
        this.addresses = remembered();
        this.accounts = remembered();
    }

    private <K> Cache<K, Bucket> remembered() {
        Ticker ticker = clock::currentTimeNanos;
        return Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(REMEMBERED)
                .expireAfterAccess(FORGOTTEN)
                .build();
    }

    /** Takes a try, or says when to come back; then nothing was taken. */
    Try take(String account, Place place) {
        Pair pair = new Pair(account, place.isKnown() ? place.browser() : place.address());
        List<Bucket> taken = new ArrayList<>();
        for (Bucket bucket : limits(pair, place)) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) {
                taken.add(bucket);
                continue;
            }
            taken.forEach(one -> one.addTokens(1));
            long wait = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            return new Try(pair, List.of(), wait);
        }
        return new Try(pair, taken, 0);
    }

    private List<Bucket> limits(Pair pair, Place place) {
        boolean first = pairs.getIfPresent(pair) == null;
        List<Bucket> limits = new ArrayList<>();
        limits.add(pairs.get(pair, one -> bucket(TRIES, ANOTHER)));
        if (place.isKnown()) return limits;
        limits.add(
                addresses.get(
                        place.address(), one -> bucket(TRIES_OF_ADDRESS, ANOTHER_OF_ADDRESS)));
        if (!first)
            limits.add(
                    accounts.get(
                            pair.account(), one -> bucket(TRIES_OF_ACCOUNT, ANOTHER_OF_ACCOUNT)));
        return limits;
    }

    private Bucket bucket(int tries, Duration another) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tries).refillIntervally(1, another))
                .withCustomTimePrecision(clock)
                .build();
    }

    /** One try. */
    final class Try {
        private final Pair pair;
        private final List<Bucket> taken;
        private final long wait;

        private Try(Pair pair, List<Bucket> taken, long wait) {
            this.pair = pair;
            this.taken = taken;
            this.wait = wait;
        }

        /** 0 if the password may be looked at, else after how many seconds to come back. */
        long secondsToWait() {
            return wait;
        }

        /** The password was right: nothing is counted, and the place has not been wrong. */
        void wasRight() {
            taken.forEach(one -> one.addTokens(1));
            pairs.invalidate(pair);
        }
    }
}
