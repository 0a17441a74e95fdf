package org.zhengyou.kit.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a running service from outside, by environment variables (or Spring properties
 * of the same names). The database has the service's name.
 *
 * @param mongodbUri {@code ZHENGYOU_MONGODB_URI}: where the databases are
 * @param mongodbCaFile {@code ZHENGYOU_MONGODB_CA_FILE}: certificates (PEM) of those who may sign
 *     MongoDB's; null trusts whom the JVM trusts
 * @param kafkaBootstrap {@code ZHENGYOU_KAFKA_BOOTSTRAP}: null runs without Kafka: nothing is
 *     published, nothing of other services is learnt
 * @param kafkaClientFile {@code ZHENGYOU_KAFKA_CLIENT_FILE}: settings of Kafka's clients (security
 *     protocol, mechanism, certificates) as properties, as for Kafka's own tools; null for none
 * @param issuer {@code ZHENGYOU_ISSUER}: whose access tokens are accepted
 * @param jwkSetUri {@code ZHENGYOU_JWK_SET_URI}: where the issuer's keys are; null asks the issuer
 * @param bind {@code ZHENGYOU_BIND}: the address to listen on
 * @param port {@code ZHENGYOU_PORT}: the port to listen on; 0 takes a free one
 * @param masterKeyFile {@code ZHENGYOU_MASTER_KEY_FILE}: the key over the keys of personal values
 * @param logKeys {@code ZHENGYOU_LOG_KEYS}: folder of the keys with which services sign what they
 *     publish: {@code <service>.key} of this one, {@code <service>.pub} of those it listens to
 * @param requestLimit {@code ZHENGYOU_REQUEST_LIMIT}: how long a request may take, ISO duration
 * @param importLimit {@code ZHENGYOU_LONG_REQUEST_LIMIT}: how long an import may take, ISO
 *     duration; the gateway waits a little longer ({@code ZHENGYOU_LONG_ANSWER_LIMIT})
 * @param receiveLimit {@code ZHENGYOU_RECEIVE_LIMIT}: how long a request may take to arrive whole,
 *     from its first byte on, ISO duration; then its connection is closed
 * @param logPoll {@code ZHENGYOU_LOG_POLL}: how often to ask for what other processes of a service
 *     appended, ISO duration; zero where each service has one process only
 * @param logWindowMb {@code ZHENGYOU_LOG_WINDOW_MB}: megabytes of text at the end of each of the
 *     two logs that are kept in memory for conflict checks and readers
 * @param node {@code ZHENGYOU_NODE}: name of this process, unique among those of one service; the
 *     same name after a restart takes its work up at once
 * @param cachedStates {@code ZHENGYOU_CACHED_STATES}: how many states of rules are kept in memory,
 *     each of up to 16 facts; a larger one counts as several; 0 for none
 */
public record Settings(
        String mongodbUri,
        @Nullable Path mongodbCaFile,
        @Nullable String kafkaBootstrap,
        @Nullable Path kafkaClientFile,
        String issuer,
        @Nullable String jwkSetUri,
        String bind,
        int port,
        Path masterKeyFile,
        Path logKeys,
        Duration requestLimit,
        Duration importLimit,
        Duration receiveLimit,
        Duration logPoll,
        int logWindowMb,
        String node,
        int cachedStates) {

    /** Reads them by name; what is not set has its default. */
    public static Settings from(Function<String, @Nullable String> property) {
        return new Settings(
                text(property, "ZHENGYOU_MONGODB_URI", "mongodb://127.0.0.1:27017"),
                file(optional(property, "ZHENGYOU_MONGODB_CA_FILE")),
                optional(property, "ZHENGYOU_KAFKA_BOOTSTRAP"),
                file(optional(property, "ZHENGYOU_KAFKA_CLIENT_FILE")),
                text(property, "ZHENGYOU_ISSUER", "http://127.0.0.1:8090"),
                optional(property, "ZHENGYOU_JWK_SET_URI"),
                text(property, "ZHENGYOU_BIND", "127.0.0.1"),
                number(property, "ZHENGYOU_PORT", 8080),
                Path.of(text(property, "ZHENGYOU_MASTER_KEY_FILE", "master.key")),
                Path.of(text(property, "ZHENGYOU_LOG_KEYS", "log-keys")),
                duration(property, "ZHENGYOU_REQUEST_LIMIT", "PT10S"),
                duration(property, "ZHENGYOU_LONG_REQUEST_LIMIT", "PT110S"),
                duration(property, "ZHENGYOU_RECEIVE_LIMIT", "PT60S"),
                duration(property, "ZHENGYOU_LOG_POLL", "PT0.05S"),
                number(property, "ZHENGYOU_LOG_WINDOW_MB", 32),
                text(property, "ZHENGYOU_NODE", NewIds.next().toString()),
                number(property, "ZHENGYOU_CACHED_STATES", 50_000));
    }

    private static String text(
            Function<String, @Nullable String> property, String name, String otherwise) {
        String value = property.apply(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    private static @Nullable String optional(
            Function<String, @Nullable String> property, String name) {
        String value = text(property, name, "");
        return value.isEmpty() ? null : value;
    }

    private static @Nullable Path file(@Nullable String path) {
        return path == null ? null : Path.of(path);
    }

    private static int number(
            Function<String, @Nullable String> property, String name, int otherwise) {
        String value = text(property, name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is not a whole number: " + value, e);
        }
    }

    private static Duration duration(
            Function<String, @Nullable String> property, String name, String otherwise) {
        String value = text(property, name, otherwise);
        try {
            return Duration.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    name + " is not an ISO duration such as " + otherwise + ": " + value, e);
        }
    }
}
