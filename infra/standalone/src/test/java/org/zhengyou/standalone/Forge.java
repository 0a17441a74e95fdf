package org.zhengyou.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.zhengyou.standalone.identity.DemoPeople;

/** Access tokens that the issuer did not give, or not for this platform. */
final class Forge {
    private final PlatformOptions options;
    private final RSAKey key;

    /** A forge that has got hold of the issuer's key. */
    Forge(PlatformOptions options) {
        this.options = options;
        try {
            this.key =
                    RSAKey.parse(
                            Files.readString(
                                    options.data()
                                            .resolve("identity")
                                            .resolve("signing-key.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token as the issuer gives it: shows that the others are refused for what is wrong. */
    String right() {
        return signed(key, claims -> claims);
    }

    /** Tokens that must be refused, by what is wrong with each. */
    Map<String, String> wrong() {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("no token", "garbage");
        tokens.put("three parts of nothing", "a.b.c");
        tokens.put("for another audience", signed(key, c -> c.audience("somebody-else")));
        tokens.put("for nobody", signed(key, c -> c.audience((String) null)));
        tokens.put("of another issuer", signed(key, c -> c.issuer("http://127.0.0.1:1")));
        tokens.put("run out", signed(key, c -> c.expirationTime(date(-3600))));
        tokens.put("without an end", signed(key, c -> c.expirationTime(null)));
        tokens.put("not yet valid", signed(key, c -> c.notBeforeTime(date(3600))));
        tokens.put("without a subject", signed(key, c -> c.subject(null)));
        tokens.put("of a policy", signed(key, c -> c.subject("policy:all")));
        tokens.put("with a role without a name", signed(key, c -> c.claim("roles", List.of(""))));
        tokens.put("with a role that is a number", signed(key, c -> c.claim("roles", List.of(7))));
        tokens.put("with roles that are no list", signed(key, c -> c.claim("roles", "AUDITOR")));
        tokens.put("signed by a stranger", signed(stranger(), c -> c));
        tokens.put("signed by nobody", new PlainJWT(claims().build()).serialize());
        tokens.put("changed", changed(right()));
        return tokens;
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(options.issuer())
                .audience("zhengyou")
                .subject(DemoPeople.AUDITOR.subject())
                .claim("roles", List.of("AUDITOR"))
                .issueTime(date(0))
                .expirationTime(date(600));
    }

    private String signed(RSAKey with, UnaryOperator<JWTClaimsSet.Builder> change) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        SignedJWT token = new SignedJWT(header, change.apply(claims()).build());
        try {
            token.sign(new RSASSASigner(with));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey stranger() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same signature under other claims. */
    private static String changed(String token) {
        String[] parts = token.split("\\.", -1);
        int middle = parts[1].length() / 2;
        char other = parts[1].charAt(middle) == 'A' ? 'B' : 'A';
        String claims = parts[1].substring(0, middle) + other + parts[1].substring(middle + 1);
        return parts[0] + '.' + claims + '.' + parts[2];
    }

    private static Date date(long secondsFromNow) {
        return Date.from(Instant.now().plusSeconds(secondsFromNow));
    }
}
