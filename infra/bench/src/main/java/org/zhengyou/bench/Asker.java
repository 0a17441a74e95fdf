package org.zhengyou.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One reader who asks the same question again as soon as it is answered. */
final class Asker {
    /** Whoever has to wait longer than this gets no answer that counts. */
    static final Duration PATIENCE = Duration.ofSeconds(70);

    private final JsonMapper json = JsonMapper.builder().build();
    private final int port;
    private final Supplier<String> token;

    /** Asks at this port on loopback. */
    Asker(int port, Supplier<String> token) {
        this.port = port;
        this.token = token;
    }

    /**
     * The first answer.
     *
     * @param body JSON
     * @param refused why there is none; empty if there is one
     * @param seconds how long it took
     */
    record Answer(JsonNode body, String refused, double seconds) {}

    /** Asks once. */
    Answer once(String path) {
        return answered(to(path).build());
    }

    /**
     * Tells the platform to do something that takes no body.
     *
     * @throws IllegalStateException if it refuses
     */
    void post(String path) {
        Answer answer = answered(to(path).POST(BodyPublishers.noBody()).build());
        if (!answer.refused().isEmpty())
            throw new IllegalStateException(path + ": " + answer.refused());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token.get())
                .timeout(PATIENCE);
    }

    private Answer answered(HttpRequest request) {
        long begun = System.nanoTime();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            double seconds = (System.nanoTime() - begun) / 1e9;
            boolean is2xx = response.statusCode() / 100 == 2;
            String refused = is2xx ? "" : String.valueOf(response.statusCode());
            return new Answer(is2xx ? json.readTree(response.body()) : none(), refused, seconds);
        } catch (IOException e) {
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Answer(none(), "no answer within %.0f s".formatted(seconds), seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private JsonNode none() {
        return json.createObjectNode();
    }

    /**
     * Asks for so long, at least once; adds how long each answer took, in microseconds.
     *
     * @return why there was no answer at some time; empty if all came
     */
    String during(double seconds, String path, Histogram micros) {
        byte[] request = request(path);
        long until = System.nanoTime() + (long) (seconds * 1e9);
        try (HttpConnection connection = new HttpConnection(port, PATIENCE)) {
            do {
                long sent = System.nanoTime();
                connection.exchange(request);
                ClosedLoop.record(micros, System.nanoTime() - sent);
            } while (System.nanoTime() < until);
            return "";
        } catch (IOException e) {
            String said = String.valueOf(e.getMessage());
            return said.lines().findFirst().orElse(e.toString());
        }
    }

    private byte[] request(String path) {
        return """
               GET %s HTTP/1.1\r
               Host: 127.0.0.1:%d\r
               Authorization: Bearer %s\r
               \r
               """
                .formatted(path, port, token.get())
                .getBytes(StandardCharsets.US_ASCII);
    }
}
