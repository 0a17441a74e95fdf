package org.zhengyou.standalone.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the platform, as any other: through the gateway, with a token. Every command carries
 * an idempotency key, so that it may be sent again until an answer arrives.
 */
public final class PlatformClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration IMPORT_ANSWER = Duration.ofMinutes(5);
    private static final int ROWS = 1_000;

    private final String gateway;
    private final Function<String, String> tokenOf;
    private final Duration patience;
    private final Consumer<Recorded> told;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    /**
     * A client.
     *
     * @param gateway address of the front door
     * @param tokenOf access token by person
     * @param patience how long an unreachable or busy platform is asked again
     * @param told is told every answer to a command
     */
    public PlatformClient(
            String gateway,
            Function<String, String> tokenOf,
            Duration patience,
            Consumer<Recorded> told) {
        this.gateway = gateway;
        this.tokenOf = tokenOf;
        this.patience = patience;
        this.told = told;
    }

    /**
     * A command to be sent.
     *
     * @param by who acts
     * @param service where to
     * @param name the command's name
     * @param body its fields
     * @param effectiveAt when it is true: ISO date or instant
     * @param key its idempotency key
     * @param after positions that must be known before it is decided
     * @param paper the document it is entered from; null if whoever acts does so themselves
     */
    public record Command(
            String by,
            String service,
            String name,
            Map<String, ?> body,
            String effectiveAt,
            String key,
            List<String> after,
            @Nullable Paper paper) {
        /** A command by whoever's own hand. */
        public Command(
                String by,
                String service,
                String name,
                Map<String, ?> body,
                String effectiveAt,
                String key,
                List<String> after) {
            this(by, service, name, body, effectiveAt, key, after, null);
        }

        /** The same, to be decided after these positions. */
        public Command after(List<String> positions) {
            return new Command(by, service, name, body, effectiveAt, key, positions, paper);
        }
    }

    /**
     * A document that somebody else signed (P-ENTERED).
     *
     * @param by who signed it
     * @param digest SHA-256 of its scan, in hexadecimal
     */
    public record Paper(String by, String digest) {}

    /**
     * Sends a command until there is an answer.
     *
     * @throws Refused if a rule says no
     * @throws IllegalStateException if there is no answer for longer than the patience
     */
    public Recorded send(Command command) {
        StringBuilder path =
                new StringBuilder("/api/" + command.service() + "/commands/" + command.name());
        String separator = "?";
        for (String after : command.after()) {
            path.append(separator).append("after=").append(encode(after));
            separator = "&";
        }
        HttpRequest.Builder request =
                request(command.by(), path.toString(), ANSWER)
                        .header("Content-Type", "application/json")
                        .header("Zhengyou-Effective-At", command.effectiveAt())
                        .header("Idempotency-Key", command.key())
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(command.body())));
        Paper paper = command.paper();
        if (paper != null)
            request.header("Zhengyou-On-Behalf-Of", paper.by())
                    .header("Zhengyou-Document", paper.digest());
        JsonNode answer = answer(command.name(), request);
        List<String> types = new ArrayList<>();
        answer.path("types").forEach(type -> types.add(type.asString()));
        Recorded recorded =
                new Recorded(
                        command.service(),
                        command.key(),
                        answer.path("position").asLong(0),
                        types,
                        answer.path("repeated").asBoolean(false));
        told.accept(recorded);
        return recorded;
    }

    /** Imports a spreadsheet; the answer says what became of each row. */
    public JsonNode importSheet(String by, String service, String name, byte[] file) {
        String path = "/api/" + service + "/imports/" + name;
        BodyPublisher body = BodyPublishers.ofByteArray(file);
        return answer(
                "import " + name,
                request(by, path, IMPORT_ANSWER)
                        .header("Content-Type", "application/octet-stream")
                        .POST(body));
    }

    /** All rows of a view that this person may see, with these further parameters. */
    public List<JsonNode> rows(String by, String service, String view, String... parameters) {
        List<JsonNode> rows = new ArrayList<>();
        StringBuilder path = new StringBuilder("/api/" + service + "/" + view);
        path.append("?limit=" + ROWS);
        for (String parameter : parameters) path.append('&').append(parameter);
        String next = "";
        do {
            JsonNode page = get(by, path + (next.isEmpty() ? "" : "&next=" + next));
            page.path("rows").forEach(rows::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return rows;
    }

    /**
     * How many rows of a view there are that this person may see, by the values of these fields.
     *
     * @param fields one or two, separated by a comma
     */
    public List<JsonNode> counts(
            String by, String service, String view, String fields, String... parameters) {
        StringBuilder path = new StringBuilder("/api/" + service + "/" + view);
        path.append("?count=").append(fields);
        for (String parameter : parameters) path.append('&').append(parameter);
        List<JsonNode> counts = new ArrayList<>();
        get(by, path.toString()).path("counts").forEach(counts::add);
        return counts;
    }

    /** The answer to a GET of this path, which begins with a slash. */
    public JsonNode get(String by, String path) {
        return answer(path, request(by, path, Duration.ofMinutes(2)).GET());
    }

    private HttpRequest.Builder request(String by, String path, Duration limit) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(limit)
                .header("Authorization", "Bearer " + tokenOf.apply(by));
    }

    private JsonNode answer(String what, HttpRequest.Builder request) {
        Instant giveUp = Instant.now().plus(patience);
        for (long pause = 5; ; pause = Math.min(500, pause * 2)) {
            String why;
            try {
                HttpResponse<byte[]> response =
                        http.send(request.build(), BodyHandlers.ofByteArray());
                JsonNode body = read(response.body());
                if (response.statusCode() < 300) return body;
                Refused refused = new Refused(what, response.statusCode(), body);
                if (!isWorthAnotherTry(refused)) throw refused;
                why = String.valueOf(refused.getMessage());
            } catch (IOException e) {
                why = what + ": " + e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(what + ": interrupted", e);
            }
            if (Instant.now().isAfter(giveUp))
                throw new IllegalStateException("no answer for " + patience + ": " + why);
            LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
        }
    }

    /** Nothing was decided, or the same key will tell what was. */
    private static boolean isWorthAnotherTry(Refused refused) {
        return refused.status() == 429
                || refused.status() >= 502
                || refused.code().equals("RESULT_MISSING")
                || refused.code().equals("CONCURRENT_CHANGE");
    }

    private static JsonNode read(byte[] body) {
        if (body.length == 0) return JSON.createObjectNode();
        return JSON.readTree(body);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
