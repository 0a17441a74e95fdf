package org.zhengyou.standalone.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.zhengyou.journal.SecurityEvent;
import org.zhengyou.standalone.identity.MembersDoor.Proposed;
import org.zhengyou.standalone.identity.SignInThrottle.Place;
import org.zhengyou.standalone.identity.SignInThrottle.Try;
import org.zhengyou.standalone.identity.ThrottledSignIn.TooManyTries;

/**
 * 校园登录. Somebody comes through the sign-in of the university. Whose account it is says the register
 * of members, by a keyed hash of it; at the first time the number that the provider says is looked
 * up there, and the person says whether they are whom it finds. What must be known again in between
 * is with the browser: nothing is kept of a stranger.
 */
final class CampusSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(CampusSignIn.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String COOKIE = "ZHENGYOU_CAMPUS";
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int LONGEST = 3_900;
    private static final int PROPOSAL_BYTES = 32;

    private final CampusProvider provider;
    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final MembersDoor members;
    private final SignInThrottle throttle;
    private final SignInJournal journal;
    private final KeyedHash hash;
    private final SignedContent content;

    /** Why nobody is let in. */
    enum Problem {
        /** The way back is not that of a sign-in that began in this browser of late. */
        EXPIRED,
        /** The provider says that the person did not sign in. */
        DENIED,
        /** What came back is not of the provider, or not for this sign-in. */
        FOREIGN,
        /** Provider or register do not answer. */
        LATER,
        /** Nobody on the register has the number. */
        NONE,
        /** Several on the register have the number. */
        SEVERAL,
        /** The person said that they are somebody else. */
        DISPUTED,
        /** The account was ended, or is another member's. */
        ENDED
    }

    /** Nobody is let in. */
    static final class NotLetIn extends AuthenticationException {
        private final Problem problem;

        NotLetIn(Problem problem) {
            super(problem.name());
            this.problem = problem;
        }

        NotLetIn(Problem problem, Throwable cause) {
            super(problem.name(), cause);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    /** The person is to say first who they are. */
    static final class Asked extends AuthenticationException {
        private final transient Proposed found;
        private final String question;

        Asked(Proposed found, String question) {
            super("who is it?");
            this.found = found;
            this.question = question;
        }

        Proposed found() {
            return found;
        }

        /** What comes back with the answer. */
        String question() {
            return question;
        }
    }

    /** Between the way to the provider and the way back. */
    private record Pending(String state, String nonce, String verifier, String next) {}

    /** Between the question and its answer. */
    private record Question(String proposal, String member, String account, long until) {}

    CampusSignIn(
            CampusProvider provider,
            MembersDoor members,
            SignInThrottle throttle,
            SignInJournal journal,
            KeyedHash hash) {
        this.provider = provider;
        this.requests =
                new DefaultOAuth2AuthorizationRequestResolver(id -> provider.registration());
        this.members = members;
        this.throttle = throttle;
        this.journal = journal;
        this.hash = hash;
        this.content = new SignedContent(hash);
    }

    /**
     * Leads a browser to the provider.
     *
     * @throws NotLetIn if the provider is not there
     */
    void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OAuth2AuthorizationRequest to;
        try {
            to = Objects.requireNonNull(requests.resolve(request, CampusProvider.ID));
        } catch (CampusProvider.Unreachable e) {
            LOG.warn("nobody can sign in through the university", e);
            throw new NotLetIn(Problem.LATER, e);
        }
        Pending pending =
                new Pending(
                        Objects.requireNonNull(to.getState()),
                        attribute(to, OidcParameterNames.NONCE),
                        attribute(to, PkceParameterNames.CODE_VERIFIER),
                        Continuation.query(request));
        String sealed = content.sign("campus-pending", pending);
        if (sealed.length() > LONGEST)
            sealed =
                    content.sign(
                            "campus-pending",
                            new Pending(pending.state(), pending.nonce(), pending.verifier(), ""));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, sealed, KEPT));
        response.sendRedirect(to.getAuthorizationRequestUri());
    }

    private static String attribute(OAuth2AuthorizationRequest request, String name) {
        return Objects.requireNonNull(request.<String>getAttribute(name), name);
    }

    private static String cookie(HttpServletRequest request, String value, Duration kept) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path(SignInServer.CAMPUS)
                .maxAge(kept)
                .build()
                .toString();
    }

    /**
     * Who has come back from the provider, if their account is linked.
     *
     * @throws Asked if the person is to say first who they are
     * @throws NotLetIn with the reason
     * @throws TooManyTries if this account came too often without being linked
     */
    Authentication back(HttpServletRequest request, HttpServletResponse response) {
        Pending pending = pending(request);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
        Continuation.remember(request, pending.next());
        OidcUser user = user(request, pending);
        Object number = user.getClaims().get(provider.campus().numberClaim());
        // A subject of tokens begins with a letter.
        String account =
                "c" + hash.of("campus-account", user.getIssuer() + "\n" + user.getSubject());
        String address = request.getRemoteAddr();
        Try one = throttle.take(hash.of("campus", account), new Place(address, ""));
        if (one.secondsToWait() > 0) {
            journal.noteCampus(SecurityEvent.SIGN_IN_THROTTLED, null, address);
            throw new TooManyTries(one.secondsToWait());
        }
        try {
            Optional<String> person = members.linkedBy(account);
            if (person.isEmpty()) throw asked(account, number == null ? "" : number.toString());
            one.wasRight();
            return signedIn(person.get(), address);
        } catch (MembersDoor.Unreachable e) {
            LOG.warn("nobody can be told whose account of the university it is", e);
            throw new NotLetIn(Problem.LATER, e);
        } catch (NotLetIn e) {
            journal.noteCampus(SecurityEvent.SIGN_IN_FAILED, null, address);
            throw e;
        }
    }

    private Pending pending(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null)
            for (Cookie cookie : cookies)
                if (cookie.getName().equals(COOKIE)) {
                    Pending pending =
                            content.open("campus-pending", cookie.getValue(), Pending.class);
                    String state = request.getParameter(OAuth2ParameterNames.STATE);
                    if (pending != null && pending.state().equals(state)) return pending;
                }
        throw new NotLetIn(Problem.EXPIRED);
    }

    private OidcUser user(HttpServletRequest request, Pending pending) {
        String issuer = request.getParameter("iss");
        if (issuer != null && !issuer.equals(provider.campus().issuer()))
            throw new NotLetIn(Problem.FOREIGN);
        String code = request.getParameter(OAuth2ParameterNames.CODE);
        if (code == null) throw new NotLetIn(Problem.DENIED);
        try {
            OidcUser user = provider.redeem(exchange(pending, code));
            if (user != null) return user;
        } catch (CampusProvider.Unreachable e) {
            throw new NotLetIn(Problem.LATER, e);
        } catch (OAuth2AuthenticationException e) {
            LOG.warn("what came back from the university counts for nothing", e);
            boolean silent = e.getError().getErrorCode().equals("invalid_token_response");
            throw new NotLetIn(silent ? Problem.LATER : Problem.FOREIGN, e);
        }
        throw new NotLetIn(Problem.FOREIGN);
    }

    private OAuth2AuthorizationExchange exchange(Pending pending, String code) {
        var registration = provider.registration();
        String back = Objects.requireNonNull(registration.getRedirectUri());
        OAuth2AuthorizationRequest asked =
                OAuth2AuthorizationRequest.authorizationCode()
                        .authorizationUri(
                                Objects.requireNonNull(
                                        registration.getProviderDetails().getAuthorizationUri()))
                        .clientId(registration.getClientId())
                        .redirectUri(back)
                        .scopes(registration.getScopes())
                        .state(pending.state())
                        .attributes(
                                Map.of(
                                        OAuth2ParameterNames.REGISTRATION_ID, CampusProvider.ID,
                                        OidcParameterNames.NONCE, pending.nonce(),
                                        PkceParameterNames.CODE_VERIFIER, pending.verifier()))
                        .build();
        OAuth2AuthorizationResponse answered =
                OAuth2AuthorizationResponse.success(code)
                        .redirectUri(back)
                        .state(pending.state())
                        .build();
        return new OAuth2AuthorizationExchange(asked, answered);
    }

    private AuthenticationException asked(String account, String number) {
        if (number.isBlank()) return new NotLetIn(Problem.NONE);
        byte[] random = new byte[PROPOSAL_BYTES];
        RANDOM.nextBytes(random);
        String proposal = HexFormat.of().formatHex(random);
        String refused = members.propose(proposal, provider.campus().issuer(), number);
        if (!refused.isEmpty())
            return new NotLetIn(refused.equals("OUT_OF_SCOPE") ? Problem.SEVERAL : Problem.NONE);
        Proposed found = members.proposed(proposal).orElseThrow(() -> new NotLetIn(Problem.NONE));
        // They sign in with the passwords of the data folder, which nobody else gives out.
        if (DemoPeople.isOne(found.member())) return new NotLetIn(Problem.NONE);
        long until = Instant.now().plus(KEPT).getEpochSecond();
        return new Asked(
                found,
                content.sign(
                        "campus-question", new Question(proposal, found.member(), account, until)));
    }

    /**
     * The person says whether they are whom the number belongs to: if so, they are linked and
     * signed in.
     *
     * @throws NotLetIn if not, or if the account cannot be linked
     */
    Authentication answer(HttpServletRequest request) {
        String said = request.getParameter("question");
        Question question =
                said == null ? null : content.open("campus-question", said, Question.class);
        if (question == null || question.until() < Instant.now().getEpochSecond())
            throw new NotLetIn(Problem.EXPIRED);
        String address = request.getRemoteAddr();
        try {
            if (!"yes".equals(request.getParameter("answer"))) {
                members.dispute(question.proposal());
                throw new NotLetIn(Problem.DISPUTED);
            }
            if (!members.link(
                    question.member(),
                    question.proposal(),
                    provider.campus().issuer(),
                    question.account())) throw new NotLetIn(Problem.ENDED);
            return signedIn(question.member(), address);
        } catch (MembersDoor.Unreachable e) {
            LOG.warn("an account of the university cannot be linked now", e);
            throw new NotLetIn(Problem.LATER, e);
        } catch (NotLetIn e) {
            journal.noteCampus(SecurityEvent.SIGN_IN_FAILED, null, address);
            throw e;
        }
    }

    private Authentication signedIn(String person, String address) {
        journal.noteCampus(SecurityEvent.SIGNED_IN, person, address);
        var shown =
                FactorGrantedAuthority.fromAuthority(
                        FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY);
        return UsernamePasswordAuthenticationToken.authenticated(
                People.principal(person), null, List.of(shown));
    }
}
