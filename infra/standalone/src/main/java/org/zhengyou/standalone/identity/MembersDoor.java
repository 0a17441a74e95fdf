package org.zhengyou.standalone.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.client.PlatformClient.Command;
import org.zhengyou.standalone.client.Refused;
import org.zhengyou.standalone.identity.SignInServer.Place;
import tools.jackson.databind.JsonNode;

/**
 * What the register of members says of accounts and roles, asked and told through the gateway, as
 * anybody does it, with a token of the person concerned that lives for a minute.
 */
final class MembersDoor {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String SERVICE = "members";
    private static final String ACCOUNTS = "accounts";
    private static final String ROLES = "platform-roles";

    private final Place place;
    private final JwtEncoder encoder;
    private final String keyId;
    private final PlatformClient client;
    private final AtomicLong recorded = new AtomicLong();

    MembersDoor(Place place, RSAKey key) {
        this.place = place;
        this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key)));
        this.keyId = key.getKeyID();
        this.client = new PlatformClient(place.innerGateway(), this::token, PATIENCE, told -> {});
    }

    /** The register does not answer: nothing can be said of the account. */
    static final class Unreachable extends RuntimeException {
        Unreachable(Throwable cause) {
            super("the register of members does not answer", cause);
        }
    }

    private String token(String subject) {
        Instant now = Instant.now();
        JwtClaimsSet claims =
                JwtClaimsSet.builder()
                        .issuer(place.issuer())
                        .subject(subject)
                        .audience(List.of(SignInServer.AUDIENCE))
                        .issuedAt(now)
                        .expiresAt(now.plus(LIFE))
                        .claim("roles", List.of())
                        .build();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).keyId(keyId).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    /**
     * Whose open invite has the code with this digest: whoever shows the digest may see that.
     *
     * @throws Unreachable if the register does not answer
     */
    Optional<String> memberOf(String codeDigest) {
        return only(codeDigest, "inviteUntil");
    }

    /**
     * Whether this person may sign in by their account.
     *
     * @throws Unreachable if the register does not answer
     */
    boolean isLinked(String person) {
        return rows(person, ACCOUNTS, "keys=" + person).path(0).path("linkedOn").isString();
    }

    /**
     * The platform roles of this person, sorted; empty if they never had any.
     *
     * @throws Unreachable if the register does not answer
     */
    Optional<List<String>> rolesOf(String person) {
        JsonNode row = rows(person, ROLES, "keys=" + person).path(0);
        if (row.isMissingNode()) return Optional.empty();
        return Optional.of(
                Stream.of("auditor", "operator", "setup")
                        .filter(role -> row.path(role + "Since").isString())
                        .map(role -> role.toUpperCase(Locale.ROOT))
                        .toList());
    }

    private JsonNode rows(String by, String view, String which) {
        return get(
                by,
                SERVICE + "/" + view + "?" + which + "&after=" + SERVICE + ":" + recorded.get());
    }

    private JsonNode get(String by, String question) {
        try {
            return client.get(by, "/api/" + question).path("rows");
        } catch (Refused | IllegalStateException e) {
            throw new Unreachable(e);
        }
    }

    /**
     * Whose linked account of the university has this keyed hash: whoever shows it may see that.
     *
     * @throws Unreachable if the register does not answer
     */
    Optional<String> linkedBy(String account) {
        return only(account, "linkedOn");
    }

    /** The member of the one account that is shown by this token, if it has this field. */
    private Optional<String> only(String by, String field) {
        JsonNode rows = rows(by, ACCOUNTS, "limit=2");
        JsonNode row = rows.path(0);
        return rows.size() == 1 && row.path(field).isString()
                ? Optional.of(row.path("member").asString())
                : Optional.empty();
    }

    /**
     * Whom an account of the university was taken for, as the person is told.
     *
     * @param member the member's id
     * @param name the member's name
     * @param branchZh the branch, in Chinese
     * @param branchEn the branch, in English; in Chinese if it has no English name
     */
    record Proposed(String member, String name, String branchZh, String branchEn) {
        /** Without the name. */
        @Override
        public String toString() {
            return "Proposed[" + member + "]";
        }
    }

    /**
     * For whom this proposal is; empty for nobody who is a member.
     *
     * @throws Unreachable if the register does not answer
     */
    Optional<Proposed> proposed(String proposal) {
        JsonNode rows = rows(proposal, ACCOUNTS, "limit=2");
        JsonNode row = rows.path(0);
        if (rows.size() != 1 || !row.path("branch").isString()) return Optional.empty();
        String member = row.path("member").asString();
        String branch = row.path("branch").asString();
        String name = rows(member, "members", "keys=" + member).path(0).path("name").asString("");
        JsonNode unit = get(member, "organizations/organization-tree?keys=" + branch).path(0);
        String zh = unit.path("labelZh").asString("");
        String en = unit.path("labelEn").asString("");
        return Optional.of(new Proposed(member, name, zh, en.isBlank() ? zh : en));
    }

    /**
     * Says with which number somebody came from the university; the code of the refusal, empty if
     * exactly one member has it.
     *
     * @throws Unreachable if the register does not answer
     */
    String propose(String proposal, String issuer, String number) {
        return send(
                proposal,
                "ProposeLink",
                Map.of("proposal", proposal, "issuer", issuer, "number", number));
    }

    /**
     * Says that whoever signed in is somebody else.
     *
     * @throws Unreachable if the register does not answer
     */
    void dispute(String proposal) {
        String refused = send(proposal, "MarkLinkDisputed", Map.of("proposal", proposal));
        if (!refused.isEmpty()) throw new Unreachable(new IllegalStateException(refused));
    }

    /**
     * The person redeems an invite for an account of this server; false if it is not open any more.
     *
     * @throws Unreachable if the register does not answer
     */
    boolean link(String person, String codeDigest, String subjectDigest) {
        return link(person, codeDigest, place.issuer(), subjectDigest);
    }

    /**
     * The person links an account.
     *
     * @param code digest of an invite's code, or a proposal
     * @throws Unreachable if the register does not answer
     */
    boolean link(String person, String code, String issuer, String subjectDigest) {
        Map<String, String> body =
                Map.of(
                        "member",
                        person,
                        "codeDigest",
                        code,
                        "issuer",
                        issuer,
                        "subjectDigest",
                        subjectDigest);
        return send(person, "LinkAccount", body).isEmpty();
    }

    /** The code of the refusal; empty if it was recorded. */
    private String send(String by, String command, Map<String, String> body) {
        String now = Instant.now().toString();
        String key = UUID.randomUUID().toString();
        try {
            long position =
                    client.send(new Command(by, SERVICE, command, body, now, key, List.of()))
                            .position();
            recorded.accumulateAndGet(position, Math::max);
            return "";
        } catch (Refused e) {
            return e.code();
        } catch (IllegalStateException e) {
            throw new Unreachable(e);
        }
    }
}
