package org.zhengyou.standalone.identity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.zhengyou.journal.SecurityEvent;
import org.zhengyou.standalone.identity.LinkedAccounts.Unlinked;
import org.zhengyou.standalone.identity.SignInThrottle.Place;
import org.zhengyou.standalone.identity.SignInThrottle.Try;

/** Looks at a name and a password if there is a try left, and puts down what came of it. */
final class ThrottledSignIn implements AuthenticationProvider {
    private final AuthenticationProvider passwords;
    private final SignInThrottle throttle;
    private final KnownBrowsers browsers;
    private final SignInJournal journal;
    private final People people;
    private final LinkedAccounts linked;

    /**
     * Where a sign-in comes from; the details of its authentication.
     *
     * @param address of the peer
     * @param browser claim of {@link KnownBrowsers}
     */
    record Origin(String address, @Nullable String browser) {
        /** Without the cookie. */
        @Override
        public String toString() {
            return "Origin[" + address + "]";
        }
    }

    /** The tries are used up. */
    static final class TooManyTries extends AuthenticationException {
        private final long seconds;

        TooManyTries(long seconds) {
            super("too many tries");
            this.seconds = seconds;
        }

        /** After how many seconds to come back. */
        long seconds() {
            return seconds;
        }
    }

    ThrottledSignIn(
            AuthenticationProvider passwords,
            SignInThrottle throttle,
            KnownBrowsers browsers,
            SignInJournal journal,
            People people,
            LinkedAccounts linked) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.browsers = browsers;
        this.journal = journal;
        this.people = people;
        this.linked = linked;
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        Origin origin = (Origin) Objects.requireNonNull(claim.getDetails());
        String account = journal.account(claim.getName());
        boolean known = browsers.isKnown(origin.browser(), account);
        String browser = known ? Objects.requireNonNull(origin.browser()) : "";
        Try one = throttle.take(account, new Place(origin.address(), browser));
        if (one.secondsToWait() > 0) {
            journal.note(SecurityEvent.SIGN_IN_THROTTLED, claim.getName(), origin.address());
            throw new TooManyTries(one.secondsToWait());
        }
        try {
            Authentication person = Objects.requireNonNull(passwords.authenticate(claim));
            one.wasRight();
            if (!people.isDemo(claim.getName())) linked.require(person.getName());
            journal.note(SecurityEvent.SIGNED_IN, claim.getName(), origin.address());
            return person;
        } catch (BadCredentialsException | Unlinked e) {
            journal.note(SecurityEvent.SIGN_IN_FAILED, claim.getName(), origin.address());
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> claim) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(claim);
    }
}
