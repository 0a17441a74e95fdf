package org.zhengyou.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * An issuer that publishes its keys over HTTP and signs whatever a test asks for. At its sign-in
 * nobody is asked for a password: who comes is who the test says.
 */
final class TokenIssuer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Promise(String subject, String nonce, String challenge) {}

    private final HttpServer server;
    private final Map<String, Promise> codes = new ConcurrentHashMap<>();
    private volatile String comes = "ann";
    private final RSAKey key = newKey("k1");
    private final AtomicInteger keyFetches = new AtomicInteger();

    TokenIssuer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext(
                "/oauth2/jwks",
                exchange -> {
                    keyFetches.incrementAndGet();
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, keys.length);
                    try (exchange) {
                        exchange.getResponseBody().write(keys);
                    }
                });
        server.createContext("/oauth2/authorize", this::authorize);
        server.createContext("/oauth2/token", this::giveTokens);
        server.start();
    }

    /** From now on it is this person who signs in. */
    void comes(String person) {
        comes = person;
    }

    /** What a redirect says. */
    static Map<String, String> query(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = query(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Promise(
                        comes,
                        asked.getOrDefault("nonce", ""),
                        asked.getOrDefault("code_challenge", "")));
        String back =
                asked.getOrDefault("redirect_uri", "")
                        + "?code="
                        + code
                        + "&state="
                        + URLEncoder.encode(
                                asked.getOrDefault("state", ""), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void giveTokens(HttpExchange exchange) throws IOException {
        byte[] form = exchange.getRequestBody().readAllBytes();
        Map<String, String> asked = query(new String(form, StandardCharsets.UTF_8));
        Promise promise = codes.remove(asked.getOrDefault("code", ""));
        boolean isKept =
                promise != null
                        && challenge(asked.getOrDefault("code_verifier", ""))
                                .equals(promise.challenge());
        Map<String, Object> answer =
                promise != null && isKept ? tokens(promise) : Map.of("error", "invalid_grant");
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(isKept ? 200 : 400, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private Map<String, Object> tokens(Promise promise) {
        return Map.of(
                "access_token",
                token(promise.subject()),
                "token_type",
                "Bearer",
                "expires_in",
                600,
                "id_token",
                token(
                        claims ->
                                claims.subject(promise.subject())
                                        .audience("console")
                                        .claim("nonce", promise.nonce())));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int keyFetches() {
        return keyFetches.get();
    }

    /** A good token of this person. */
    String token(String subject) {
        return token(claims -> claims.subject(subject));
    }

    /** A token that is good but for what is changed here. */
    String token(Consumer<JWTClaimsSet.Builder> change) {
        return sign(key, change);
    }

    /** A token under a key that the issuer does not have. */
    String foreignToken(String keyId) {
        return sign(newKey(keyId), claims -> {});
    }

    private String sign(RSAKey with, Consumer<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(url())
                        .subject("ann")
                        .audience("zhengyou")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))));
        change.accept(claims);
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()).build(),
                        claims.build());
        try {
            token.sign(new RSASSASigner(with));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
