package org.zhengyou.standalone.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.zhengyou.standalone.client.SignIn;
import org.zhengyou.standalone.client.SignIn.AccessToken;
import org.zhengyou.standalone.identity.DemoPeople;
import org.zhengyou.standalone.identity.Passwords;

/** Access tokens of the demo people by their person id; signs in again before one runs out. */
public final class SignedIn implements Function<String, String> {
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final SignIn signIn;
    private final Map<String, String> passwords;
    private final Map<String, AccessToken> tokens = new HashMap<>();

    /**
     * Signs in at this issuer with the passwords kept in this data folder.
     *
     * @throws IllegalStateException if there is no file with passwords
     */
    public SignedIn(String issuer, Path dataFolder) {
        this.signIn = new SignIn(issuer);
        this.passwords = Passwords.read(dataFolder);
    }

    @Override
    public synchronized String apply(String person) {
        AccessToken token = tokens.get(person);
        if (token == null || token.expiresAt().minus(MARGIN).isBefore(Instant.now())) {
            String login = login(person);
            token = signIn.as(login, passwords.getOrDefault(login, ""));
            tokens.put(person, token);
        }
        return token.value();
    }

    private static String login(String person) {
        for (DemoPeople one : DemoPeople.values())
            if (one.subject().equals(person)) return one.login();
        throw new IllegalArgumentException("nobody of the demo people has the id " + person);
    }
}
