package org.zhengyou.standalone.identity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.zhengyou.journal.SecurityEvent;
import org.zhengyou.standalone.identity.SignInThrottle.Place;
import org.zhengyou.standalone.identity.SignInThrottle.Try;
import org.zhengyou.standalone.identity.ThrottledSignIn.Origin;
import org.zhengyou.standalone.identity.ThrottledSignIn.TooManyTries;

/**
 * 使用邀请. Somebody shows the code of an invite and chooses by what they will sign in. The register of
 * members records that the person did so; only then the account is opened, or has another login and
 * password and no session any more. Whoever tries codes is counted like whoever tries passwords.
 */
final class InviteRedemption {
    static final int SHORTEST_PASSWORD = 12;

    /** More than that is not looked at by the hash of passwords. */
    static final int LONGEST_PASSWORD_BYTES = 72;

    private static final Logger LOG = LoggerFactory.getLogger(InviteRedemption.class);
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}._@-]{2,64}");
    private static final String PURPOSE = "account-subject";
    private static final String CODES = "invite-codes";

    private final People people;
    private final Accounts accounts;
    private final MembersDoor members;
    private final SignInThrottle throttle;
    private final SignInJournal journal;
    private final OpenSignIns signIns;
    private final KeyedHash hash;

    /** What is wrong with what somebody typed. */
    enum Problem {
        /** No open invite has such a code; why not is not said. */
        CODE,
        /** A login has other signs, or another length. */
        LOGIN,
        /** A password is too short, too long, or known to others. */
        PASSWORD,
        /** The passwords typed are not the same. */
        REPEATED,
        /** The login is somebody else's. */
        TAKEN,
        /** The platform cannot say just now. */
        LATER
    }

    /** Nothing was opened. */
    static final class NotRedeemed extends AuthenticationException {
        private final Problem problem;

        NotRedeemed(Problem problem) {
            super(problem.name());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    /**
     * What somebody typed, and where.
     *
     * @param code of the invite
     * @param login chosen
     * @param password chosen
     * @param repeated the password once more
     * @param origin where it comes from
     */
    record Claim(String code, String login, String password, String repeated, Origin origin) {
        /** Without what is secret. */
        @Override
        public String toString() {
            return "Claim[" + origin + "]";
        }
    }

    InviteRedemption(
            People people,
            Accounts accounts,
            MembersDoor members,
            SignInThrottle throttle,
            SignInJournal journal,
            OpenSignIns signIns,
            KeyedHash hash) {
        this.people = people;
        this.accounts = accounts;
        this.members = members;
        this.throttle = throttle;
        this.journal = journal;
        this.signIns = signIns;
        this.hash = hash;
    }

    /**
     * Who has used the invite, and is thereby signed in.
     *
     * @throws NotRedeemed with what is wrong; nothing was opened
     * @throws TooManyTries if too many codes were wrong
     */
    Authentication redeem(Claim claim) {
        requireFit(claim);
        String address = claim.origin().address();
        // All codes are one account: else each wrong one would be the first of another.
        Try one = throttle.take(hash.of(CODES, ""), new Place(address, ""));
        if (one.secondsToWait() > 0) {
            journal.noteInvite(SecurityEvent.SIGN_IN_THROTTLED, null, address);
            throw new TooManyTries(one.secondsToWait());
        }
        String person;
        try {
            person = redeemed(claim);
        } catch (NotRedeemed e) {
            if (e.problem() == Problem.CODE)
                journal.noteInvite(SecurityEvent.SIGN_IN_FAILED, null, address);
            else one.wasRight();
            throw e;
        }
        one.wasRight();
        journal.noteInvite(SecurityEvent.SIGNED_IN, person, address);
        // Says when the person showed who they are, which tokens must say, too.
        var shown = FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY);
        return UsernamePasswordAuthenticationToken.authenticated(
                People.principal(person), null, List.of(shown));
    }

    private static void requireFit(Claim claim) {
        String password = claim.password();
        if (!LOGIN.matcher(Accounts.folded(claim.login())).matches())
            throw new NotRedeemed(Problem.LOGIN);
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD
                || bytes > LONGEST_PASSWORD_BYTES
                || isCode(password, claim.code())) throw new NotRedeemed(Problem.PASSWORD);
        if (!password.equals(claim.repeated())) throw new NotRedeemed(Problem.REPEATED);
    }

    /** Whoever issued the invite has seen its code. */
    private static boolean isCode(String password, String code) {
        return InviteCode.digest(password).isPresent()
                && InviteCode.digest(password).equals(InviteCode.digest(code));
    }

    private String redeemed(Claim claim) {
        try {
            String digest = InviteCode.digest(claim.code()).orElseThrow(InviteRedemption::wrong);
            String person = members.memberOf(digest).orElseThrow(InviteRedemption::wrong);
            // Their roles come with who they are: no office could say who may let others be them.
            if (DemoPeople.isOne(person)) throw wrong();
            open(claim, person, digest);
            return person;
        } catch (MembersDoor.Unreachable e) {
            LOG.warn("an invite cannot be used now", e);
            throw new NotRedeemed(Problem.LATER);
        }
    }

    private void open(Claim claim, String person, String digest) {
        String login = claim.login();
        if (people.isDemo(login) || !accounts.reserve(login, person))
            throw new NotRedeemed(Problem.TAKEN);
        try {
            String passwordHash = String.valueOf(people.encoder().encode(claim.password()));
            if (!members.link(person, digest, hash.of(PURPOSE, person))) throw wrong();
            accounts.put(person, login, passwordHash);
            signIns.endAllOf(person);
        } finally {
            accounts.release(login);
        }
    }

    private static NotRedeemed wrong() {
        return new NotRedeemed(Problem.CODE);
    }
}
