package org.zhengyou.standalone.identity;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.zhengyou.embedded.PrivateFiles;

/**
 * 校园登录. The sign-in of a university that people may come through: any OpenID Connect provider. Said
 * in {@code identity/campus.properties} of the data folder, or by environment variables.
 *
 * @param issuer the provider's name and address
 * @param clientId by which this platform is known there
 * @param clientSecret by which it proves itself
 * @param numberClaim the claim of the ID token that has the staff or student number
 */
record Campus(String issuer, String clientId, String clientSecret, String numberClaim) {
    private static final String FILE = "campus.properties";
    private static final String PREFIX = "ZHENGYOU_CAMPUS_";
    private static final String USUAL_CLAIM = "employee_number";

    /**
     * What is said of it, if anything is.
     *
     * @param folder of the identity server
     * @param environment variables of the process
     * @throws IllegalStateException in Chinese and English, if something is missing or unsafe
     */
    static Optional<Campus> in(Path folder, Map<String, String> environment) {
        Path file = folder.resolve(FILE);
        return Files.exists(file)
                ? Optional.of(read(file))
                : Optional.ofNullable(environment.get(PREFIX + "ISSUER"))
                        .filter(issuer -> !issuer.isBlank())
                        .map(issuer -> read(issuer, environment));
    }

    private static Campus read(Path file) {
        Properties said = new Properties();
        try (StringReader text = new StringReader(PrivateFiles.read(file))) {
            said.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Campus(
                required(said.getProperty("issuer"), "issuer"),
                required(said.getProperty("client-id"), "client-id"),
                required(said.getProperty("client-secret"), "client-secret"),
                said.getProperty("number-claim", USUAL_CLAIM).strip());
    }

    private static Campus read(String issuer, Map<String, String> environment) {
        String file = environment.get(PREFIX + "CLIENT_SECRET_FILE");
        String secret =
                file == null || file.isBlank()
                        ? environment.get(PREFIX + "CLIENT_SECRET")
                        : PrivateFiles.read(Path.of(file));
        return new Campus(
                issuer.strip(),
                required(environment.get(PREFIX + "CLIENT_ID"), PREFIX + "CLIENT_ID"),
                required(secret, PREFIX + "CLIENT_SECRET_FILE"),
                environment.getOrDefault(PREFIX + "NUMBER_CLAIM", USUAL_CLAIM).strip());
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank())
            throw new IllegalStateException(
                    "校园登录的设置不完整，缺少 %1$s / what is said of the university's sign-in is not whole: %1$s is missing"
                            .formatted(name));
        return value.strip();
    }

    /** Refuses a provider whose answers anybody on the way could change. */
    Campus {
        URI address = URI.create(issuer);
        boolean near = "127.0.0.1".equals(address.getHost());
        if (!"https".equals(address.getScheme()) && !near)
            throw new IllegalStateException(
                    "校园登录的地址应为 https：%1$s / the university's sign-in has an address of https: %1$s"
                            .formatted(issuer));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Campus[" + issuer + "]";
    }
}
